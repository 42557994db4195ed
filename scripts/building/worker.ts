/** A worker process of a build: opens the build that it is told of, does the jobs that it is given, and sends what came of each. */

import type { BuildPlace } from "./build-place.ts";
import type { HashedUnit } from "./council-at-hand.ts";
import { enough } from "./enough.ts";
import type { FactHashes } from "./facts.ts";
import { checkMeetings, type GroupAsked, readMeetings, workGroupsOut } from "./jobs.ts";
import { factsIn, OpenBuild } from "./open-build.ts";

/** What a worker is told first. */
export interface OpenAsked {
  readonly place: BuildPlace;
  readonly units: ReadonlyMap<string, HashedUnit>;
  readonly facts: { readonly rules: FactHashes; readonly pages: FactHashes };
  readonly publicHashes: Map<string, string>;
  readonly unreadable: Set<string>;
}

/** A job. */
export type JobAsked =
  | { readonly job: "read"; readonly ids: readonly string[] }
  | { readonly job: "check"; readonly ids: readonly string[] }
  | { readonly job: "pages"; readonly groups: readonly GroupAsked[] };

/** What a worker sends: what came of a job and whether it had better be replaced, or why it could not be done. */
export type Sent =
  | { readonly done: unknown; readonly isTired: boolean; readonly told: readonly string[] }
  | { readonly failed: unknown };

let build: OpenBuild | null = null;
const told: string[] = [];

process.on("message", (message: OpenAsked | JobAsked) => {
  void answer(message);
});
process.on("disconnect", () => process.exit());

async function answer(message: OpenAsked | JobAsked): Promise<void> {
  try {
    if ("place" in message) {
      const { place, units, facts, publicHashes, unreadable } = message;
      const say = (line: string) => told.push(line);
      const before = { rules: new Map(), pages: new Map() };
      build = new OpenBuild(place, units, before, factsIn(place, facts, say), say, publicHashes, unreadable);
      return;
    }
    if (!build) throw new Error("A job came before its build.");
    const done = await jobDone(build, message);
    send({ done, isTired: enough(), told: told.splice(0) });
  } catch (error) {
    send({ failed: error });
  }
}

function jobDone(opened: OpenBuild, message: JobAsked): unknown {
  switch (message.job) {
    case "read":
      return readMeetings(opened, message.ids);
    case "check":
      return checkMeetings(opened, message.ids);
    case "pages":
      return workGroupsOut(opened, message.groups);
  }
}

function send(message: Sent): void {
  process.send?.(message);
}

/** A worker process of a build: opens the build that it is told of, does the jobs that it is given, and sends what came of each. */
import { Ledger } from "../asking/ledger.ts";
import type { Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { BuildPlace } from "./build-place.ts";
import type { HashedUnit } from "./council-at-hand.ts";
import { enough } from "./enough.ts";
import type { FactHashes } from "./facts.ts";
import { checkMeetings, type GroupAsked, readMeetings, type WithStates, workGroupsOut } from "./jobs.ts";
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
  | { readonly refused: string; readonly problems: readonly Problem[] }
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
      const ledgers = { rules: new Ledger(), pages: new Ledger() };
      build = new OpenBuild(place, units, ledgers, factsIn(place, facts, say), say, publicHashes, unreadable);
      return;
    }
    if (!build) throw new Error("A job came before its build.");
    const done = await jobDone(build, message);
    send({ done, isTired: enough(), told: told.splice(0) });
  } catch (error) {
    // What passes between processes is plain: a refusal would be an error like any other.
    send(error instanceof Refusal ? { refused: error.message, problems: error.problems } : { failed: error });
  }
}

async function jobDone(opened: OpenBuild, message: JobAsked): Promise<unknown> {
  const { rules, pages } = opened.works;
  switch (message.job) {
    case "read":
      return readMeetings(opened, message.ids);
    case "check":
      return withStates(rules, checkMeetings(opened, message.ids));
    case "pages":
      return withStates(pages, await workGroupsOut(opened, message.groups));
  }
}

/** The keys whose states this process sent already, by who answers them. */
const sent = new WeakMap<object, Set<string>>();

function withStates<Finished extends { readonly read: readonly string[] }>(
  answers: Pick<OpenBuild["works"]["pages"], "statesOf">,
  done: readonly Finished[],
): WithStates<Finished> {
  const before = sent.get(answers) ?? new Set();
  sent.set(answers, before);
  return {
    done,
    states: answers.statesOf(
      done.flatMap(({ read }) => read),
      before,
    ),
  };
}

function send(message: Sent): void {
  process.send?.(message);
}

/** Everything that an inspection leads to, with every limb and resolution in its words: for its open data. Called by pages/inspection.ts. */
import type { Site } from "../site.ts";
import { type Reached, Thread, threadOf } from "./links.ts";

/** Looks into the meetings that are reached and no others, until no more are. */
export function wholeThread(site: Site, key: string): Reached {
  let known: readonly string[] = [];
  let reached = threadOf(site).from(key);
  for (;;) {
    const meetings = meetingsIn(reached);
    if (meetings.every((id) => known.includes(id))) return reached;
    known = meetings;
    reached = new Thread(site, known).from(key);
  }
}

function meetingsIn({ nodes }: Reached): string[] {
  return [...new Set(nodes.flatMap(({ key }) => /^meetings\/([^/]+)\//.exec(key)?.[1] ?? []))];
}

/** What `npm run new` was asked for on the command line. For commands/new.ts. */
import { nearest } from "../model/nearest.ts";
import { Refusal } from "../model/refusal.ts";
import type { MeetingAsked } from "./new-meeting.ts";
import type { MinutesAsked } from "./new-minutes.ts";
import type { ReportAsked } from "./new-report.ts";

export type DraftAsked = MeetingAsked | ReportAsked | MinutesAsked;

const WORDS = {
  meeting: ["COMMITTEE", "DATE"],
  report: ["MEETING", "ITEM"],
  minutes: ["MEETING"],
} as const;
const EXAMPLES = {
  meeting: "npm run new -- meeting cabinet 2026-12-14",
  report: "npm run new -- report 2026-12-14-cabinet 5",
  minutes: "npm run new -- minutes 2026-12-14-cabinet",
} as const;
const OPTIONS_OF = {
  meeting: ["time", "place", "another"],
  report: ["report"],
  minutes: [],
} as const;

/** Options of the command line that only some kinds know. */
export interface DraftOptions {
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly another?: boolean | undefined;
  readonly report?: string | undefined;
}

/** The kind and what it needs. Refuses what is missing, too much or not known. */
export function draftAsked([word, ...names]: readonly string[], options: DraftOptions): DraftAsked {
  const kinds = Object.keys(WORDS) as (keyof typeof WORDS)[];
  const kind = kinds.find((each) => each === word);
  if (!kind) {
    const guess = word ? nearest(word, kinds) : null;
    throw new Refusal(
      word
        ? `new does not know \`${word}\`.${guess ? ` Did you mean \`${guess}\`?` : ` It knows: ${kinds.join(", ")}.`}`
        : `Say what to begin: ${Object.values(EXAMPLES).join("; or ")}`,
      2,
    );
  }
  const missing = WORDS[kind][names.length];
  if (missing) throw new Refusal(`The ${missing.toLowerCase()} is missing: ${EXAMPLES[kind]}`, 2);
  const more = names[WORDS[kind].length];
  if (more) throw new Refusal(`One at a time: \`${more}\` stands after \`${names[WORDS[kind].length - 1]}\`.`, 2);
  const known: readonly string[] = OPTIONS_OF[kind];
  const odd = Object.entries(options).find(([name, value]) => value !== undefined && !known.includes(name));
  if (odd) throw new Refusal(`--${odd[0]} is nothing that new ${kind} asks for: ${EXAMPLES[kind]}`, 2);
  const [first = "", second = ""] = names;
  const { time, place, another, report } = options;
  if (kind === "meeting") return { kind, committee: first, date: second, time, place, another: another ?? false };
  return kind === "report" ? { kind, meeting: first, item: second, report } : { kind, meeting: first };
}

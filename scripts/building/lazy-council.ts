/**
 * The council after a build, for whoever looks at a part of it: collections are read and meetings opened when they are looked
 * at, and whoever looks through all meetings asks for facts. For the preview's desk and its draft packs.
 */
import { type AtAGlance, atAGlance, papersIssued } from "../check/at-a-glance.ts";
import type { Loaded } from "../load/council.ts";
import type { Council, CouncilMeeting, Document, KeptFact, KeptFacts } from "../model/council.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { CouncilAtHand } from "./council-at-hand.ts";
import { livingForRules } from "./tracked-council.ts";

/** What a build leaves that can be looked at. */
export interface Standing {
  readonly atHand: CouncilAtHand;
  /** Facts of all meetings, as rules have them and as pages do; null where one is not kept. */
  readonly every: KeptFacts["every"];
  readonly everyShown: KeptFacts["everyShown"];
  readonly hashOfFact: (kind: "every" | "shown", fact: string) => string;
  /** What every page is drawn with. */
  readonly layout: object;
  readonly problems: readonly Problem[];
  readonly unreadable: ReadonlySet<string>;
  readonly drafts: boolean;
}

/** Told of every input that is looked at: `meeting ID`, `collection NAME`, `every FACT`, `shown FACT`, `now`. */
export type Note = (input: string) => void;

/** The council of a build, to be looked at until the next build is done. */
export interface OpenedCouncil {
  readonly loaded: Loaded;
  /** What every page is drawn with. */
  readonly layout: object;
  /** The hash of an input that was looked at. */
  readonly hashOf: (input: string) => string;
}

/** The council of a build as whoever reads one has it. */
export function openCouncil(standing: Standing, note: Note = () => {}): OpenedCouncil {
  const { atHand, problems, unreadable, drafts, layout, hashOfFact } = standing;
  const settings = atHand.collection("settings").value;
  return {
    loaded: { council: settings && councilOf(standing, note), problems, drafts, unreadable },
    layout,
    hashOf: (input) => {
      const [kind = "", name = ""] = input.split(" ");
      return kind === "every" || kind === "shown" ? hashOfFact(kind, name) : atHand.hashOf(input);
    },
  };
}

function councilOf(standing: Standing, note: Note): Council {
  const { atHand } = standing;
  const noted = (kind: string, facts: KeptFacts["every"]) => (fact: string) => {
    note(`${kind} ${fact}`);
    return facts(fact);
  };
  const every = noted("every", standing.every);
  const glances = (standing.every(atAGlance.name) ?? []) as readonly (KeptFact & { readonly value: AtAGlance })[];
  const meetings = glances.map(({ meeting, value }) => {
    const folder = atHand.units.get(`meeting ${meeting}`)?.path ?? "";
    const opened = () => {
      note(`meeting ${meeting}`);
      const found = atHand.meeting(meeting);
      if (!found) throw new Refusal(`${folder} went while it was being looked at. Look again in a moment.`);
      return found;
    };
    return meetingOf(meeting, folder, value, opened);
  });
  const kept = {
    every,
    everyShown: noted("shown", standing.everyShown),
    papersIssued: () => (every(papersIssued.name) ?? []).flatMap(({ value }) => value as readonly string[]),
  };
  return Object.assign(livingForRules(atHand, note), { meetings, kept });
}

/** A meeting whose day and body are known, and which is opened for anything else. */
function meetingOf(
  id: string,
  folder: string,
  { living, hasDrafts }: AtAGlance,
  opened: () => CouncilMeeting,
): CouncilMeeting {
  const document: Document<Meeting> = {
    id,
    file: `${folder}/meeting.md`,
    value: living,
    get positions() {
      return opened().living.positions;
    },
    get hash() {
      return opened().living.hash;
    },
    get bodyLine() {
      return opened().living.bodyLine;
    },
    get outline() {
      return opened().living.outline;
    },
  };
  return {
    id,
    folder,
    living: document,
    get drafts() {
      return hasDrafts ? opened().drafts : null;
    },
    get issued() {
      return opened().issued;
    },
  };
}

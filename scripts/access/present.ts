/**
 * What a meeting's papers take from the council as it is now: the committee of a meeting whose agenda was never issued, and
 * the figures that a draft's charts show. Asked while meetings are admitted.
 */
import { dayOf } from "../model/civil.ts";
import type { Council, CouncilMeeting, Papers } from "../model/council.ts";
import { withoutSmallNumbers } from "../model/small-numbers.ts";
import { knownReadings } from "./admit.ts";
import type { PublicMeeting, PublicPaper } from "./public-council.ts";

export interface Present {
  /** A committee as it is now; null where its file cannot be read. */
  readonly committee: (id: string) => PublicMeeting["committee"] | null;
  /** Those of these measures that there are, by id, with their plan and the readings that may be shown today. */
  readonly measures: (ids: readonly string[]) => PublicPaper["measures"];
}

/** The present of a council that is all there. */
export function presentOf(council: Council): Present {
  let measures: PublicPaper["measures"] | null = null;
  return {
    committee: (id) => committeeIn(council, id),
    measures: (ids) => {
      measures ??= measuresNow(council);
      const all = measures;
      return Object.fromEntries(ids.flatMap((id) => (Object.hasOwn(all, id) ? [[id, all[id] as Measured]] : [])));
    },
  };
}

type Measured = PublicPaper["measures"][string];

export function committeeIn(
  { committees }: Pick<Council, "committees">,
  id: string,
): PublicMeeting["committee"] | null {
  const found = committees.find((each) => each.id === id);
  return found ? { id: found.id, ...found.value } : null;
}

/** Every measure by id, as a council that is all there has it. */
export function measuresNow(council: Council): PublicPaper["measures"] {
  const { kept, meetings } = council;
  // A draft that was left out is null, and nothing is opened for that.
  const papers = kept ? [...kept.papersIssued(), ...meetings.flatMap(draftsOf)] : meetings.flatMap(papersOf);
  return measuresAsOf(council, new Set(papers));
}

/** The addresses of a meeting's papers, drafted or issued: `2026-10-08-scrutiny/recovery-plan`. */
export function papersOf(meeting: CouncilMeeting): string[] {
  const { id, issued } = meeting;
  return [...draftsOf(meeting), ...issued.flatMap(({ papers }) => addressesOf(id, papers))];
}

function draftsOf({ id, drafts }: Pick<CouncilMeeting, "id" | "drafts">): string[] {
  return drafts ? addressesOf(id, drafts) : [];
}

function addressesOf(meeting: string, { reports, minutes }: Papers): string[] {
  return [...reports, ...(minutes ? [minutes] : [])].map((paper) => `${meeting}/${paper.id}`);
}

/**
 * Every measure by id, with its plan, and the readings there are as of the council's clock: those whose paper is among
 * `papers`, which are issued or among the drafts that the council still has. Small counts are withheld as everywhere.
 */
export function measuresAsOf(
  { now, plans }: Pick<Council, "now" | "plans">,
  papers: ReadonlySet<string>,
): PublicPaper["measures"] {
  const today = dayOf(now);
  const isKnown = (source: string | undefined) => source === undefined || papers.has(source.split("#")[0] ?? "");
  return Object.fromEntries(
    plans.flatMap((plan) =>
      plan.value.measures.map((measure) => [
        measure.id,
        withoutSmallNumbers({
          ...measure,
          plan: plan.id,
          readings: knownReadings(measure, isKnown).filter(({ date }) => date <= today),
        }).measure,
      ]),
    ),
  );
}

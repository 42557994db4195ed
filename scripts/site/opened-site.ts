/**
 * A site whose meetings are admitted when they are asked for, and whose facts are those that were kept, but for meetings that
 * stand otherwise here than where those were kept. Called by issuing/.
 */
import type { CouncilAround, PublicMeeting } from "../access/public-council.ts";
import { AllThere, type Fact, type FactOf, factOfEach } from "../asking/around.ts";
import { type MeetingRow, meetingRow } from "./facts/meeting-row.ts";
import { isShown } from "./facts/papers-shown.ts";
import { FACTS_FOR_PAGES } from "./facts.ts";
import { type Component, Site } from "./site.ts";

export interface OpenedSite {
  /** The names of all meetings, in order. */
  readonly meetings: readonly string[];
  /** Those with a draft that is to be printed. */
  readonly own: readonly string[];
  readonly meeting: (id: string) => PublicMeeting | null;
  /** Facts of meetings as the preview shows them, with every draft; null where a fact is not kept. */
  readonly shown: (fact: string) => readonly { readonly meeting: string; readonly value: unknown }[] | null;
  readonly around: (isPublic: () => (reference: string | undefined) => boolean) => CouncilAround;
  readonly component: Component;
}

/** The site of a council with fewer drafts than the preview has: a meeting with a draft says for itself what it says here. */
export function openedSite({ meetings, own, meeting, shown, around, component }: OpenedSite): Site {
  const rows = shown(meetingRow.name) as readonly FactOf<MeetingRow>[] | null;
  const withDrafts = new Set([...own, ...(rows ?? []).flatMap((row) => (row.value.isDraft ? [row.meeting] : []))]);
  const facts = new Map<string, Fact<PublicMeeting, unknown>>(FACTS_FOR_PAGES.map((fact) => [fact.name, fact]));
  const kept = (name: string): readonly FactOf<unknown>[] | null => {
    const fact = facts.get(name);
    const known = rows && fact ? shown(name) : null;
    if (!known || !fact) return null;
    // Of a meeting with a draft the preview may say nothing where there is something to say here.
    const here = factOfEach(
      [...withDrafts].flatMap((id) => meeting(id) ?? []),
      fact,
    );
    return [...known.filter((each) => !withDrafts.has(each.meeting)), ...here].sort((a, b) =>
      a.meeting < b.meeting ? -1 : 1,
    );
  };
  // Asked for a fact that is not kept, all meetings are opened.
  const all = () => meetings.flatMap((id) => meeting(id) ?? []);
  const answers = new AllThere<Site, PublicMeeting>(all, kept);
  const site: Site = new Site(
    around(() => site.shared(isShown)),
    component,
    { meeting, answers },
  );
  return site;
}

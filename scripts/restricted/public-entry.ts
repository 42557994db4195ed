/** What the public may know of a meeting's restricted papers: the entry in its agenda. Asked by checks and fingerprints. */
import type { Agenda, AgendaItem, Withheld } from "../model/agenda.ts";
import type { Council } from "../model/council.ts";

/** The agenda of a meeting as it is being written, where drafts were opened, else as it was last issued; or null. */
export function agendaOf(council: Council, meeting: string): Agenda | null {
  const found = council.meetings.find(({ id }) => id === meeting);
  const issued = found?.issued.findLast(({ papers }) => papers.agenda)?.papers.agenda;
  return (found?.drafts?.agenda ?? issued)?.value ?? null;
}

/** The items of an agenda with papers that are not for publication. */
export function withheldItems(agenda: Agenda | null): (AgendaItem & { readonly withheld: Withheld })[] {
  return (agenda?.items ?? []).flatMap((item) => (item.withheld ? [{ ...item, withheld: item.withheld }] : []));
}

/** Everything that the public entries of an agenda say: of each item withheld, of its exclusion, and the notice. */
export function publicEntryTexts(agenda: Agenda): string[] {
  const items = withheldItems(agenda);
  const exclusions = agenda.items.filter((item) =>
    item.excludesPublicFor.some((id) => items.some((each) => each.id === id)),
  );
  return [
    agenda.notice,
    ...items.flatMap(({ title, text, withheld }) => [
      title,
      text,
      ...Object.values(withheld).map((said) => (typeof said === "object" ? said.reasons : said)),
      // The marking that the paper must carry, which the agenda's page has in the same words.
      `Not for publication: ${withheld.description}`,
    ]),
    ...exclusions.flatMap(({ title, text }) => [title, text]),
  ].filter((text) => text !== undefined);
}

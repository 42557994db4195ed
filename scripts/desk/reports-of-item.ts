/** The reports of an item of the agenda, by their names. For the desk's pages, and for serve/. */
import { exists } from "../load/files.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { CouncilMeeting, Papers } from "../model/council.ts";

/** Those that it lists, written or not, and drafts that say they are for it. */
export function reportsOf(drafts: Papers | null, item: AgendaItem): string[] {
  const says = drafts?.reports.filter(({ value }) => value.agendaItem === item.number).map(({ id }) => id) ?? [];
  return [...new Set([...item.papers, ...says])];
}

/** Those of them that have a file, whether it can be read or not. */
export function reportsThere(root: string, { folder, drafts }: CouncilMeeting, item: AgendaItem): string[] {
  return reportsOf(drafts, item).filter((id) => exists(root, `${folder}/${id}.md`));
}

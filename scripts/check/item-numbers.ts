/** Numbers of agenda items that were issued stay: everybody has them on paper, and minutes and tombstones name them. */
import type { AgendaItem } from "../model/agenda.ts";
import { problemAt, type Rule } from "./rule.ts";

export const itemNumbers: Rule = {
  names: ["item-number-moved"],
  ofMeeting(_around, { drafts, issued }) {
    const agenda = drafts?.agenda;
    if (!agenda) return [];
    const versions = issued.flatMap(({ papers }) => papers.agenda?.value.items ?? []);
    return agenda.value.items.flatMap((item, index) => {
      const fault = faultOf(item, versions);
      if (!fault) return [];
      return [problemAt(agenda, ["items", index, "number"], "item-number-moved", "error", ...fault)];
    });
  },
};

function faultOf(item: AgendaItem, versions: readonly AgendaItem[]): [message: string, mend: string] | null {
  const was = versions.find(({ id }) => id === item.id);
  const holder = versions.find(({ number }) => number === item.number);
  if (was && was.number !== item.number)
    return [
      `This item was issued as item ${was.number}, and is ${item.number} now.`,
      `Give it back its number, ${was.number}. What is put in between takes a letter, such as ${was.number}A, and what is taken out leaves a gap.`,
    ];
  if (!was && holder && holder.id !== item.id)
    return [
      `Item ${item.number} was issued as another item, ${holder.title}.`,
      `Give this one a number of its own, such as ${item.number}A, or one after the last.`,
    ];
  return null;
}

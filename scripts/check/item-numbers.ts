/** Numbers of agenda items that were issued stay: everybody has them on paper, and minutes and tombstones name them. */
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const itemNumbers: Rule = {
  names: ["item-number-moved"],
  check(council) {
    const problems: Problem[] = [];
    for (const { drafts, issued } of council.meetings) {
      const versions = issued.flatMap(({ papers }) => papers.agenda?.value.items ?? []);
      drafts?.agenda?.value.items.forEach((item, index) => {
        const was = versions.find(({ id }) => id === item.id);
        const holder = versions.find(({ number }) => number === item.number);
        const wrong = (message: string, mend: string) =>
          drafts.agenda &&
          problems.push(
            problemAt(drafts.agenda, ["items", index, "number"], "item-number-moved", "error", message, mend),
          );
        if (was && was.number !== item.number)
          wrong(
            `This item was issued as item ${was.number}, and is ${item.number} now.`,
            `Give it back its number, ${was.number}. What is put in between takes a letter, such as ${was.number}A, and what is taken out leaves a gap.`,
          );
        else if (!was && holder && holder.id !== item.id)
          wrong(
            `Item ${item.number} was issued as another item, ${holder.title}.`,
            `Give this one a number of its own, such as ${item.number}A, or one after the last.`,
          );
      });
    }
    return problems;
  },
};

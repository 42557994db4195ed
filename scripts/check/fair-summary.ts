/**
 * Where the public minutes, less what is exempt, are not a reasonably fair and coherent record, a written summary is
 * published. Source: LGA 1972 s100C(2).
 */
import { placeOf } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

export const fairSummary: Rule = {
  names: ["fair-summary"],
  ofMeeting(_around, { drafts }) {
    const problems: Problem[] = [];
    if (!drafts?.minutes || !drafts.agenda || drafts.minutes.value.fairSummary) return [];
    for (const [index, item] of drafts.minutes.value.items.entries()) {
      const agendaItem = drafts.agenda.value.items.find(({ number }) => number === item.item);
      if (!agendaItem?.withheld || item.decision || item.resolutions.length > 0) continue;
      problems.push({
        ...placeOf(drafts.minutes, ["items", index]),
        rule: "fair-summary",
        severity: "duty",
        message: `The minutes say nothing of what came of item ${item.item}, which was taken in private, so they may not be a fair and coherent record (LGA 1972 s100C(2)).`,
        mend: "Give the item a `decision:` that the public may read, or write `fairSummary:` for the whole meeting.",
      });
    }
    return problems;
  },
};

/** A key decision is one everywhere: in its report, in the forward plan and on the agenda, which starts its clocks. */
import type { Problem } from "../model/problem.ts";
import { isNoticeOf } from "./meeting-case.ts";
import { problemAt, type Rule } from "./rule.ts";

export const keyDecisions: Rule = {
  names: ["key-decision-agrees"],
  check(council) {
    const problems: Problem[] = [];
    for (const { drafts, id } of council.meetings) {
      if (!drafts?.agenda) continue;
      for (const report of drafts.reports) {
        const item = drafts.agenda.value.items.find(({ number }) => number === report.value.agendaItem);
        if (report.value.keyDecision && item && !item.keyDecision)
          problems.push(
            problemAt(
              report,
              ["keyDecision"],
              "key-decision-agrees",
              "error",
              `The report asks for a key decision, and item ${item.number} of the agenda does not say that it is one.`,
              `Put \`keyDecision: yes\` at item ${item.number} in agenda.md, so that its notice is checked; or take it out here.`,
            ),
          );
      }
      drafts.agenda.value.items.forEach((item, index) => {
        const entry = council.forwardPlan.find((each) => each.id === (item.forwardPlan ?? item.id));
        const notice = entry?.issued.at(-1)?.entry.value ?? entry?.draft?.value;
        if (drafts.agenda && notice?.keyDecision && isNoticeOf(notice, id) && !item.keyDecision)
          problems.push(
            problemAt(
              drafts.agenda,
              ["items", index],
              "key-decision-agrees",
              "error",
              `The forward plan gives notice that item ${item.number} is a key decision, and the agenda does not say so.`,
              "Put `keyDecision: yes` at the item, or correct the forward plan.",
            ),
          );
      });
    }
    return problems;
  },
};

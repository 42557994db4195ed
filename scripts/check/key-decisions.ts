/** A key decision is one everywhere: in its report, in the forward plan and on the agenda, which starts its clocks. */
import type { Agenda } from "../model/agenda.ts";
import type { Papers, Sourced } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { entryNow } from "./forward-plan-notices.ts";
import { isNoticeOf } from "./meeting-case.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export const keyDecisions: Rule = {
  names: ["key-decision-agrees"],
  ofMeeting(around, { id, drafts }) {
    if (!drafts?.agenda) return [];
    return [...inReports(drafts, drafts.agenda), ...inAgenda(around, id, drafts.agenda)];
  },
};

function inReports({ reports }: Papers, agenda: Sourced<Agenda>): Problem[] {
  return reports.flatMap((report) => {
    const item = agenda.value.items.find(({ number }) => number === report.value.agendaItem);
    if (!report.value.keyDecision || !item || item.keyDecision) return [];
    return [
      problemAt(
        report,
        ["keyDecision"],
        "key-decision-agrees",
        "error",
        `The report asks for a key decision, and item ${item.number} of the agenda does not say that it is one.`,
        `Put \`keyDecision: yes\` at item ${item.number} in agenda.md, so that its notice is checked; or take it out here.`,
      ),
    ];
  });
}

function inAgenda(around: Surroundings, meeting: string, agenda: Sourced<Agenda>): Problem[] {
  return agenda.value.items.flatMap((item, index) => {
    if (item.keyDecision) return [];
    const entry = around.ask(entryNow, item.forwardPlan ?? item.id);
    if (!entry?.keyDecision || !isNoticeOf(entry, meeting)) return [];
    return [
      problemAt(
        agenda,
        ["items", index],
        "key-decision-agrees",
        "error",
        `The forward plan gives notice that item ${item.number} is a key decision, and the agenda does not say so.`,
        "Put `keyDecision: yes` at the item, or correct the forward plan.",
      ),
    ];
  });
}

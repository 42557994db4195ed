/**
 * What has not happened of what the council undertook, in one list: overdue actions, what was stopped or has not begun, and
 * what councillors asked for and did not get; and beside it what the plans leave out. For pages of inspections and plans.
 */
import type { PublicDocument, PublicPlan } from "../../access/public-council.ts";
import { actionState } from "../../model/actions.ts";
import { formatDate } from "../../model/civil.ts";
import { actionGaps, findingGaps, type Gap, measureGaps } from "../../model/gaps.ts";
import type { Inspection } from "../../model/inspection.ts";
import { address } from "../addresses.ts";
import { followUpView } from "../follow-up-view.ts";
import type { Site, Tone } from "../site.ts";
import { actionStanding, daysLate } from "./standing.ts";
import { followUpsOf } from "./subject.ts";

export interface NotYet {
  readonly word: string;
  readonly tone: Tone;
  readonly text: string;
  readonly more: string;
  readonly href: string;
}

/** What is late, stopped or not begun; what is late comes first. */
export function notYet(site: Site, found: PublicDocument<Inspection>, plans: readonly PublicPlan[]): NotYet[] {
  const all = [
    ...plans.flatMap((plan) => lateActions(site, plan)),
    ...followUpsOf(site, found.id)
      .filter(({ status }) => status === "overdue")
      .map((state) => {
        const view = followUpView(site, state);
        return {
          word: "Overdue",
          tone: "late" as const,
          text: view.text,
          more: `Asked for by ${view.askedBy}${view.due ? `, and due ${view.due.href ? "at" : "by"} ${view.due.text}` : ""}, ${view.late ?? ""}.`,
          href: view.asked.href,
        };
      }),
  ];
  const place = ({ word }: NotYet) => ["Overdue", "Not reported", "Not started", "Stopped"].indexOf(word);
  return all.sort((a, b) => place(a) - place(b));
}

/** What the council's own undertakings leave out, as residents should know it: each action, measure or finding once. */
export function leftOut(site: Site, found: PublicDocument<Inspection>, plans: readonly PublicPlan[]) {
  const others = site.council.inspections.map(({ value }) => value);
  const gaps = [
    ...plans.flatMap((plan) => planGaps(site, plan)),
    ...findingGaps(found, site.council.plans, others).map((gap) => ({ gap, href: address.finding(found.id, gap.id) })),
  ];
  return [...Map.groupBy(gaps, ({ href }) => href)].map(([href, each]) => ({
    href,
    text: each[0]?.gap.title ?? "",
    words: each.map(({ gap }) => gap.words).join(" "),
  }));
}

export function planGaps(site: Site, plan: PublicPlan): { gap: Gap; href: string }[] {
  return [
    ...actionGaps(plan).map((gap) => ({ gap, href: address.action(plan.id, gap.id) })),
    ...measureGaps(plan, site.today).map((gap) => ({ gap, href: address.measure(plan.id, gap.id) })),
  ];
}

function lateActions(site: Site, plan: PublicPlan): NotYet[] {
  return plan.actions.flatMap((action) => {
    const { status } = actionState(action, site.today);
    const standing = actionStanding(site, plan, action);
    const href = address.action(plan.id, action.id);
    const at = { text: action.title, href, tone: standing.tone };
    const answers = action.owner ?? "nobody is named";
    if (status === "overdue")
      return [
        {
          ...at,
          word: "Overdue",
          more: `Due ${formatDate(action.due ?? "")}, ${daysLate(action, site.today)}. ${action.owner ? `${action.owner} answers for it.` : "Nobody is named to answer for it."}`,
        },
      ];
    if (status === "stopped") return [{ ...at, word: "Stopped", more: action.progress.at(-1)?.text ?? "" }];
    if (status === "not started" || status === "not said")
      return [
        {
          ...at,
          word: status === "not started" ? "Not started" : "Not reported",
          more: `${action.due ? `Due ${formatDate(action.due)}` : "No day is set"}; who answers for it: ${answers}.`,
        },
      ];
    return [];
  });
}

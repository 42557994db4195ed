/** What changed in a plan since councillors last had a report on it: figures, what was said, and days that passed. For pages/plan.ts. */
import type { PublicPlan } from "../../access/public-council.ts";
import { readingWords } from "../../charts/measure-words.ts";
import { actionState } from "../../model/actions.ts";
import { formatDate, formatMonth } from "../../model/civil.ts";
import { upperFirst } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import type { Site } from "../site.ts";
import { type ReportedAt, reportsThat } from "./reports.ts";

export interface SinceReport {
  readonly title: string;
  readonly where: string;
  readonly href: string;
  readonly changes: readonly { readonly href: string; readonly title: string; readonly words: string }[];
}

/** Null where no meeting that is over had a report on the plan. */
export function sinceLastReport(site: Site, plan: PublicPlan): SinceReport | null {
  const last = lastReport(site, plan);
  if (!last) return null;
  const { meeting, paper } = last;
  return {
    title: paper.title,
    where: meetingName(meeting),
    href: address.report(meeting.id, paper.id),
    changes: [...figures(plan, last), ...actions(site, plan, meeting.living.value.date)],
  };
}

/** The first of the last meeting that is over and had one. */
function lastReport(site: Site, plan: PublicPlan): ReportedAt | null {
  const over = reportsThat(site, ({ reportsOn }) => reportsOn.includes(plan.id)).filter(
    ({ meeting }) => meeting.living.value.date < site.today,
  );
  return over.find(({ meeting }) => meeting.id === over.at(-1)?.meeting.id) ?? null;
}

/** Each measure whose latest figure is not the one that the report gave, or could have given when it was issued. */
function figures(plan: PublicPlan, { meeting, paper }: ReportedAt): SinceReport["changes"] {
  const source = `${meeting.id}/${paper.id}`;
  const issued = (paper.firstIssuedAt ?? meeting.living.value.date).slice(0, 10);
  return plan.measures.flatMap(({ id, title, unit, direction, readings }) => {
    const then =
      readings.findLast((each) => each.source?.split("#")[0] === source) ??
      readings.findLast(({ date }) => date < issued);
    const now = readings.at(-1);
    if (!then || !now || now.date <= then.date) return [];
    const words = `${readingWords(now, unit)} in ${formatMonth(now.date)}; it was ${readingWords(then, unit)} in ${formatMonth(then.date)}`;
    const course =
      now.value === then.value
        ? "no change"
        : now.value > then.value === (direction === "higher is better")
          ? "better"
          : "worse";
    return [{ href: `#${id}`, title, words: `${words} (${course}).` }];
  });
}

function actions(site: Site, plan: PublicPlan, since: string): SinceReport["changes"] {
  return plan.actions.flatMap((action) => {
    const at = { href: `#${action.id}`, title: action.title };
    const said = action.progress
      .filter(({ date }) => date > since)
      .map(({ date, status, text }) => ({
        ...at,
        words: `${status ? `${upperFirst(status)}, says the council` : "Said"}, ${formatDate(date)}: ${text}`,
      }));
    const isNewlyLate =
      actionState(action, site.today).status === "overdue" && action.due !== undefined && action.due >= since;
    return isNewlyLate
      ? [...said, { ...at, words: `Its day passed on ${formatDate(action.due ?? "")}, and it is not done.` }]
      : said;
  });
}

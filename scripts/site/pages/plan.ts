/** A plan: its actions and measures with who says so, what changed since it was endorsed and last reported, and its data. */
import type { PublicAction, PublicPlan } from "../../access/public-council.ts";
import { measureWords } from "../../charts/measure-words.ts";
import { type ActionStatus, actionState } from "../../model/actions.ts";
import { address } from "../addresses.ts";
import { openAndLatest } from "../facts/answered.ts";
import { titleOfInspection } from "../facts/names.ts";
import { followUpView } from "../follow-up-view.ts";
import { measureCsv, measureFigure } from "../measure-figure.ts";
import { meetingName } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import { planFiles } from "../plan-data.ts";
import { RATING_RULE, ratingView } from "../rating-words.ts";
import type { Site } from "../site.ts";
import { neighboursOf } from "../thread/neighbours.ts";
import { planGaps } from "../thread/not-yet.ts";
import { sinceLastReport } from "../thread/since-report.ts";
import { actionStanding, daysLate } from "../thread/standing.ts";
import { followUpsAbout, nextReports } from "../thread/subject.ts";

export const plan: CouncilPages = {
  per: "council",
  template: "plan",
  parts: ({ council }) => council.plans.map(({ id }) => id),
  pages: (site, part) => planOf(site, part).map((found) => planPage(site, found)),
  files: (site, part) =>
    planOf(site, part).flatMap((found) => [
      ...found.measures.map((measure) => ({
        url: address.measureCsv(found.id, measure.id),
        content: measureCsv(measure),
      })),
      ...planFiles(site, found),
    ]),
};

function planOf({ council }: Site, part: string): readonly PublicPlan[] {
  return council.plans.filter(({ id }) => id === part);
}

function planPage(site: Site, found: PublicPlan) {
  const about = openAndLatest(followUpsAbout(site, `plans/${found.id}`));
  const inspection = site.ask(titleOfInspection, found.inspection);
  return {
    url: address.plan(found.id),
    title: found.title,
    description: found.summary,
    above: [
      { text: "Inspections", href: address.inspections() },
      ...(inspection === null ? [] : [{ text: inspection, href: address.inspection(found.inspection) }]),
    ],
    lede: found.summary,
    version: found.version,
    status: found.status,
    owner: found.owner,
    updated: found.updated,
    endorsed: endorsement(site, found),
    submitted: found.submitted ?? null,
    counts: countStatuses(site, found),
    unowned: found.actions.filter(({ owner }) => !owner).length,
    nextReports: nextReports(site, [found]),
    since: sinceLastReport(site, found),
    actions: found.actions.map((action) => actionView(site, found, action)),
    measures: found.measures.map((measure) => {
      const source = measure.readings.at(-1)?.source;
      return {
        ...measureFigure(measure, found.id),
        sourceName: source ? site.sourceName(source) : null,
        rating: ratingView(measure, site.today),
        withheld: measure.countsWithheld,
      };
    }),
    rule: RATING_RULE,
    leftOut: planGaps(site, found).map(({ gap, href }) => ({ text: gap.title, href, words: gap.words })),
    followUps: about.shown.map((state) => followUpView(site, state)),
    followUpsMore: about.more,
    neighbours: site.ask(neighboursOf, `plans/${found.id}`).filter(({ words }) => words === "Reported in"),
    data: {
      json: address.planData(found.id, "plan.json"),
      actions: address.planData(found.id, "actions.csv"),
      figures: address.planData(found.id, "figures.csv"),
    },
  };
}

/** Which meeting endorsed it, in which version, and what is not as it was then. */
function endorsement(site: Site, found: PublicPlan) {
  const at = found.endorsed ? site.called(found.endorsed.meeting) : null;
  if (!found.endorsed || !at) return null;
  const { minute, resolution, version } = found.endorsed;
  return {
    words: `${meetingName(at)}, minute ${minute}, resolution (${resolution})`,
    href: address.resolution(at.id, minute, resolution),
    version: version ?? null,
    changes: found.changes?.map(({ id, title, words }) => ({ href: id ? `#${id}` : null, title, words })) ?? null,
  };
}

function actionView(site: Site, found: PublicPlan, action: PublicAction) {
  const { status } = actionState(action, site.today);
  return {
    id: action.id,
    title: action.title,
    owner: action.owner ?? null,
    start: action.start ?? null,
    due: action.due ?? null,
    late: status === "overdue" ? daysLate(action, site.today) : null,
    status,
    standing: actionStanding(site, found, action),
    progress: action.progress.map((each) => ({
      ...each,
      source: each.source ? { href: address.reference(each.source), text: site.sourceName(each.source) } : null,
    })),
    evidence: action.evidence.map(({ text, source }) => ({
      text,
      href: /^https?:/.test(source) ? source : address.reference(source),
    })),
    toFollow: action.progressToFollow,
    measures: found.measures
      .filter((measure) => measure.actions.includes(action.id))
      .map((measure) => ({ href: `#${measure.id}`, title: measure.title, ...measureWords(measure) })),
    neighbours: site
      .ask(neighboursOf, `plans/${found.id}/${action.id}`)
      .filter(({ words }) => words !== "Part of" && words !== "Measured by"),
  };
}

const ORDER: readonly ActionStatus[] = ["overdue", "under way", "not started", "not said", "stopped", "done"];

/** How many actions stand where, in the order a reader should see them; each is a choice of what to show. */
function countStatuses(site: Site, found: PublicPlan) {
  const all = found.actions.map((action) => actionState(action, site.today).status);
  return ORDER.map((status) => ({
    status,
    key: status.replaceAll(" ", "-"),
    count: all.filter((each) => each === status).length,
  })).filter(({ count }) => count > 0);
}

/** A plan's open data: everything on its page as JSON, its actions and its figures as CSV. Called by pages/plan.ts. */
import type { PublicPlan } from "../access/public-council.ts";
import { actionState } from "../model/actions.ts";
import { rate } from "../model/rating.ts";
import { address } from "./addresses.ts";
import { csv } from "./csv.ts";
import type { SiteFile } from "./page-kind.ts";
import type { Site } from "./site.ts";
import { actionStanding } from "./thread/standing.ts";

export function planFiles(site: Site, plan: PublicPlan): SiteFile[] {
  const json = { licence: site.council.settings.licence, asOf: site.today, ...planData(site, plan) };
  return [
    { url: address.planData(plan.id, "plan.json"), content: `${JSON.stringify(json, null, 1)}\n` },
    { url: address.planData(plan.id, "actions.csv"), content: actionsCsv(site, plan) },
    { url: address.planData(plan.id, "figures.csv"), content: figuresCsv(plan) },
  ];
}

/** The plan as it is public, with where each action stands and how each measure is rated. */
function planData(site: Site, plan: PublicPlan) {
  return {
    ...plan,
    actions: plan.actions.map((action) => ({
      ...action,
      status: actionState(action, site.today).status,
      standing: actionStanding(site, plan, action),
    })),
    measures: plan.measures.map((measure) => {
      const { ruled, because, byHand } = rate(measure, site.today);
      return { ...measure, rating: { byRule: ruled, because, byHand } };
    }),
  };
}

function actionsCsv(site: Site, plan: PublicPlan): string {
  return csv(
    [
      "action",
      "title",
      "findings",
      "owner",
      "start",
      "due",
      "status",
      "said",
      "said by",
      "said for",
      "said on",
      "source",
    ],
    plan.actions.map((action) => {
      const { status, said } = actionState(action, site.today);
      return {
        action: action.id,
        title: action.title,
        findings: action.findings,
        owner: action.owner ?? null,
        start: action.start ?? null,
        due: action.due ?? null,
        status,
        said: said?.status ?? null,
        "said by": said ? (said.saidBy ?? action.owner ?? plan.owner) : null,
        "said for": said?.for ?? null,
        "said on": said?.date ?? null,
        source: said?.source ?? null,
      };
    }),
  );
}

function figuresCsv({ measures }: PublicPlan): string {
  return csv(
    ["measure", "title", "unit", "date", "value", "approximate", "source", "revised"],
    measures.flatMap(({ id, title, unit, readings }) =>
      readings.map(({ date, value, approximate, source, revisions }) => ({
        measure: id,
        title,
        unit,
        date,
        value,
        approximate,
        source: source ?? null,
        revised: revisions.map(
          (each) => `${each.approximate ? "about " : ""}${each.value} until ${each.on}: ${each.because}`,
        ),
      })),
    ),
  );
}

/** A plan: its actions in words with who says so, and its measures as charts, tables and CSV. */
import type { PublicPlan } from "../../access/public-council.ts";
import { measureWords } from "../../charts/measure-words.ts";
import { type ActionStatus, actionState } from "../../model/actions.ts";
import { address } from "../addresses.ts";
import { measureCsv, measureFigure } from "../measure-figure.ts";
import type { PageKind } from "../page-kind.ts";
import { meetingName, type Site, type Tone } from "../site.ts";

export const plan: PageKind = {
  template: "plan",
  pages: (site) => site.council.plans.map((found) => planPage(site, found)),
  files: (site) =>
    site.council.plans.flatMap(({ id, measures }) =>
      measures.map((measure) => ({ url: address.measureCsv(id, measure.id), content: measureCsv(measure) })),
    ),
};

const TONES: Readonly<Record<ActionStatus, Tone>> = {
  "not started": "plain",
  "under way": "due",
  done: "done",
  stopped: "late",
  overdue: "late",
  "not said": "plain",
};

function planPage(site: Site, found: PublicPlan) {
  const inspection = site.council.inspections.find((each) => each.id === found.inspection);
  const endorsedAt = found.endorsed ? site.meeting(found.endorsed.meeting) : null;
  return {
    url: address.plan(found.id),
    title: found.title,
    description: found.summary,
    above: [
      { text: "Inspections", href: address.inspections() },
      ...(inspection ? [{ text: inspection.value.title, href: address.inspection(inspection.id) }] : []),
    ],
    lede: found.summary,
    version: found.version,
    status: found.status,
    owner: found.owner,
    updated: found.updated,
    endorsed:
      found.endorsed && endorsedAt
        ? {
            words: `${meetingName(endorsedAt)}, minute ${found.endorsed.minute}, resolution (${found.endorsed.resolution})`,
            href: `${address.minutes(endorsedAt.id)}#s${found.endorsed.minute}`,
          }
        : null,
    counts: countStatuses(site, found),
    actions: found.actions.map((action) => {
      const { status, said } = actionState(action, site.today);
      return {
        id: action.id,
        title: action.title,
        owner: action.owner ?? null,
        start: action.start ?? null,
        due: action.due ?? null,
        status,
        said: said?.status ?? "nothing",
        tone: TONES[status],
        saidBy: said?.saidBy ?? action.owner ?? found.owner,
        progress: action.progress.map((each) => ({
          ...each,
          source: each.source ? { href: address.reference(each.source), text: site.sourceName(each.source) } : null,
        })),
        toFollow: action.progressToFollow,
        findings: action.findings.flatMap((reference) => {
          const [inspectionId = "", findingId = ""] = reference.split("/");
          const finding = site.council.inspections
            .find((each) => each.id === inspectionId)
            ?.value.findings.find((each) => each.id === findingId);
          return finding ? [{ href: `${address.inspection(inspectionId)}#${findingId}`, title: finding.title }] : [];
        }),
        measures: found.measures
          .filter((measure) => measure.actions.includes(action.id))
          .map((measure) => ({ href: `#${measure.id}`, title: measure.title, ...measureWords(measure) })),
      };
    }),
    measures: found.measures.map((measure) => {
      const source = measure.readings.at(-1)?.source;
      return { ...measureFigure(measure, found.id), sourceName: source ? site.sourceName(source) : null };
    }),
  };
}

function countStatuses(site: Site, found: PublicPlan) {
  const all = found.actions.map((action) => actionState(action, site.today).status);
  return (["done", "under way", "overdue", "not started", "stopped"] as const)
    .map((status) => ({ status, count: all.filter((each) => each === status).length }))
    .filter(({ count }) => count > 0);
}

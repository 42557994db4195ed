/** An inspection: five questions answered, each finding with where it has got to, what has not happened, and the proof. */
import type { PublicDocument, PublicPlan } from "../../access/public-council.ts";
import { actionState } from "../../model/actions.ts";
import type { FollowUpState } from "../../model/follow-up-due.ts";
import type { Finding, Inspection } from "../../model/inspection.ts";
import { address } from "../addresses.ts";
import { openAndLatest } from "../facts/answered.ts";
import { followUpView } from "../follow-up-view.ts";
import { measureBrief } from "../measure-figure.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import { RATING_RULE } from "../rating-words.ts";
import type { Site } from "../site.ts";
import { fieldworkWords } from "../thread/fieldwork.ts";
import { inShort } from "../thread/in-short.ts";
import { clockViews } from "../thread/inspection-clocks.ts";
import { judgementTable } from "../thread/judgements.ts";
import { leftOut, notYet } from "../thread/not-yet.ts";
import { actionRow, actionsFor, findingStanding, revisitsOf } from "../thread/standing.ts";
import { dueNext, followUpsOf, nextReports, reportRows, reportsOn, unansweredQuestions } from "../thread/subject.ts";
import { wholeThread } from "../thread/whole-thread.ts";
import { contradictionsOf, mattersOf } from "./matter.ts";

export const inspection: CouncilPages = {
  per: "council",
  template: "inspection",
  parts: ({ council }) => council.inspections.map(({ id }) => id),
  pages: (site, part) =>
    site.council.inspections.filter(({ id }) => id === part).map((found) => inspectionPage(site, found)),
  files: (site, id) => [
    {
      url: address.threadData(id),
      content: `${JSON.stringify({ licence: site.council.settings.licence, asOf: site.today, ...wholeThread(site, `inspections/${id}`) }, null, 1)}\n`,
    },
  ],
};

function inspectionPage(site: Site, found: PublicDocument<Inspection>) {
  const { id, value } = found;
  const plans = site.plansFor(id);
  const followUps = followUpsOf(site, id);
  const closed = openAndLatest(followUps.filter((state) => !isOpen(state)));
  const unanswered = unansweredQuestions(site, id);
  const reports = reportRows(site, reportsOn(site, id));
  const later = site.council.inspections
    .filter((each) => each.value.before.includes(id))
    .map((each) => ({ href: address.inspection(each.id), title: each.value.title }));
  const outcomes = value.findings.flatMap(
    (finding) => revisitsOf(site, `${id}/${finding.id}`)[0]?.revisit.outcome ?? [],
  );
  return {
    url: address.inspection(id),
    title: value.title,
    description: "What inspectors found, what the council undertook and what has happened since.",
    above: [{ text: "Inspections", href: address.inspections() }],
    lede: ledeOf(site, value, plans, { revisits: outcomes.length, later: later.length }),
    inspectorate: value.inspectorate,
    framework: value.framework,
    kind: value.kind,
    announced: value.announced ?? null,
    inspected: fieldworkWords(value),
    published: value.published ?? null,
    report: value.report ?? null,
    contact: value.contact ?? null,
    answers: inShort(site, {
      found,
      plans,
      followUps,
      unanswered: unanswered.length,
      reports: reports.filter(({ isToCome }) => !isToCome).length,
      outcomes,
      later: later.length,
    }),
    judgements: judgementTable(site, found),
    html: found.outline.words > 0 ? proseHtml(site, found) : null,
    forecasts: forecastsOf(site, value),
    nextReports: nextReports(site, plans),
    dueNext: dueNext(site, plans),
    earlier: inspectionsNamed(site, value.before),
    later,
    plans: plans.map((plan) => ({ href: address.plan(plan.id), title: plan.title, status: plan.status })),
    matters: mattersOf(site, { inspection: id }),
    findings: value.findings.map((finding, index) => findingView(site, found, finding, index)),
    undertaken: plans.map((plan) => ({
      href: address.plan(plan.id),
      title: plan.title,
      actions: plan.actions.map((action) => actionRow(site, { plan, action })),
    })),
    rule: RATING_RULE,
    measures: plans.flatMap((plan) => plan.measures.map((measure) => measureBrief(site, plan.id, measure))),
    notYet: notYet(site, found, plans),
    leftOut: leftOut(site, found, plans),
    unanswered,
    followUps: followUps
      .filter((state) => isOpen(state) && state.status !== "overdue")
      .map((state) => followUpView(site, state)),
    answered: closed.shown.map((state) => followUpView(site, state)),
    answeredMore: closed.more,
    closed: {
      answered: followUps.filter(({ status }) => status === "discharged").length,
      superseded: followUps.filter(({ status }) => status === "superseded").length,
    },
    received: value.received ?? null,
    reports,
    dataHref: address.threadData(id),
    clocks: clockViews(site, found),
    contradictions: contradictionsOf(site, { inspection: id }),
  };
}

const isOpen = ({ status }: FollowUpState) => status !== "discharged" && status !== "superseded";

function inspectionsNamed(site: Site, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const other = site.council.inspections.find((each) => each.id === id);
    return other ? [{ href: address.inspection(id), title: other.value.title }] : [];
  });
}

/** What was judged and what has been done, in a resident's two sentences. A draft that nobody endorsed is no undertaking. */
function ledeOf(
  site: Site,
  value: Inspection,
  plans: readonly PublicPlan[],
  { revisits, later }: { readonly revisits: number; readonly later: number },
): string {
  const found = value.findings.length;
  const judged = value.overall
    ? `Inspectors judged the service ${value.overall.toLowerCase()}.`
    : found > 0
      ? `Inspectors made ${found} ${found === 1 ? "finding" : "findings"}.`
      : "What inspectors found is not on record here.";
  const checked =
    revisits > 0
      ? " They have since come back to what they found."
      : later > 0
        ? " Inspectors have been here since."
        : " Inspectors have not yet been back to check.";
  const actions = plans.flatMap((plan) => plan.actions);
  if (actions.length === 0) return `${judged}${later > 0 ? checked : ""}`;
  const states = actions.map((action) => actionState(action, site.today));
  const done = states.filter(({ status }) => status === "done").length;
  const overdue = states.filter(({ status }) => status === "overdue").length;
  const past = overdue > 0 ? ` ${overdue} ${overdue === 1 ? "is" : "are"} overdue.` : "";
  const isUndertaken = plans.some(({ endorsed, status }) => endorsed || status !== "draft");
  const all = `${actions.length} ${actions.length === 1 ? "action" : "actions"}`;
  const answer = isUndertaken
    ? `In answer the council undertook ${all}, and says that ${done} ${done === 1 ? "is" : "are"} done.`
    : `The council has drafted ${all} in answer, which no meeting has endorsed yet.`;
  return `${judged} ${answer}${past}${checked}`;
}

function forecastsOf(site: Site, { forecasts }: Inspection) {
  return forecasts.map(({ text, by, said, saidBy, source }) => ({
    text,
    by: by ?? null,
    said: said ?? null,
    isPast: by !== undefined && by < site.today,
    saidBy,
    source: source ? { text: site.sourceName(source), href: address.reference(source) } : null,
  }));
}

function findingView(site: Site, { id, value }: PublicDocument<Inspection>, finding: Finding, index: number) {
  return {
    id: finding.id,
    href: address.finding(id, finding.id),
    title: finding.title,
    text: finding.text ?? null,
    place: `Finding ${index + 1} of ${value.findings.length}`,
    positive: finding.kind === "positive",
    addressee: finding.addressee,
    priority: finding.priority ?? null,
    by: finding.by ?? null,
    isDisputed: site.council.matters.some((matter) =>
      matter.value.contradictions.some(({ findings }) => findings.includes(`${id}/${finding.id}`)),
    ),
    standing: findingStanding(site, id, finding),
    actions: actionsFor(site, `${id}/${finding.id}`).map((each) => actionRow(site, each)),
    revisits: revisitsOf(site, `${id}/${finding.id}`).map(({ inspection: later, revisit }) => ({
      outcome: revisit.outcome,
      text: revisit.text ?? null,
      title: later.value.title,
      href: revisit.nowIn ? address.finding(later.id, revisit.nowIn) : address.inspection(later.id),
    })),
  };
}

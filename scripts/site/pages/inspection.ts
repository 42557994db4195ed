/** An inspection: what was found, and for each finding what the council undertook, reported and measured. */
import type { PublicAction, PublicDocument, PublicPlan } from "../../access/public-council.ts";
import { measureWords } from "../../charts/measure-words.ts";
import { actionState } from "../../model/actions.ts";
import { formatDate, formatRange } from "../../model/civil.ts";
import type { Finding, Inspection } from "../../model/inspection.ts";
import { listed, the } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import type { PageKind } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import { meetingName, type Site, type Tone } from "../site.ts";
import { mattersOf } from "./matter.ts";

export const inspection: PageKind = {
  template: "inspection",
  pages: (site) => site.council.inspections.map((found) => inspectionPage(site, found)),
};

function inspectionPage(site: Site, found: PublicDocument<Inspection>) {
  const { id, value } = found;
  const plans = site.plansFor(id);
  const papers = site.council.meetings.flatMap((meeting) =>
    meeting.papers
      .filter((paper) => paper.value.respondsTo.includes(`inspections/${id}`))
      .map((paper) => ({
        date: meeting.living.value.date,
        title: paper.value.title,
        where: meetingName(meeting),
        href: address.report(meeting.id, paper.id),
      })),
  );
  return {
    url: address.inspection(id),
    title: value.title,
    description: `What inspectors found, what the council undertook and what has happened since.`,
    above: [{ text: "Inspections", href: address.inspections() }],
    lede: ledeOf(site, value, plans),
    inspectorate: value.inspectorate,
    framework: value.framework,
    kind: value.kind,
    announced: value.announced ?? null,
    inspected: formatRange(value.fieldwork.from, value.fieldwork.to),
    published: value.published ?? null,
    report: value.report ?? null,
    contact: value.contact ?? null,
    overall: value.overall ?? null,
    capacity: value.capacity ?? null,
    judgements: value.judgements,
    anyBefore: value.judgements.some((each) => each.before || each.change),
    html: found.outline.words > 0 ? proseHtml(site, found) : null,
    forecasts: value.forecasts,
    earlier: value.before.flatMap((earlier) => {
      const other = site.council.inspections.find((each) => each.id === earlier);
      return other ? [{ href: address.inspection(earlier), title: other.value.title }] : [];
    }),
    later: site.council.inspections
      .filter((each) => each.value.before.includes(id))
      .map((each) => ({ href: address.inspection(each.id), title: each.value.title })),
    plans: plans.map((plan) => ({ href: address.plan(plan.id), title: plan.title, status: plan.status })),
    matters: mattersOf(site, { inspection: id }),
    papers: papers.sort((a, b) => (a.date < b.date ? -1 : 1)),
    threads: value.findings.map((finding, index) => thread(site, id, finding, index, value.findings.length, plans)),
  };
}

/** What was judged and what has been done, in a resident's two sentences. */
function ledeOf(site: Site, value: Inspection, plans: readonly PublicPlan[]): string {
  const found = value.findings.length;
  const judged = value.overall
    ? `Inspectors judged the service ${value.overall.toLowerCase()}.`
    : `Inspectors made ${found} ${found === 1 ? "finding" : "findings"}.`;
  const actions = plans.flatMap((plan) => plan.actions);
  if (actions.length === 0) return judged;
  const said = (["done", "under way", "not started", "stopped"] as const)
    .map((status) => ({
      status,
      count: actions.filter((action) => actionState(action, site.today).said?.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  const overdue = actions.filter((action) => actionState(action, site.today).status === "overdue").length;
  const past = overdue > 0 ? ` ${overdue} ${overdue === 1 ? "is" : "are"} past the due date.` : "";
  return `${judged} The council undertook ${actions.length} ${actions.length === 1 ? "action" : "actions"} in answer: it says ${listed(said)}.${past}`;
}

function thread(
  site: Site,
  inspectionId: string,
  finding: Finding,
  index: number,
  of: number,
  plans: readonly PublicPlan[],
) {
  const id = `${inspectionId}/${finding.id}`;
  const answers = plans.flatMap((plan) =>
    plan.actions.filter((action) => action.findings.includes(id)).map((action) => ({ plan, action })),
  );
  return {
    id: finding.id,
    title: finding.title,
    text: finding.text ?? null,
    place: `Finding ${index + 1} of ${of}`,
    positive: finding.kind === "positive",
    addressee: finding.addressee,
    priority: finding.priority ?? null,
    status: threadStatus(
      site,
      finding,
      answers.map((each) => each.action),
    ),
    steps: answers.flatMap(({ plan, action }) => steps(site, plan, action)),
  };
}

/** Where a finding stands: the worst of its actions, in words, with who says so. */
function threadStatus(
  site: Site,
  finding: Finding,
  actions: readonly PublicAction[],
): { words: string; tone: Tone } | null {
  if (finding.kind === "positive") return null;
  if (finding.addressee !== "the council") return { words: `For ${finding.addressee} to answer`, tone: "plain" };
  if (actions.length === 0) return { words: "No action named yet", tone: "late" };
  const all = actions.map((action) => actionState(action, site.today).status);
  if (all.includes("overdue")) return { words: "Behind: an action is overdue", tone: "late" };
  if (all.every((status) => status === "done")) return { words: "Done, says the council", tone: "done" };
  if (all.includes("stopped") && all.every((status) => status === "stopped"))
    return { words: "Stopped, says the council", tone: "late" };
  if (all.every((status) => status === "not started")) return { words: "Not started, says the council", tone: "due" };
  return { words: "Under way, says the council", tone: "due" };
}

interface Step {
  readonly word: string;
  readonly text: string;
  readonly who: string | null;
  readonly date: string | null;
  readonly href: string | null;
  readonly link: string | null;
  readonly tone: Tone;
}

/** What was undertaken, then what was reported and measured of it, in order. */
function steps(site: Site, plan: PublicPlan, action: PublicAction): Step[] {
  const { status, said } = actionState(action, site.today);
  const owner = action.owner ?? "nobody named yet";
  const undertaken: Step = {
    word: "Undertaken",
    text: action.title,
    who: `${owner}${action.due ? `, by ${formatDate(action.due)}` : ""}`,
    date: null,
    href: `${address.plan(plan.id)}#${action.id}`,
    link: plan.title,
    tone: "plain",
  };
  const reported = action.progress.map(
    (each): Step => ({
      word: "Reported",
      text: each.text,
      who: null,
      date: each.date,
      href: each.source ? address.reference(each.source) : null,
      link: each.source ? site.sourceName(each.source) : null,
      tone: "plain",
    }),
  );
  const measured = plan.measures
    .filter((measure) => measure.actions.includes(action.id) && measure.readings.length > 0)
    .map((measure): Step => {
      const words = measureWords(measure);
      return {
        word: "Measured",
        text: `${measure.title}: ${words.latest}${words.distance ? `, ${words.distance}` : ""}.`,
        who: null,
        date: measure.readings.at(-1)?.date ?? null,
        href: address.measure(plan.id, measure.id),
        link: "figures and chart",
        tone: "plain",
      };
    });
  const last = action.progress.at(-1)?.date;
  const ending: Step[] =
    status === "overdue"
      ? [
          {
            word: "Overdue",
            text: `It was to be done by ${formatDate(action.due ?? "")}. ${last ? `Nothing has been reported since ${formatDate(last)}.` : "Nothing has been reported."}`,
            who: null,
            date: null,
            href: null,
            link: null,
            tone: "late",
          },
        ]
      : status === "done" || status === "stopped"
        ? [
            {
              word: status === "done" ? "Done" : "Stopped",
              text: `says ${the(said?.saidBy ?? action.owner ?? "council")}.`,
              who: null,
              date: null,
              href: null,
              link: null,
              tone: status === "done" ? "done" : "plain",
            },
          ]
        : [];
  return [undertaken, ...reported, ...measured, ...ending];
}

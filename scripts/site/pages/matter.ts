/** A matter: one subject followed across meetings and committees, oldest first, with each decision and what came of it. */
import type { PublicMatter } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import type { DecisionView } from "../decisions.ts";
import { decisionAt } from "../facts/decided.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { itemOfReference } from "../facts/references.ts";
import { type FollowUpView, followUpView } from "../follow-up-view.ts";
import { meetingName } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";
import { fieldworkWords } from "../thread/fieldwork.ts";

export const matter: CouncilPages = {
  per: "council",
  template: "matter",
  parts: ({ council }) => council.matters.map(({ id }) => id),
  pages: (site, part) =>
    site.council.matters
      .filter(({ id }) => id === part)
      .map((found) => ({
        url: address.matter(found.id),
        title: found.value.title,
        description: found.value.summary,
        above: [],
        lede: found.value.summary,
        html: found.outline.words > 0 ? proseHtml(site, found) : null,
        steps: [...inspectionSteps(site, found), ...meetingSteps(site, found)].sort((a, b) => (a.on < b.on ? -1 : 1)),
        toFollow: found.papersToFollow,
        contradictions: contradictionViews(site, found),
        plans: found.value.inspections.flatMap((id) =>
          site.plansFor(id).map((plan) => ({ href: address.plan(plan.id), title: plan.title, status: plan.status })),
        ),
      })),
};

/** One day in the matter's story: an inspection, or a meeting with its papers, its decisions and what it asked for. */
interface Step {
  readonly on: string;
  readonly title: string;
  readonly href: string;
  readonly text: string | null;
  readonly papers: readonly { readonly href: string; readonly title: string }[];
  readonly decisions: readonly DecisionView[];
  readonly asked: readonly FollowUpView[];
}

function inspectionSteps(site: Site, { value }: PublicMatter): Step[] {
  return site.council.inspections
    .filter(({ id }) => value.inspections.includes(id))
    .map(({ id, value: found }) => ({
      on: found.published ?? found.fieldwork.to,
      title: found.title,
      href: address.inspection(id),
      text: found.overall
        ? `${found.inspectorate} judged it ${found.overall.toLowerCase()}, after ${fieldworkWords(found)}.`
        : `${found.inspectorate} came in ${fieldworkWords(found)}.${found.findings.length > 0 ? ` Findings on record: ${found.findings.length}.` : ""} No overall grade is on record.`,
      papers: [],
      decisions: [],
      asked: [],
    }));
}

/** As many of the latest meetings as are told in full; of those before them the papers, and each decision in a sentence. */
const IN_FULL = 24;

/** The matter's papers by meeting, each meeting once. */
function meetingSteps(site: Site, { value }: PublicMatter): Step[] {
  const byMeeting = [...Map.groupBy(value.papers, (reference) => reference.split("/")[0] ?? "")]
    .flatMap(([id, references]) => {
      const meeting = site.called(id);
      return meeting ? [{ meeting, references }] : [];
    })
    .sort((a, b) => (a.meeting.living.value.date < b.meeting.living.value.date ? -1 : 1));
  return byMeeting.map(({ meeting, references }, at) => {
    const isBrief = at < byMeeting.length - IN_FULL;
    const items = new Set(references.flatMap((reference) => site.ask(itemOfReference, reference) ?? []));
    const decisions = [...items].flatMap((item) => site.ask(decisionAt, `${meeting.id} ${item}`) ?? []);
    const minutes = new Set(decisions.map(({ minute }) => minute));
    return {
      on: meeting.living.value.date,
      title: meetingName(meeting),
      href: address.meeting(meeting.id),
      text: isBrief ? decisions.flatMap(({ summary }) => summary ?? []).join(" ") || null : null,
      papers: references.map((reference) => ({
        href: address.reference(reference),
        title: site.sourceName(reference),
      })),
      decisions: isBrief ? [] : decisions,
      asked: isBrief
        ? []
        : (followUpsOn(site).askedAt.get(meeting.id) ?? [])
            .filter((state) => minutes.has(state.minute))
            .map((state) => followUpView(site, state)),
    };
  });
}

/** The matters that an inspection belongs to, for its own page to link to. */
export function mattersOf(site: Site, wanted: { inspection: string }) {
  return site.council.matters
    .filter(({ value }) => value.inspections.includes(wanted.inspection))
    .map(({ id, value }) => ({ href: address.matter(id), title: value.title }));
}

/** Statements on record that do not agree, of the matters that an inspection belongs to. */
export function contradictionsOf(site: Site, wanted: { inspection: string }) {
  return site.council.matters
    .filter(({ value }) => value.inspections.includes(wanted.inspection))
    .flatMap((found) => contradictionViews(site, found));
}

function contradictionViews(site: Site, { value }: PublicMatter) {
  return value.contradictions.map(({ about, statements }) => ({
    about,
    statements: statements.map(({ text, saidBy, source }) => ({
      text,
      saidBy,
      source: { text: site.sourceName(source), href: address.reference(source) },
    })),
  }));
}

/**
 * The story of one finding, in order of time: what was found before and now, what the council undertook, what was said
 * and measured of it, what councillors were told and asked for, and whether it came. For the finding's own page.
 */
import type { PublicDocument } from "../../access/public-council.ts";
import { measureWords } from "../../charts/measure-words.ts";
import { actionState } from "../../model/actions.ts";
import type { Finding, Inspection } from "../../model/inspection.ts";
import { listed, the, upperFirst } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import { openAndLatest } from "../facts/answered.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { type FollowUpView, followUpView, type WordsAndLink } from "../follow-up-view.ts";
import { bodyName, meetingName } from "../meeting-words.ts";
import type { Site, Tone } from "../site.ts";
import { type AnsweringAction, actionsFor, revisitsOf } from "./standing.ts";
import { followUpsAbout, reportsOn } from "./subject.ts";

export interface StoryEvent {
  readonly on: string;
  readonly word: string;
  readonly text: string;
  /** Who says or did it. */
  readonly who: string | null;
  readonly link: WordsAndLink | null;
  readonly tone: Tone;
}

export function storyOf(site: Site, found: PublicDocument<Inspection>, finding: Finding): StoryEvent[] {
  const key = `inspections/${found.id}/${finding.id}`;
  const answers = actionsFor(site, `${found.id}/${finding.id}`);
  return [
    ...foundBefore(site, found, finding),
    foundNow(found, finding),
    ...answers.flatMap((each) => [...undertaken(site, each), ...said(site, each), ...measured(each)]),
    ...reported(site, found.id, answers),
    ...askedAndCame(site, key, answers),
    ...revisitsOf(site, `${found.id}/${finding.id}`).map(
      ({ inspection, revisit }): StoryEvent => ({
        on: inspection.value.published ?? inspection.value.fieldwork.to,
        word: "Looked at again",
        text: `${upperFirst(revisit.outcome)}.${revisit.text ? ` ${revisit.text}` : ""}`,
        who: inspection.value.inspectorate,
        link: {
          text: inspection.value.title,
          href: revisit.nowIn ? address.finding(inspection.id, revisit.nowIn) : address.inspection(inspection.id),
        },
        tone: revisit.outcome === "put right" ? "done" : "late",
      }),
    ),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)));
}

/** What happens on one day is told in this order: what came, or did not, before what was asked for because of it. */
const RANKS = [
  "Found before",
  "Found",
  "Praised",
  "Undertaken",
  "Reported to councillors",
  "To be reported to councillors",
];
const LAST = ["Came", "Did not come", "Asked for", "Was due", "Due", "On the agenda"];
function rank({ word }: StoryEvent): number {
  if (RANKS.includes(word)) return RANKS.indexOf(word);
  return RANKS.length + 1 + LAST.indexOf(word);
}

function foundNow({ id, value }: PublicDocument<Inspection>, finding: Finding): StoryEvent {
  return {
    on: value.published ?? value.fieldwork.to,
    word: finding.kind === "positive" ? "Praised" : "Found",
    text: finding.title,
    who: value.inspectorate,
    link: { text: value.title, href: address.inspection(id) },
    tone: "plain",
  };
}

/** Earlier findings that inspectors came back to and that go on in this one. */
function foundBefore(site: Site, { value }: PublicDocument<Inspection>, finding: Finding): StoryEvent[] {
  return value.revisits
    .filter(({ nowIn }) => nowIn === finding.id)
    .flatMap(({ finding: reference }) => {
      const [inspectionId = "", findingId = ""] = reference.split("/");
      const inspection = site.council.inspections.find(({ id }) => id === inspectionId);
      const before = inspection?.value.findings.find(({ id }) => id === findingId);
      if (!inspection || !before) return [];
      return [
        {
          on: inspection.value.published ?? inspection.value.fieldwork.to,
          word: "Found before",
          text: before.title,
          who: inspection.value.inspectorate,
          link: { text: inspection.value.title, href: address.finding(inspectionId, findingId) },
          tone: "plain" as const,
        },
      ];
    });
}

function undertaken(site: Site, { plan, action }: AnsweringAction): StoryEvent[] {
  const endorsedAt = plan.endorsed ? site.called(plan.endorsed.meeting) : null;
  const on = endorsedAt?.living.value.date ?? action.start ?? action.progress[0]?.date ?? plan.updated;
  const endorsed = endorsedAt ? ` ${upperFirst(bodyName(endorsedAt))} endorsed the plan.` : "";
  return [
    {
      on,
      word: "Undertaken",
      text: `${action.title}.${endorsed}`,
      who: `${action.owner ?? "nobody named yet"}${action.due ? "" : ", no day set"}`,
      link: { text: plan.title, href: address.action(plan.id, action.id) },
      tone: "plain",
    },
    ...(action.due
      ? [
          {
            on: action.due,
            word: action.due < site.today ? "Was due" : "Due",
            text: `${action.title}.`,
            who: null,
            link: null,
            tone: actionState(action, site.today).status === "overdue" ? ("late" as const) : ("plain" as const),
          },
        ]
      : []),
  ];
}

function said(site: Site, { plan, action }: AnsweringAction): StoryEvent[] {
  return action.progress.map((each) => ({
    on: each.date,
    word: each.for === "inspectors" ? "Inspectors said" : each.status ? upperFirst(each.status) : "Said",
    text: each.text,
    who: `says ${the(each.saidBy ?? action.owner ?? plan.owner)}${each.source ? "" : "; no published paper says so"}`,
    link: each.source ? { text: site.sourceName(each.source), href: address.reference(each.source) } : null,
    tone: each.status === "done" ? "done" : each.status === "stopped" ? "late" : "plain",
  }));
}

function measured({ plan, action }: AnsweringAction): StoryEvent[] {
  return plan.measures
    .filter((measure) => measure.actions.includes(action.id) && measure.readings.length > 0)
    .map((measure) => {
      const words = measureWords(measure);
      return {
        on: measure.readings.at(-1)?.date ?? "",
        word: "Measured",
        text: `${measure.title}: ${words.latest}${words.distance ? `, ${words.distance}` : ""}.`,
        who: null,
        link: { text: "figures and chart", href: address.measure(plan.id, measure.id) },
        tone: words.met ? ("done" as const) : ("plain" as const),
      };
    });
}

/** Reports on the finding, on the whole inspection, and on the plans that answer the finding; and what came of each. */
function reported(site: Site, inspection: string, answers: readonly AnsweringAction[]): StoryEvent[] {
  const plans = new Set(answers.map(({ plan }) => plan.id));
  return reportsOn(site, inspection)
    .filter(({ paper }) => paper.reportsOn.length === 0 || paper.reportsOn.some((id) => plans.has(id)))
    .map(({ meeting, paper }) => {
      return {
        on: meeting.living.value.date,
        word: meeting.living.value.date < site.today ? "Reported to councillors" : "To be reported to councillors",
        text: `${meetingName(meeting)}.${paper.decision ? ` ${paper.decision}` : ""}`,
        who: null,
        link: { text: paper.title, href: address.report(meeting.id, paper.id) },
        tone: "plain" as const,
      };
    });
}

function askedAndCame(site: Site, finding: string, answers: readonly AnsweringAction[]): StoryEvent[] {
  const keys = [finding, ...answers.map(({ plan, action }) => `plans/${plan.id}/${action.id}`)];
  return openAndLatest(followUpsAbout(site, ...keys)).shown.flatMap((state) => {
    const view = followUpView(site, state);
    const asked: StoryEvent = {
      on: state.date,
      word: "Asked for",
      text: view.text,
      who: listed([
        `by ${view.askedBy}`,
        view.undertakenBy ? `undertaken by ${the(view.undertakenBy)}` : "undertaken by nobody",
      ]),
      link: view.asked,
      tone: "plain",
    };
    const ending = endingOf(site, state.replacedBy, view);
    return ending ? [asked, ending] : [asked];
  });
}

/** How it ended, or when it is due; null where nobody said when. */
function endingOf(site: Site, replacedBy: string | null, view: FollowUpView): StoryEvent | null {
  const { text, due, dueOn } = view;
  if (view.answer && view.status === "due")
    return { on: view.answer.on, word: view.word, text, who: null, link: view.answer, tone: "due" };
  if (view.answer) return { on: view.answer.on, word: "Came", text, who: null, link: view.answer, tone: "done" };
  if (!dueOn) return null;
  const again = replacedBy ? followUpsOn(site).byId.get(replacedBy) : undefined;
  if (view.status === "overdue" || (again && again.date >= dueOn))
    return { on: dueOn, word: "Did not come", text, who: null, link: view.replaced ?? due, tone: "late" };
  if (view.status === "superseded") return null;
  return { on: dueOn, word: "Due", text, who: null, link: due, tone: "due" };
}

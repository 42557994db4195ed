/**
 * The five questions a resident asks of an inspection, each answered in a sentence or two from what is public: what was
 * found, what was undertaken, what has happened, what has not, where the proof is. For the inspection's page.
 */
import type { PublicDocument, PublicPlan } from "../../access/public-council.ts";
import { type ActionState, actionState } from "../../model/actions.ts";
import { formatDate } from "../../model/civil.ts";
import type { FollowUpState } from "../../model/follow-up-due.ts";
import type { Inspection, Revisit } from "../../model/inspection.ts";
import { rate } from "../../model/rating.ts";
import { count, listed, upperFirst } from "../../templating/filters.ts";
import { bodyName } from "../meeting-words.ts";
import type { Site } from "../site.ts";
import { actionStanding } from "./standing.ts";

export interface Answer {
  readonly question: string;
  readonly answer: string;
  /** The part of the page that says more. */
  readonly href: string;
  readonly link: string;
}

/** What the answers are made from, which the page has at hand. */
export interface AnswerFacts {
  readonly found: PublicDocument<Inspection>;
  readonly plans: readonly PublicPlan[];
  readonly followUps: readonly FollowUpState[];
  readonly unanswered: number;
  readonly reports: number;
  /** Of each finding that inspectors looked at again: what they found last. */
  readonly outcomes: readonly Revisit["outcome"][];
  /** Inspections since, whether or not they say anything of these findings. */
  readonly later: number;
}

export function inShort(site: Site, facts: AnswerFacts): Answer[] {
  const foundAt =
    facts.found.value.findings.length > 0
      ? { href: "#found", link: "Each finding" }
      : { href: "#proof", link: "The papers" };
  const hasFigures = facts.plans.some(({ measures }) => measures.length > 0);
  const actions = facts.plans.length > 0 ? { href: "#undertaken", link: "Each action" } : foundAt;
  return [
    {
      question: "What was found?",
      answer: whatWasFound(facts.found.value),
      ...foundAt,
    },
    {
      question: "What was undertaken?",
      answer: whatWasUndertaken(site, facts),
      ...actions,
    },
    {
      question: "What has happened?",
      answer: whatHappened(site, facts),
      ...(hasFigures ? { href: "#figures", link: "How far from target" } : actions),
    },
    { question: "What has not?", answer: whatHasNot(site, facts), href: "#not-yet", link: "Each thing that has not" },
    { question: "Where is the proof?", answer: whereIsProof(site, facts), href: "#proof", link: "The papers" },
  ];
}

function whatWasFound({ overall, capacity, findings, inspectorate, judgementCounts }: Inspection): string {
  const judged = overall
    ? `${inspectorate} judged the service ${overall.toLowerCase()} overall${capacity ? `, and the council's capacity to improve ${capacity.toLowerCase()}` : ""}.`
    : `No overall grade by ${inspectorate} is on record.`;
  const counted = judgementCounts.map(
    ({ grade, areas, of }) => ` ${areas} of ${of} areas were ${grade.toLowerCase()}.`,
  );
  const wanting = findings.filter(({ kind }) => kind === "for improvement");
  const others = wanting.filter(({ addressee }) => addressee !== "the council");
  const praise = findings.length - wanting.length;
  const forOthers =
    others.length > 0
      ? ` (${wanting.length - others.length} for the council, ${others.length} for ${listed([...new Set(others.map(({ addressee }) => addressee))])})`
      : "";
  if (findings.length === 0) return `${judged}${counted.join("")} No finding is on record here.`;
  return `${judged}${counted.join("")} Inspectors found ${count(wanting.length, "thing")} to put right${forOthers}, and praised ${praise === 0 ? "nothing in particular" : count(praise, "thing")}.`;
}

function whatWasUndertaken(site: Site, { found, plans }: AnswerFacts): string {
  const actions = plans.flatMap((plan) => plan.actions);
  const { answered } = found.value;
  if (actions.length === 0)
    return `${answered ? `${answered.text.replace(/[.]$/, "")} (${formatDate(answered.on)}). ` : ""}No action in answer to it is on record here.`;
  const inPlans = plans.map((plan) => {
    const at = plan.endorsed ? site.called(plan.endorsed.meeting) : null;
    const standing = at
      ? `${plan.status === "draft" ? "still a draft; " : ""}endorsed by ${bodyName(at)} on ${formatDate(at.living.value.date)}`
      : plan.status;
    return `${plan.actions.length || "none on record"} in the ${plan.title.toLowerCase()} (${standing})`;
  });
  const unowned = actions.filter(({ owner }) => !owner).length;
  const nobody =
    unowned > 0
      ? ` ${unowned === 1 ? "One has" : `${unowned} have`} nobody named to answer for ${unowned === 1 ? "it" : "them"}.`
      : "";
  return `${count(actions.length, "action")}: ${listed(inPlans)}.${nobody}`;
}

function whatHappened(site: Site, { plans, outcomes, later }: AnswerFacts): string {
  const states = statesOf(site, plans);
  const number = (status: ActionState["status"]) => states.filter((state) => state.status === status).length;
  const said = [
    verb(number("done"), "", ["is done", "are done"]),
    verb(number("under way"), "", ["is under way and not overdue", "are under way and not overdue"]),
  ].filter((words) => words !== null);
  const happened =
    said.length > 0
      ? `Of ${count(states.length, "action")}, the council says, ${listed(said)}.`
      : states.length > 0
        ? "The council has not said that anything is done."
        : "What the council did is not on record here.";
  const confirmed = states.filter(({ isConfirmed }) => isConfirmed).length;
  const checked =
    outcomes.length > 0
      ? "Inspectors have come back to these findings; what they found stands with each."
      : confirmed > 0
        ? `Inspectors have confirmed ${confirmed} of them.`
        : later > 0
          ? "Inspectors have been here since, and what they found of this is not on record."
          : "Inspectors have not been back to check.";
  return `${happened} ${checked}`;
}

function whatHasNot(site: Site, { plans, followUps, unanswered, outcomes }: AnswerFacts): string {
  const states = statesOf(site, plans);
  const number = (status: ActionState["status"]) => states.filter((state) => state.status === status).length;
  const found = (wanted: Revisit["outcome"]) => outcomes.filter((outcome) => outcome === wanted).length;
  const said = [
    verb(found("not put right"), "finding", [
      "was not put right when inspectors looked again",
      "were not put right when inspectors looked again",
    ]),
    verb(found("partly put right"), "finding", ["was put right only in part", "were put right only in part"]),
    verb(number("overdue"), "action", ["is overdue", "are overdue"]),
    verb(number("not started"), "", ["has not started", "have not started"]),
    verb(number("stopped"), "", ["was stopped", "were stopped"]),
    verb(number("not said"), "", ["has no status on record", "have no status on record"]),
  ].filter((words) => words !== null);
  const measures = plans.flatMap((plan) => plan.measures);
  const behind = measures.filter((measure) => ["amber", "red"].includes(rate(measure, site.today).ruled ?? "")).length;
  const figures =
    behind > 0 ? ` ${behind} of ${count(measures.length, "measure")} ${behind === 1 ? "is" : "are"} behind.` : "";
  const late = followUps.filter(({ status }) => status === "overdue").length;
  const asked =
    late > 0 ? ` ${count(late, "thing")} that councillors asked for ${late === 1 ? "is" : "are"} overdue.` : "";
  const silent =
    unanswered > 0 ? ` ${count(unanswered, "question")} ${unanswered === 1 ? "has" : "have"} no answer on record.` : "";
  return upperFirst(`${said.length > 0 ? `${listed(said)}.` : "nothing is overdue."}${figures}${asked}${silent}`);
}

function whereIsProof(site: Site, { found, plans, reports }: AnswerFacts): string {
  const told = reports > 0 ? count(reports, "report") : "no report";
  const doubted = plans.flatMap((plan) =>
    plan.actions.filter((action) => actionStanding(site, plan, action).doubt !== null),
  ).length;
  return `${found.value.report ? `${found.value.inspectorate}'s own report, and ${told}` : `In ${told}`} to councillors${reports > 0 ? ", listed below" : ""}. What is said of an action stands with the paper that says it, or says that none does.${doubted > 0 ? ` ${count(doubted, "action")} ${doubted === 1 ? "has" : "have"} a status that no published paper gives.` : ""}`;
}

function statesOf(site: Site, plans: readonly PublicPlan[]): ActionState[] {
  return plans.flatMap((plan) => plan.actions).map((action) => actionState(action, site.today));
}

/** `2 actions are overdue`, `1 was stopped`; null for none. */
function verb(number: number, noun: string, [one, many]: readonly [string, string]): string | null {
  if (number === 0) return null;
  return `${noun ? count(number, noun) : number} ${number === 1 ? one : many}`;
}

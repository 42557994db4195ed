/**
 * Where an action or a finding stands, in words that say who says so, when, and where it is written. For the pages of
 * inspections, findings and plans, which must not differ in it.
 */
import type { PublicAction, PublicPlan } from "../../access/public-council.ts";
import { measureWords } from "../../charts/measure-words.ts";
import { type ActionState, actionState } from "../../model/actions.ts";
import { dayNumber, formatDate } from "../../model/civil.ts";
import { wantedBy } from "../../model/findings.ts";
import type { Finding } from "../../model/inspection.ts";
import { listed, the, upperFirst } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import type { WordsAndLink } from "../follow-up-view.ts";
import type { Site, Tone } from "../site.ts";

export interface Standing {
  /** `Done, says the council`. */
  readonly words: string;
  readonly tone: Tone;
  /** Who says so and when, or what was said before the day passed: `says the Head of Workforce, 10 September 2026`. */
  readonly by: string;
  /** Where it is written; null where nothing published says it. */
  readonly source: WordsAndLink | null;
  /** `Nothing published shows it.`, where there is no source. */
  readonly doubt: string | null;
}

const SAID: Readonly<Record<ActionState["status"], { words: string; tone: Tone }>> = {
  "not started": { words: "Not started", tone: "plain" },
  "under way": { words: "Under way", tone: "due" },
  done: { words: "Done", tone: "done" },
  stopped: { words: "Stopped", tone: "late" },
  overdue: { words: "Overdue", tone: "late" },
  "not said": { words: "Nobody has said where this stands", tone: "late" },
};

/** Who stands behind a statement. */
const FOR = { "the council": "says the council", "a committee": "says a committee", inspectors: "as inspectors found" };

export function actionStanding(site: Site, plan: PublicPlan, action: PublicAction): Standing {
  const { status, said } = actionState(action, site.today);
  const { words, tone } = SAID[status];
  if (!said) return { words, tone, by: "", source: null, doubt: null };
  const source = said.source
    ? { text: site.sourceName(said.source), href: address.reference(said.source) }
    : evidenceOf(site, action);
  const speaker = `by ${the(said.saidBy ?? action.owner ?? plan.owner)}, ${formatDate(said.date)}`;
  return {
    words: status === "overdue" ? words : `${words}, ${FOR[said.for]}`,
    tone,
    by:
      status === "overdue"
        ? `Last said: ${SAID[said.status].words.toLowerCase()}, ${speaker}`
        : said.for === "inspectors"
          ? formatDate(said.date)
          : speaker,
    source,
    doubt: source ? null : "No published paper says so.",
  };
}

function evidenceOf(site: Site, { evidence }: PublicAction): WordsAndLink | null {
  const [first] = evidence;
  if (!first) return null;
  return /^https?:/.test(first.source)
    ? { text: first.text, href: first.source }
    : { text: site.sourceName(first.source), href: address.reference(first.source) };
}

/** `21 days late`, of an action whose day has passed and that is still open. */
export function daysLate({ due }: PublicAction, today: string): string | null {
  if (!due || due >= today) return null;
  const days = dayNumber(today) - dayNumber(due);
  return `${days} ${days === 1 ? "day" : "days"} late`;
}

export interface AnsweringAction {
  readonly plan: PublicPlan;
  readonly action: PublicAction;
}

/** The actions that answer a finding, plan by plan. */
export function actionsFor(site: Site, finding: string): AnsweringAction[] {
  return site.council.plans.flatMap((plan) =>
    plan.actions.filter((action) => action.findings.includes(finding)).map((action) => ({ plan, action })),
  );
}

/** An action as it stands under a finding: who answers for it, by when, where it stands, what was said and measured last. */
export function actionRow(site: Site, { plan, action }: AnsweringAction) {
  const last = action.progress.at(-1);
  return {
    /** Its place on an inspection's page, where two plans may have an action of one name. */
    anchor: `action-${plan.id}-${action.id}`,
    title: action.title,
    href: address.action(plan.id, action.id),
    status: actionState(action, site.today).status,
    plan: plan.title,
    owner: action.owner ?? null,
    due: action.due ?? null,
    late: actionState(action, site.today).status === "overdue" ? daysLate(action, site.today) : null,
    standing: actionStanding(site, plan, action),
    last: last
      ? {
          date: last.date,
          text: last.text,
          source: last.source ? { text: site.sourceName(last.source), href: address.reference(last.source) } : null,
        }
      : null,
    measures: plan.measures
      .filter((measure) => measure.actions.includes(action.id))
      .map((measure) => ({
        title: measure.title,
        href: address.measure(plan.id, measure.id),
        ...measureWords(measure),
      })),
  };
}

/** What a later inspection said of a finding, latest first. */
export function revisitsOf(site: Site, finding: string) {
  return site.council.inspections
    .flatMap((inspection) =>
      inspection.value.revisits.filter((each) => each.finding === finding).map((revisit) => ({ inspection, revisit })),
    )
    .sort((a, b) => (a.inspection.value.fieldwork.from < b.inspection.value.fieldwork.from ? 1 : -1));
}

/**
 * Where a finding stands: what inspectors found when they looked again, and failing that the worst of its actions on the
 * council's word. Null for praise, which asks for nothing.
 */
export function findingStanding(
  site: Site,
  inspection: string,
  finding: Finding,
): { words: string; tone: Tone; isChecked: boolean } | null {
  if (finding.kind === "positive") return null;
  const id = `${inspection}/${finding.id}`;
  const [revisited] = revisitsOf(site, id);
  if (revisited) {
    const { outcome } = revisited.revisit;
    return {
      words: `${upperFirst(outcome)}, inspectors found`,
      tone: outcome === "put right" ? "done" : outcome === "not put right" ? "late" : "due",
      isChecked: true,
    };
  }
  if (finding.addressee !== "the council")
    return { words: `For ${finding.addressee} to answer`, tone: "plain", isChecked: false };
  const states = actionsFor(site, id).map(({ action }) => actionState(action, site.today).status);
  return { ...onTheCouncilsWord(states, wantedBefore(site, inspection, finding)), isChecked: false };
}

/** `wanted by 19 September 2026`, where inspectors' own day for a finding has passed. */
function wantedBefore(site: Site, inspection: string, finding: Finding): string | null {
  const found = site.council.inspections.find(({ id }) => id === inspection);
  const by = found ? wantedBy(finding, found.value) : null;
  return by && by < site.today
    ? `wanted ${finding.by ? `by ${formatDate(by)}` : `at once on ${formatDate(by)}`}`
    : null;
}

const IN_A_LIST: Readonly<Record<ActionState["status"], string>> = {
  overdue: "overdue",
  done: "done",
  "under way": "under way",
  "not started": "not started",
  stopped: "stopped",
  "not said": "without a status on record",
};

/** Every action counts: `Behind: 1 action overdue, 1 done and 1 not started`, and never the better half alone. */
function onTheCouncilsWord(
  states: readonly ActionState["status"][],
  wanted: string | null,
): { words: string; tone: Tone } {
  if (states.length === 0) return { words: "No action named yet", tone: "late" };
  const counts = (Object.keys(IN_A_LIST) as ActionState["status"][])
    .map((status) => ({ status, count: states.filter((each) => each === status).length }))
    .filter(({ count }) => count > 0);
  const [only] = counts;
  const isDone = only?.status === "done" && counts.length === 1;
  if (isDone) return { words: "Done, says the council", tone: "done" };
  if (only?.status === "not said" && counts.length === 1 && !wanted)
    return { words: "Nobody has said where this stands", tone: "late" };
  const said =
    counts.length === 1 && only
      ? IN_A_LIST[only.status]
      : listed(
          counts.map(({ status, count }, index) => {
            const noun = index === 0 ? ` ${count === 1 ? "action" : "actions"}` : "";
            return `${count}${noun} ${IN_A_LIST[status]}`;
          }),
        );
  const isLate = wanted !== null || only?.status === "overdue";
  const late = isLate ? `Behind: ${wanted ? `${wanted}; ` : ""}${said}` : `${upperFirst(said)}, says the council`;
  return { words: late, tone: isLate || only?.status === "stopped" || only?.status === "not said" ? "late" : "due" };
}

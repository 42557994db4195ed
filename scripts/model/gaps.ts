/**
 * What the council's own undertakings leave out: an action without an owner, a measure without a target, a finding that
 * nothing answers. Pure; check/ tells officers, and site/ lists the same on public pages.
 */
import { isOver, lastSaid } from "./actions.ts";
import { type CivilDate, formatDate } from "./civil.ts";
import type { Inspection } from "./inspection.ts";
import type { Action, Measure } from "./plan.ts";
import { isStale, nextReadingDue } from "./rating.ts";

/** One thing that is left out. */
export interface Gap {
  /** The name of the rule, such as `action-owner`. */
  readonly rule: string;
  /** The action's, measure's or finding's. */
  readonly id: string;
  readonly title: string;
  /** What is missing, in a sentence that a resident understands. */
  readonly words: string;
  /** Where in the file of the plan or inspection. */
  readonly path: readonly (string | number)[];
  /** What would put it right, for an officer. */
  readonly mend: string;
}

/** What a plan undertakes: an officer's own, or as the public has it. */
interface Undertakings {
  readonly actions: readonly Action[];
  readonly measures: readonly Measure[];
}

type Found = Pick<Gap, "rule" | "words" | "mend"> & { readonly within?: Gap["path"] };

/** What a plan's actions leave out. One that is done or stopped needs no day and no measure any more. */
export function actionGaps(plan: Undertakings): Gap[] {
  return plan.actions.flatMap((action, at) => {
    const said = lastSaid(action);
    const isOpen = !isOver(action);
    const gaps: Found[] = [];
    if (!action.owner)
      gaps.push({
        rule: "action-owner",
        words: "Nobody is named to answer for it.",
        mend: "Give `owner`: the officer, by role, who answers for it.",
      });
    if (isOpen && !action.due)
      gaps.push({
        rule: "action-due",
        words: "No day is set for it to be done by.",
        mend: "Give `due`: the day it is to be done by.",
      });
    if (isOpen && !plan.measures.some(({ actions }) => actions.includes(action.id)))
      gaps.push({
        rule: "action-measure",
        words: "No measure of the plan shows whether it works.",
        mend: `Name \`${action.id}\` in the \`actions\` of the measure that shows it, or add one.`,
      });
    if (!said)
      gaps.push({
        rule: "action-status",
        words: "Nobody has said where it stands.",
        mend: "Add an entry to `progress` with its `status`, and the paper that says so as its `source`.",
      });
    if (said?.status === "done" && said.for === "the council" && !said.source && action.evidence.length === 0)
      gaps.push({
        rule: "action-evidence",
        words: "Done on the council's word alone: nothing published shows it.",
        mend: "Name the paper that shows it as the entry's `source`, or say under `evidence` where anybody can see it.",
        within: ["progress", action.progress.lastIndexOf(said)],
      });
    return placed(gaps, action, ["actions", at]);
  });
}

/** A measure; on public pages, with how many of its figures are withheld. */
type PublishedMeasure = Measure & { readonly countsWithheld?: number };

/** What a plan's measures leave out on `today`. A figure that is withheld is not late. */
export function measureGaps(plan: { readonly measures: readonly PublishedMeasure[] }, today: CivilDate): Gap[] {
  return plan.measures.flatMap((measure, at) => {
    const gaps: Found[] = [];
    if (!measure.target)
      gaps.push({
        rule: "measure-target",
        words: "No target is set.",
        mend: "Give `target`: the figure, and the day it is to be reached.",
      });
    const last = measure.readings.at(-1);
    const due = nextReadingDue(measure);
    if (last && due && isStale(measure, today) && !measure.countsWithheld)
      gaps.push({
        rule: "stale-reading",
        words: `The figure to ${formatDate(due)} was due, and none has come since the one to ${formatDate(last.date)}.`,
        mend: "Add the figure to `readings`, with the paper that reports it; or correct `frequency`.",
        within: ["readings", measure.readings.length - 1],
      });
    return placed(gaps, measure, ["measures", at]);
  });
}

/** Measures of which nobody says how often there is to be a figure. For officers: readers are told of figures that are late. */
export function frequencyGaps(plan: Pick<Undertakings, "measures">): Gap[] {
  return plan.measures.flatMap((measure, at) => {
    if (measure.frequency) return [];
    const gap = {
      rule: "measure-frequency",
      words: "Nobody says how often there is to be a figure.",
      mend: "Give `frequency`: monthly, quarterly, half-yearly or yearly.",
    };
    return placed([gap], measure, ["measures", at]);
  });
}

/**
 * Findings for the council to act on that no action of any plan answers, or that one answers later than inspectors want it
 * put right; but for those that inspectors have gone back to. `laterInspections` may be every other inspection: only what
 * names the finding counts.
 */
export function findingGaps(
  inspection: { readonly id: string; readonly value: Pick<Inspection, "findings"> },
  plans: readonly Pick<Undertakings, "actions">[],
  laterInspections: readonly Pick<Inspection, "revisits">[],
): Gap[] {
  return inspection.value.findings.flatMap((finding, at) => {
    if (finding.kind !== "for improvement") return [];
    const name = `${inspection.id}/${finding.id}`;
    if (laterInspections.some(({ revisits }) => revisits.some((each) => each.finding === name))) return [];
    const answers = plans.flatMap(({ actions }) => actions.filter(({ findings }) => findings.includes(name)));
    if (answers.length === 0)
      return finding.addressee === "the council" ? placed([unanswered(name)], finding, ["findings", at]) : [];
    const { by } = finding;
    const late = answers.filter((action) => by && action.due && action.due > by && !isOver(action));
    return by && late.length > 0 ? placed([tooLate(by, late)], finding, ["findings", at]) : [];
  });
}

function unanswered(name: string): Found {
  return {
    rule: "finding-action",
    words: "No action of any plan answers it, and inspectors have not come back to it.",
    mend: `Name \`${name}\` in the \`findings\` of the action that answers it; or in \`revisits\` of the inspection that came back to it.`,
  };
}

function tooLate(by: CivilDate, late: readonly Action[]): Found {
  const last =
    late
      .map(({ due }) => due ?? "")
      .sort()
      .at(-1) ?? "";
  return {
    rule: "finding-late",
    words: `Inspectors want it put right by ${formatDate(by)}, and ${late.length === 1 ? "an action" : `${late.length} actions`} for it ${late.length === 1 ? "is" : "are"} due after that, the last on ${formatDate(last)}.`,
    mend: "Bring the action's `due` forward; or, where inspectors' words come to another day, correct the finding's `by`.",
  };
}

function placed(
  gaps: readonly Found[],
  { id, title }: { readonly id: string; readonly title: string },
  path: Gap["path"],
): Gap[] {
  return gaps.map(({ within = [], ...gap }) => ({ ...gap, id, title, path: [...path, ...within] }));
}

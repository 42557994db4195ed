/**
 * The clocks of an inspection of the council's children's services: by when the inspectors' report has to be published, and
 * by when the council's statement of action. Pure; for check/, and for site/, which tells residents. Source: Education and
 * Inspections Act 2006 s136 and s137(3)-(4); SI 2007/462 reg 1(2), 2 and 3.
 */
import type { CivilDate } from "../model/civil.ts";
import type { Inspection } from "../model/inspection.ts";
import type { Plan } from "../model/plan.ts";
import { workingDaysAfter } from "./clear-days.ts";
import type { DutyState } from "./duty.ts";

/** Working days from the receipt of the report. */
export const REPORT_WITHIN = 30;
export const STATEMENT_WITHIN = 70;

export interface InspectionClock {
  /** The last day on which it is done in time. */
  readonly wantedBy: CivilDate;
  /** The day it was done; null while it is not. */
  readonly doneOn: CivilDate | null;
  readonly state: DutyState;
}

export interface InspectionClocks {
  readonly report: InspectionClock;
  readonly statement: InspectionClock;
}

/**
 * Both clocks as they stand on `today`; null for an inspection that is not under section 136, or whose report has not been
 * received. The statement is the first plan of the inspection that was submitted, or what the inspection says was sent.
 * A day to come does nothing yet. Throws NotCovered for a year whose bank holidays are not known.
 */
export function inspectionClocks(
  inspection: {
    readonly id: string;
    readonly value: Pick<Inspection, "under" | "received" | "published" | "answered">;
  },
  plans: readonly Pick<Plan, "inspection" | "submitted">[],
  today: CivilDate,
): InspectionClocks | null {
  const { under, received, published, answered } = inspection.value;
  if (under !== "section 136" || !received) return null;
  const submitted = plans.flatMap((plan) =>
    plan.inspection === inspection.id && plan.submitted ? [plan.submitted.on] : [],
  );
  const clock = (within: number, days: readonly (CivilDate | undefined)[]): InspectionClock => {
    // The regulations say which days are working days: a council's own closures, which other clocks leave out, are.
    const wantedBy = workingDaysAfter(received, within, { nation: "england-and-wales" });
    const doneOn = days.filter((day): day is CivilDate => day !== undefined && day <= today).sort()[0] ?? null;
    if (doneOn) return { wantedBy, doneOn, state: doneOn <= wantedBy ? "met" : "late" };
    return { wantedBy, doneOn, state: today <= wantedBy ? "owed" : "overdue" };
  };
  return {
    report: clock(REPORT_WITHIN, [published]),
    statement: clock(STATEMENT_WITHIN, [...submitted, answered?.on]),
  };
}

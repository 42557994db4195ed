/**
 * The inspectors' report is published, and the council's statement of action sent with a day for each action. Only for
 * inspections under section 136. Source: Education and Inspections Act 2006 s137(3)-(4); SI 2007/462.
 */
import { NotCovered } from "../law/bank-holidays.ts";
import { type InspectionClock, inspectionClocks, REPORT_WITHIN, STATEMENT_WITHIN } from "../law/inspection-clocks.ts";
import { formatDate } from "../model/civil.ts";
import type { Document } from "../model/council.ts";
import type { Inspection } from "../model/inspection.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Living, Surroundings } from "./surroundings.ts";

export const inspectionResponse: Rule = {
  names: ["ofsted-30-70", "date-not-covered"],
  ofCouncil(around, known) {
    // A plan that cannot be read may well be the statement.
    const isSure = !known.anyUnreadable("data/plans/");
    return around.council.inspections.flatMap((inspection) => [
      ...clockProblems(around, inspection, isSure),
      ...withoutPeriod(around.council, inspection),
    ]);
  },
};

function clockProblems(
  { council, today }: Surroundings,
  inspection: Document<Inspection>,
  knowsPlans: boolean,
): Problem[] {
  const plans = council.plans.map(({ value }) => value);
  try {
    const clocks = inspectionClocks(inspection, plans, today);
    if (!clocks) return [];
    const report = owed(
      inspection,
      clocks.report,
      `The inspectors' report has to be published within ${REPORT_WITHIN} working days of its receipt`,
      "Publish the report, and give the day as `published`.",
    );
    const statement = owed(
      inspection,
      clocks.statement,
      `The council's statement of the action it proposes has to be published within ${STATEMENT_WITHIN} working days of the receipt of the report`,
      "Publish the statement, and give the day as `submitted` in its plan; or, where no plan in data/plans/ is the statement, under `answered` here.",
    );
    return knowsPlans ? [...report, ...statement] : report;
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    return [
      problemAt(
        inspection,
        ["received"],
        "date-not-covered",
        "warning",
        error.message,
        "Correct the day; or, if it is right, count the working days by hand (SI 2007/462), since they cannot be counted here.",
      ),
    ];
  }
}

/** Told while it is owed or overdue. What was done late is past mending, and readers are told of it. */
function owed(inspection: Document<Inspection>, clock: InspectionClock, what: string, mend: string): Problem[] {
  if (clock.state === "met" || clock.state === "late") return [];
  const by = formatDate(clock.wantedBy);
  const message = `${what}, by ${by} (EIA 2006 s137(4), SI 2007/462)${clock.state === "overdue" ? ", and is not" : ""}.`;
  return [problemAt(inspection, ["received"], "ofsted-30-70", "duty", message, mend)];
}

/** A statement says the period within which each action is proposed to be taken. */
function withoutPeriod({ plans }: Living, { id, value }: Document<Inspection>): Problem[] {
  if (value.under !== "section 136") return [];
  return plans
    .filter(({ value: plan }) => plan.inspection === id && (plan.submitted || plan.kind === "statement of action"))
    .flatMap((plan) => {
      const open = plan.value.actions.filter(({ due }) => !due);
      if (open.length === 0) return [];
      return [
        problemAt(
          plan,
          ["actions", plan.value.actions.findIndex(({ due }) => !due)],
          "ofsted-30-70",
          "duty",
          `A statement of action has to name the period within which each action is to be taken (EIA 2006 s137(3)(b)), and this one does not for: ${open.map((action) => `\`${action.id}\``).join(", ")}.`,
          "Give each of them `due`.",
        ),
      ];
    });
}

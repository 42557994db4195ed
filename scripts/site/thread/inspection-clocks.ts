/** What the law asks after an inspection, and whether it was done in time, in words for residents. For pages/inspection.ts. */
import type { PublicDocument } from "../../access/public-council.ts";
import { NotCovered } from "../../law/bank-holidays.ts";
import {
  type InspectionClock,
  inspectionClocks,
  REPORT_WITHIN,
  STATEMENT_WITHIN,
} from "../../law/inspection-clocks.ts";
import { formatDate } from "../../model/civil.ts";
import type { Inspection } from "../../model/inspection.ts";
import type { Site, Tone } from "../site.ts";

export interface ClockView {
  readonly what: string;
  readonly word: string;
  readonly tone: Tone;
  readonly words: string;
}

/** Empty for an inspection that the law sets no clock for, and where the holidays of its year are not known. */
export function clockViews(site: Site, found: PublicDocument<Inspection>): ClockView[] {
  try {
    const clocks = inspectionClocks(found, site.council.plans, site.today);
    if (!clocks) return [];
    return [
      view(
        `The inspectors' report is to be published within ${REPORT_WITHIN} working days`,
        "published",
        clocks.report,
      ),
      view(
        `The council is to say, within ${STATEMENT_WITHIN} working days, what it will do and by when`,
        "sent",
        clocks.statement,
      ),
    ];
  } catch (error) {
    if (error instanceof NotCovered) return [];
    throw error;
  }
}

function view(what: string, verb: string, { wantedBy, doneOn, state }: InspectionClock): ClockView {
  const by = formatDate(wantedBy);
  const on = doneOn ? formatDate(doneOn) : "";
  switch (state) {
    case "met":
      return { what, word: "In time", tone: "done", words: `It was ${verb} on ${on}; the last day was ${by}.` };
    case "late":
      return { what, word: "Late", tone: "late", words: `It was ${verb} on ${on}; the last day was ${by}.` };
    case "owed":
      return { what, word: "Due", tone: "due", words: `The last day is ${by}.` };
    default:
      return { what, word: "Overdue", tone: "late", words: `The last day was ${by}, and it is not on record.` };
  }
}

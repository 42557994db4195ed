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
import { address } from "../addresses.ts";
import type { WordsAndLink } from "../follow-up-view.ts";
import type { Site, Tone } from "../site.ts";

export interface ClockView {
  readonly what: string;
  readonly word: string;
  readonly tone: Tone;
  readonly words: string;
  /** Where it is written. */
  readonly source: WordsAndLink | null;
}

/** Empty for an inspection that the law sets no clock for, and where the holidays of its year are not known. */
export function clockViews(site: Site, found: PublicDocument<Inspection>): ClockView[] {
  try {
    const clocks = inspectionClocks(found, site.council.plans, site.today);
    if (!clocks) return [];
    const published = `The inspectors' report is to be published within ${REPORT_WITHIN} working days`;
    return [
      {
        ...view(published, "published", clocks.report),
        source: found.value.report ? { text: "Inspectors' report", href: found.value.report } : null,
      },
      statement(site, found, clocks.statement),
    ];
  } catch (error) {
    if (error instanceof NotCovered) return [];
    throw error;
  }
}

/** The statement of action, with whom it was sent to and where that is written; or that no published paper says so. */
function statement(site: Site, found: PublicDocument<Inspection>, clock: InspectionClock): ClockView {
  const sent = site.council.plans.find(
    ({ inspection, submitted }) => inspection === found.id && submitted?.on === clock.doneOn,
  )?.submitted;
  const what = `The council is to say, within ${STATEMENT_WITHIN} working days, what it will do and by when`;
  const shown = view(what, sent ? `sent to ${sent.to}` : "sent", clock);
  if (!clock.doneOn) return { ...shown, source: null };
  if (!sent?.source) return { ...shown, words: `${shown.words} No published paper says so.`, source: null };
  const isPaper = !/^https?:/.test(sent.source);
  return {
    ...shown,
    source: {
      text: isPaper ? site.sourceName(sent.source) : "Where it says so",
      href: isPaper ? address.reference(sent.source) : sent.source,
    },
  };
}

function view(what: string, verb: string, { wantedBy, doneOn, state }: InspectionClock): Omit<ClockView, "source"> {
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

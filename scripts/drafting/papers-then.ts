/** The agenda and the reports that a meeting had, as its new minutes take them over. For new-minutes.ts. */
import { exists } from "../load/files.ts";
import { lastIssued } from "../load/later-versions.ts";
import type { AgendaItem } from "../model/agenda.ts";
import { formatDate, formatTime } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { limbsOf } from "../model/recommendations.ts";
import { Refusal } from "../model/refusal.ts";
import type { Report } from "../model/report.ts";
import { type Fields, oneLine } from "./draft-text.ts";

export interface PapersThen {
  readonly items: readonly AgendaItem[];
  readonly reports: ReadonlyMap<string, Report>;
  /** Which version of the agenda this is, in a sentence. */
  readonly source: string;
}

/** The agenda as it was last issued, or its draft where it never was; of each report likewise. */
export function papersThen(council: Council, { id, folder, issued, drafts }: CouncilMeeting): PapersThen {
  const last = issued.findLast(({ papers }) => papers.agenda);
  const items = (last?.papers.agenda ?? drafts?.agenda)?.value.items;
  if (!items)
    throw new Refusal(
      exists(council.root, `${folder}/agenda.md`)
        ? `${folder}/agenda.md cannot be read. Run npm run check, and put it right first.`
        : `${id} has no agenda, and minutes record what came of each of its items. Write agenda.md first.`,
    );
  const at = last?.record.issuedAt;
  const withdrawn = new Set(issued.flatMap(({ record }) => record.withdrawn.map((each) => each.id)));
  const reports = new Map<string, Report>();
  for (const paper of items.flatMap(({ papers }) => papers)) {
    const isGone = withdrawn.has(paper) && !lastIssued(issued, paper);
    const report = isGone ? undefined : reportThen(paper, { issued, drafts });
    if (report) reports.set(paper, report);
  }
  return {
    items,
    reports,
    source: at
      ? `The items are those of the agenda as it was last issued, on ${formatDate(at.slice(0, 10))} at ${formatTime(at.slice(11))}.`
      : "The items are those of agenda.md as it is drafted, since no agenda was issued.",
  };
}

function reportThen(paper: string, { issued, drafts }: Pick<CouncilMeeting, "issued" | "drafts">): Report | undefined {
  const versions = issued.flatMap(({ papers }) => papers.reports).filter(({ id }) => id === paper);
  return (versions.at(-1) ?? drafts?.reports.find(({ id }) => id === paper))?.value;
}

/** What the item's reports recommend, a resolution each in the report's own words, lettered and not yet resolved. */
export function resolutionsOf({ reports }: PapersThen, item: AgendaItem): Fields[] {
  const limbs = item.papers.flatMap((paper) => {
    const found = reports.get(paper);
    return found ? limbsOf(found) : [];
  });
  return limbs.map(({ that, verb, object }, index) => ({
    letter: letterOf(index),
    text: `That ${oneLine(`${that} ${verb} ${object}`).replace(/\.$/, "")}.`,
    answers: [String(index + 1)],
    change: "as recommended",
  }));
}

/** `a` to `z`, then `aa`. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

/**
 * Where a report that is brought in or begun stands: its item on the agenda, and what its file is called. For new-report.ts, and for
 * the import of Word files.
 */
import { exists } from "../load/files.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { shortName } from "../model/fields.ts";
import { Refusal } from "../model/refusal.ts";
import { marksIn } from "../model/unfilled.ts";
import { itemForPaper } from "./agenda-papers.ts";
import { followUpsDueAt } from "./business-due.ts";
import { oneLine } from "./draft-text.ts";
import { refuseCancelled, refusePast } from "./find-meeting.ts";

export interface PlaceAsked {
  /** The number of the item on the agenda. */
  readonly item: string;
  /** What the report's file is to be called; left out, what the agenda calls it, or after the item's title. */
  readonly report?: string | undefined;
  /** Whether a draft that is there already, and was never issued, may give way; left out where it never may. */
  readonly again?: boolean;
}

export interface ReportPlace {
  readonly item: AgendaItem;
  readonly id: string;
  /** What the report's front matter says of the follow-up that the item is for; nothing where it is for none. */
  readonly answers: {
    readonly origin?: { readonly referredBy: string; readonly on: string };
    readonly respondsTo?: readonly string[];
    readonly discharges?: readonly string[];
  };
  readonly notes: readonly string[];
  /** Whether the item's `toFollow` is a gap that this report fills. */
  readonly endsToFollow: boolean;
}

/** Files of a meeting's folder, and addresses that every meeting has, by which no report can be called. */
const RESERVED = ["agenda", "meeting", "minutes", "appendices", "images", "issued", "pages", "record"];

/** Refused without an agenda, for an item that is not on it or is withheld, and where the report exists. */
export function reportPlace(council: Council, meeting: CouncilMeeting, asked: PlaceAsked): ReportPlace {
  refuseCancelled(meeting);
  refusePast(meeting, council);
  const agenda = meeting.drafts?.agenda;
  if (!agenda)
    throw new Refusal(
      exists(council.root, `${meeting.folder}/agenda.md`)
        ? `${meeting.folder}/agenda.md cannot be read. Run npm run check, and put it right first.`
        : `${meeting.id} has no agenda yet. Write one first: npm run new -- meeting ${meeting.living.value.committee} ${meeting.living.value.date}`,
    );
  const item = itemForPaper(agenda.value, asked.item);
  const asks = followUpsDueAt(council, meeting.id).find((state) => state.id === item.id) ?? null;
  const usual = asks ? item.id : nameFrom(item);
  const lacking = item.papers.find(isMissing(council, meeting));
  const [there] = lacking === undefined ? item.papers : [];
  // A second report of an item is one that somebody names.
  if (there !== undefined && asked.report === undefined && !asked.again)
    throw new Refusal(
      `Item ${item.number} has its report already: ${meeting.folder}/${there}.md is left as it is. For another report, name it: --report ${there}-2.${asked.again === false ? " To bring the file in instead of it: --again." : ""}`,
    );
  const named = asked.report ?? lacking ?? there;
  const id = nameOf(council, meeting, named ?? usual, asked.again ?? false);
  const inspections = asks?.followUp.about.filter((each) => each.startsWith("inspections/")) ?? [];
  return {
    item,
    id,
    answers: asks
      ? {
          origin: { referredBy: oneLine(asks.followUp.askedBy), on: asks.date },
          ...(inspections.length > 0 ? { respondsTo: inspections } : {}),
          discharges: [asks.followUp.id],
        }
      : {},
    notes: asks ? [`It says that it answers \`${asks.followUp.id}\`. Take \`discharges\` out if it does not.`] : [],
    endsToFollow: item.toFollow !== undefined && marksIn(item.toFollow).length > 0,
  };
}

/** Whether a paper that the agenda names has no file yet. */
function isMissing(council: Council, { folder }: CouncilMeeting) {
  return (id: string) => !exists(council.root, `${folder}/${id}.md`);
}

/** The name, where a new report can have it. */
function nameOf(council: Council, meeting: CouncilMeeting, id: string, again: boolean): string {
  const { folder, issued } = meeting;
  if (!shortName().safeParse(id).success)
    throw new Refusal(
      `\`${id}\` cannot be a report's name: use small letters, digits and single hyphens, such as --report recovery-plan.`,
      2,
    );
  if (RESERVED.includes(id))
    throw new Refusal(
      `No report can be called \`${id}\`, which a meeting has for something else. Give --report another name.`,
      2,
    );
  if (!isMissing(council, meeting)(id) && !again)
    throw new Refusal(
      `${folder}/${id}.md is there already, and is left as it is. Write in it; for another report, name it: --report ${id}-2.`,
    );
  const isIssued = issued.some(({ record }) => record.papers.some((each) => each.id === id));
  if (isIssued && !isMissing(council, meeting)(id))
    throw new Refusal(
      `${folder}/${id}.md was issued, so no other file takes its place. Change what is to change in it, and issue a revision.`,
    );
  if (isIssued)
    throw new Refusal(
      `A report \`${id}\` of this meeting was issued, and its draft is gone. Put it back from ${folder}/issued; for another report, name it: --report ${id}-2.`,
    );
  return id;
}

/** The title in small letters, up to eight words; an item whose title has no such letters gives its id. */
function nameFrom({ title, id }: AgendaItem): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const name = words.slice(0, 8).join("-").slice(0, 60).replace(/-$/, "");
  return name === "" || RESERVED.includes(name) ? id : name;
}

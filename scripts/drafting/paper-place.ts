/**
 * Where a report that is brought in or begun stands: its item on the agenda, and what its file is called. For new-report.ts, and for
 * the import of Word files.
 */
import { exists } from "../load/files.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { shortName } from "../model/fields.ts";
import { Refusal, type RefusalWords } from "../model/refusal.ts";
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

/** What the desk calls its field and its box: templates/desk/bring-in.njk. */
const NAME_FIELD = "Name of the report's file";
const INSTEAD = "To bring the file in instead of it, tick “Take the place of the report that is there”.";

/** Refused without an agenda, for an item that is not on it or is withheld, and where the report exists. */
export function reportPlace(council: Council, meeting: CouncilMeeting, asked: PlaceAsked): ReportPlace {
  refuseCancelled(meeting);
  refusePast(meeting, council);
  const agenda = meeting.drafts?.agenda;
  if (!agenda)
    throw new Refusal(
      exists(council.root, `${meeting.folder}/agenda.md`)
        ? {
            wrong: `${meeting.folder}/agenda.md cannot be read.`,
            onCommandLine: "Run npm run check, and put it right first.",
            onDesk: "Put right first what stands at the head of the meeting's page.",
          }
        : {
            wrong: `${meeting.id} has no agenda yet.`,
            onCommandLine: `Write one first: npm run new -- meeting ${meeting.living.value.committee} ${meeting.living.value.date}`,
            onDesk: "Write an agenda.md in its folder first.",
          },
    );
  const item = itemForPaper(agenda.value, asked.item);
  const asks = followUpsDueAt(council, meeting.id).find((state) => state.id === item.id) ?? null;
  const usual = asks ? item.id : nameFrom(item);
  const lacking = item.papers.find(isMissing(council, meeting));
  const [there] = lacking === undefined ? item.papers : [];
  // A second report of an item is one that somebody names.
  if (there !== undefined && asked.report === undefined && !asked.again)
    throw new Refusal({
      wrong: `Item ${item.number} has its report already: ${meeting.folder}/${there}.md is left as it is.`,
      onCommandLine: `${anotherName(there).onCommandLine}${asked.again === false ? " To bring the file in instead of it: --again." : ""}`,
      onDesk: `${anotherName(there).onDesk}${isIssued(meeting, there) ? "" : ` ${INSTEAD}`}`,
    });
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

function isIssued({ issued }: CouncilMeeting, id: string): boolean {
  return issued.some(({ record }) => record.papers.some((each) => each.id === id));
}

/** How a report is brought in or begun beside one called `id`. */
function anotherName(id: string): Omit<RefusalWords, "wrong"> {
  return {
    onCommandLine: `For another report, name it: --report ${id}-2.`,
    onDesk: `For another report, type a name such as ${id}-2 into “${NAME_FIELD}”.`,
  };
}

/** The name, where a new report can have it. */
function nameOf(council: Council, meeting: CouncilMeeting, id: string, again: boolean): string {
  const { folder } = meeting;
  if (!shortName().safeParse(id).success)
    throw new Refusal(
      {
        wrong: `\`${id}\` cannot be a report's name:`,
        onCommandLine: "use small letters, digits and single hyphens, such as --report recovery-plan.",
        onDesk: "use small letters, digits and single hyphens, such as recovery-plan.",
      },
      2,
    );
  if (RESERVED.includes(id))
    throw new Refusal(
      {
        wrong: `No report can be called \`${id}\`, which a meeting has for something else.`,
        onCommandLine: "Give --report another name.",
        onDesk: `Type another into “${NAME_FIELD}”.`,
      },
      2,
    );
  if (!isMissing(council, meeting)(id) && !again)
    throw new Refusal({
      wrong: `${folder}/${id}.md is there already, and is left as it is. Write in it.`,
      onCommandLine: anotherName(id).onCommandLine,
      onDesk: `${anotherName(id).onDesk}${isIssued(meeting, id) ? "" : ` ${INSTEAD}`}`,
    });
  const wasIssued = isIssued(meeting, id);
  if (wasIssued && !isMissing(council, meeting)(id))
    throw new Refusal(
      `${folder}/${id}.md was issued, so no other file takes its place. Change what is to change in it, and issue a revision.`,
    );
  if (wasIssued)
    throw new Refusal({
      wrong: `A report \`${id}\` of this meeting was issued, and its draft is gone. Put it back from ${folder}/issued.`,
      ...anotherName(id),
    });
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

/** A new report for an item of an agenda: what is known of it, and gaps for the rest. For new-draft.ts. */
import { exists } from "../load/files.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { Committee } from "../model/committee.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { shortName } from "../model/fields.ts";
import { Refusal } from "../model/refusal.ts";
import { report } from "../model/report.ts";
import { marksIn, toBeFilledIn } from "../model/unfilled.ts";
import { itemForPaper } from "./agenda-papers.ts";
import { followUpsDueAt } from "./business-due.ts";
import { type DraftFile, oneLine } from "./draft-text.ts";
import { refuseCancelled, refusePast } from "./find-meeting.ts";

export interface ReportAsked {
  readonly kind: "report";
  readonly meeting: string;
  readonly item: string;
  /** What its file is to be called; left out, what the agenda calls it, or after the item's title. */
  readonly report?: string | undefined;
}

export interface NewReport {
  readonly id: string;
  readonly item: AgendaItem;
  readonly file: DraftFile;
  /** Whether the item's `toFollow` is a gap that this report fills. */
  readonly endsToFollow: boolean;
  readonly notes: readonly string[];
}

/** Files of a meeting's folder, and addresses that every meeting has, by which no report can be called. */
const RESERVED = ["agenda", "meeting", "minutes", "appendices", "images", "issued", "pages", "record"];

/** Refused without an agenda, for an item that is not on it or is withheld, and where the report exists. */
export function newReport(
  council: Council,
  meeting: CouncilMeeting,
  { value: committee }: { readonly value: Committee },
  asked: ReportAsked,
): NewReport {
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
  const id = nameOf(council, meeting, asked.report ?? item.papers.find(isMissing(council, meeting)) ?? usual);
  const wantsDecision = item.for !== "information" && item.for !== "discussion";
  const fields = {
    title: oneLine(item.title),
    access: "public",
    agendaItem: item.number,
    from: toBeFilledIn("the officer or body whose report it is, by role"),
    contactOfficer: { role: toBeFilledIn("the officer to ask about it, by role") },
    keyDecision: item.keyDecision ? "yes" : undefined,
    origin: asks ? { referredBy: oneLine(asks.followUp.askedBy), on: asks.date } : undefined,
    summary: toBeFilledIn("what it says, in two sentences that a resident can follow"),
    recommendations: wantsDecision
      ? [
          {
            that: committee.shortName ?? committee.name,
            limbs: [
              {
                verb: toBeFilledIn("what is to be done, such as notes or agrees"),
                object: toBeFilledIn("what it is done to"),
              },
            ],
          },
        ]
      : undefined,
    implications: {
      financial: toBeFilledIn("the financial implications"),
      legal: toBeFilledIn("the legal implications"),
      equality: toBeFilledIn("the implications for equality"),
    },
    respondsTo: listOrNothing(asks?.followUp.about.filter((each) => each.startsWith("inspections/"))),
    discharges: asks ? [asks.followUp.id] : undefined,
    backgroundPapers: [toBeFilledIn("what it draws on that is not published, or the word none in place of this list")],
  };
  return {
    id,
    item,
    file: { file: `${meeting.folder}/${id}.md`, schema: report, fields, body: body(wantsDecision) },
    endsToFollow: item.toFollow !== undefined && marksIn(item.toFollow).length > 0,
    notes: asks ? [`It says that it answers \`${asks.followUp.id}\`. Take \`discharges\` out if it does not.`] : [],
  };
}

function body(wantsDecision: boolean): string {
  const sections: [string, string][] = [
    ["Why this report comes to the meeting", "why it comes, and why now"],
    ["Where things stand", "the facts, with the figures and where they come from"],
    ...(wantsDecision
      ? ([
          ["What could be done", "the options, and what speaks for and against each"],
          ["What is recommended, and why", "the reasons for the recommendation"],
        ] as [string, string][])
      : []),
    ["What comes next", "who does what by when, and when it is reported on"],
  ];
  return sections.map(([heading, what]) => `## ${heading}\n\n${toBeFilledIn(what)}\n`).join("\n");
}

/** Whether a paper that the agenda names has no file yet. */
function isMissing(council: Council, { folder }: CouncilMeeting) {
  return (id: string) => !exists(council.root, `${folder}/${id}.md`);
}

/** The name, where a new report can have it. */
function nameOf(council: Council, meeting: CouncilMeeting, id: string): string {
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
  if (!isMissing(council, meeting)(id))
    throw new Refusal(
      `${folder}/${id}.md is there already, and is left as it is. Write in it; for another report, name it: --report ${id}-2.`,
    );
  if (issued.some(({ record }) => record.papers.some((each) => each.id === id)))
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

function listOrNothing(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

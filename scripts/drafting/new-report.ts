import type { AgendaItem } from "../model/agenda.ts";
import type { Committee } from "../model/committee.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { report } from "../model/report.ts";
import { toBeFilledIn } from "../model/unfilled.ts";
import { type DraftFile, oneLine } from "./draft-text.ts";
import { reportPlace } from "./paper-place.ts";

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

/** Refused without an agenda, for an item that is not on it or is withheld, and where the report exists. */
export function newReport(
  council: Council,
  meeting: CouncilMeeting,
  { value: committee }: { readonly value: Committee },
  asked: ReportAsked,
): NewReport {
  const { item, id, answers, notes, endsToFollow } = reportPlace(council, meeting, asked);
  const wantsDecision = item.for !== "information" && item.for !== "discussion";
  const fields = {
    title: oneLine(item.title),
    access: "public",
    agendaItem: item.number,
    from: toBeFilledIn("the officer or body whose report it is, by role"),
    contactOfficer: { role: toBeFilledIn("the officer to ask about it, by role") },
    keyDecision: item.keyDecision ? "yes" : undefined,
    origin: answers.origin,
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
    respondsTo: answers.respondsTo,
    discharges: answers.discharges,
    backgroundPapers: [toBeFilledIn("what it draws on that is not published, or the word none in place of this list")],
  };
  return {
    id,
    item,
    file: { file: `${meeting.folder}/${id}.md`, schema: report, fields, body: body(wantsDecision) },
    endsToFollow,
    notes,
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

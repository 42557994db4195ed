/** `agenda.md`: the items of one meeting, in order, and the text of its notice. */
import { z } from "zod";
import * as field from "./fields.ts";

/** Who can agree that something of an executive's is urgent, in the order the regulations ask them. */
export const AGREEING = ["chair of scrutiny", "chair of the council", "vice-chair of the council"] as const;

export const withheld = z.strictObject({
  category: field.oneOf(["exempt", "confidential"]).describe("Exempt under Schedule 12A, or confidential by law."),
  paragraph: field
    .text()
    .optional()
    .describe("For an exempt part: the number, 1 to 7, of the paragraph of Part 1 of Schedule 12A."),
  description: field.text().describe("What sort of information it is, in the Schedule's words."),
  publicInterest: field
    .text()
    .optional()
    .describe("For an exempt part: why withholding it serves the public better than publishing it."),
  forbiddenBy: field.text().optional().describe("For a confidential part: who or what forbids its disclosure."),
  representations: field
    .text()
    .optional()
    .describe(
      "For an executive: what was said against taking it in private, and the council's response; or that nobody said anything.",
    ),
  urgentlyPrivate: z
    .strictObject({
      agreedBy: field.oneOf(AGREEING).describe("Who agreed that it is urgent and cannot reasonably be put off."),
      reasons: field.text().describe("Why, for the public to read."),
    })
    .optional()
    .describe("For an executive: the agreement, where there was no time for the notices of a private meeting."),
});
export type Withheld = z.output<typeof withheld>;

export const agendaItem = z.strictObject({
  id: field.shortName().describe("A short name that never changes, even when the item moves."),
  number: field.text().describe("Its number on the agenda, such as `4`."),
  displayed: field.text().optional().describe("The number shown to readers, where that differs, such as `4(a)`."),
  title: field.text().describe("What it is about, as the public may know it."),
  text: field.text().optional().describe("What the meeting is asked to do, in a sentence."),
  for: field
    .oneOf(["decision", "recommendation", "information", "discussion", "formal business"])
    .default("formal business")
    .describe("What is wanted of the meeting."),
  keyDecision: field.yesNo().default(false).describe("Whether it is a key decision."),
  forwardPlan: field
    .shortName()
    .optional()
    .describe("Its entry in the forward plan, by its folder's name. Left out, the entry with the item's own id."),
  papers: field
    .optionalList(field.shortName())
    .describe("Its reports, by file name, in the order they stand in the pack."),
  toFollow: field.text().optional().describe("Why a paper is not here yet; it comes in a supplement."),
  urgent: field.text().optional().describe("Why the item cannot wait, in the chair's words."),
  minutesOf: field.text().optional().describe("For approving minutes: the meeting they are of, by its folder's name."),
  excludesPublicFor: field
    .optionalList(field.shortName())
    .describe("For an exclusion of the public: the ids of the items it is for."),
  withheld: withheld.optional().describe("What the public may know of an item whose papers are not for publication."),
});
export type AgendaItem = z.output<typeof agendaItem>;

export const agenda = z.strictObject({
  access: field.access(),
  summary: field.text().describe("One or two sentences that tell a resident what is to be decided."),
  notice: field.text().describe("The notice of the meeting, as it stands on the front sheet."),
  items: field.list(agendaItem).describe("The items, in order."),
});
export type Agenda = z.output<typeof agenda>;

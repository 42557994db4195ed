/** `content/committees/<committee>.md`: a body that meets, what it may decide and who has sat on it. */
import { z } from "zod";
import * as field from "./fields.ts";

export const seat = z.strictObject({
  member: field.shortName().describe("The member, by the name of their file in content/members/."),
  role: field
    .oneOf(["chair", "vice-chair", "member", "substitute", "co-optee"])
    .default("member")
    .describe("What they are on this committee."),
  portfolio: field.text().optional().describe("For a cabinet member: what they answer for."),
  voting: field.yesNo().default(true).describe("Whether they vote; a co-optee may not."),
  from: field.date().describe("The day they joined."),
  until: field.date().optional().describe("The last day they served."),
});
export type Seat = z.output<typeof seat>;

export const standingItem = z.strictObject({
  id: field.shortName().describe("A short name that never changes, which the item has on every agenda."),
  title: field.text().describe("What it is about, as it stands on the agenda."),
  text: field.text().optional().describe("What the meeting is asked to do, in a sentence."),
  for: field
    .oneOf(["decision", "recommendation", "information", "discussion", "formal business"])
    .default("formal business")
    .describe("What is wanted of the meeting."),
  last: field
    .yesNo()
    .default(false)
    .describe("Whether it stands after the meeting's own business, as a work programme does."),
});
export type StandingItem = z.output<typeof standingItem>;

export const committee = z.strictObject({
  name: field.text().describe("The committee's full name."),
  shortName: field.text().optional().describe("How it is called in running text, such as `the Panel`."),
  kind: field
    .oneOf(["council", "cabinet", "committee", "sub-committee", "panel", "board"])
    .describe("What sort of body it is."),
  regime: field
    .oneOf(["council", "committee", "executive", "scrutiny", "licensing-hearing", "joint", "board"])
    .describe("Which rules its meetings are under."),
  meetsUnder: field
    .oneOf(["part VA", "executive", "none"])
    .optional()
    .describe(
      "For a joint committee or a board: the rules its meetings are opened under. Left out, part VA for a joint committee and none for a board.",
    ),
  remit: field.text().describe("One sentence that tells a resident what it does."),
  quorum: field.wholeNumber().optional().describe("How many must be there for it to decide anything."),
  termsOfReference: field
    .optionalList(
      z.strictObject({
        number: field.text().describe("The number in the constitution, kept exactly, such as `3.2.10`."),
        text: field.text().describe("What the committee may do under it."),
      }),
    )
    .describe("The terms of reference that reports cite."),
  membership: field
    .list(seat)
    .describe("Everybody who has sat on it, with dates, so that an old meeting shows who sat then."),
  standingItems: z
    .array(standingItem)
    .optional()
    .describe(
      "The items that every agenda of it begins with, in order, for `npm run new`. The one called `minutes` becomes the minutes that are to be approved. Left out: apologies, declarations of interest, minutes and questions from the public; for a licensing hearing, the first two.",
    ),
  contact: field.contact().describe("The officer to ask about its meetings."),
});
export type Committee = z.output<typeof committee>;

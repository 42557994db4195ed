/** `minutes.md`: who was there, what was resolved and asked for; the narrative is the body. */
import { z } from "zod";
import * as field from "./fields.ts";

export const vote = z.strictObject({
  for: field.optionalList(field.shortName()).describe("The members who voted for."),
  against: field.optionalList(field.shortName()).describe("The members who voted against."),
  abstained: field.optionalList(field.shortName()).describe("The members who abstained."),
  casting: z
    .strictObject({
      by: field.shortName().describe("The member in the chair."),
      way: field.oneOf(["for", "against"]).describe("How they cast it."),
    })
    .optional()
    .describe("The chair's casting vote, where there was one."),
  totals: z
    .strictObject({
      for: field.wholeNumber().describe("For, without the casting vote."),
      against: field.wholeNumber().describe("Against, without the casting vote."),
      abstained: field.wholeNumber().default(0).describe("Abstained."),
    })
    .optional()
    .describe("The numbers as they were announced; they must equal the names."),
  result: field.oneOf(["carried", "lost"]).describe("What came of it."),
});
export type Vote = z.output<typeof vote>;

export const attendance = z.strictObject({
  member: field.shortName().optional().describe("The member, by the name of their file."),
  officer: field.text().optional().describe("For an officer: the post."),
  guest: field.text().optional().describe("For anybody else: who they are, by role or body."),
  name: field.text().optional().describe("The name of an officer or guest, where it is published."),
  as: field
    .oneOf(["member", "substitute", "co-optee", "attending under a rule", "invited", "officer"])
    .optional()
    .describe(
      "In what capacity. Left out: a member for a `member`, an officer for an `officer`, invited for a `guest`.",
    ),
  insteadOf: field.shortName().optional().describe("For a substitute: the member they stand in for."),
  rule: field.text().optional().describe("For a member who attends under a rule: which."),
  voting: field.yesNo().optional().describe("For a co-optee: whether they vote."),
  remotely: field.yesNo().optional().describe("Whether they joined from elsewhere."),
  arrived: field.text().optional().describe("When they came, where that was after the start, or during which item."),
  left: field.text().optional().describe("When they left, where that was before the end, or during which item."),
});
export type Attendance = z.output<typeof attendance>;

/** In what capacity somebody was there: what the minutes say, or what follows from who they are. */
export function capacityOf({ as, officer, guest }: Attendance): NonNullable<Attendance["as"]> {
  return as ?? (officer ? "officer" : guest ? "invited" : "member");
}

export const interest = z.strictObject({
  member: field.shortName().describe("The member who declared it."),
  item: field.text().describe("The item's number on the agenda."),
  type: field
    .oneOf(["disclosable pecuniary", "other registrable", "non-registrable", "personal", "prejudicial"])
    .describe("What sort of interest."),
  description: field.text().describe("What it is."),
  withdrew: field.yesNo().default(false).describe("Whether they left the room for the item."),
});

export const resolution = z.strictObject({
  letter: field.letter().describe("Its letter, such as `a`, kept for ever."),
  text: field.text().describe("What was resolved, in the meeting's words."),
  answers: field
    .optionalList(field.text())
    .describe("The limbs of the recommendation it answers, counted through the item's reports from `1`."),
  change: field
    .oneOf(["as recommended", "amended", "added", "on a motion"])
    .describe("How it differs from what was recommended; `on a motion` where no report recommended anything."),
  difference: field.text().optional().describe("For an amended resolution: the difference, in words."),
  movedBy: field.text().optional().describe("For one added at the meeting: who moved it, by file name or role."),
  secondedBy: field.text().optional().describe("For one moved by itself: who seconded it, by file name or role."),
  vote: vote.optional().describe("The recorded vote on this resolution alone."),
  effective: field.date().optional().describe("When it takes effect, where that is later."),
});
export type Resolution = z.output<typeof resolution>;

export const due = z
  .strictObject({
    meeting: field.text().optional().describe("The meeting, by its folder's name."),
    date: field.date().optional().describe("The day."),
    said: field.text().optional().describe("The time as it was said, such as `September`."),
  })
  .describe(
    "When it is due: a meeting, a day, or the time as it was said. What was said may stand beside what it came to mean.",
  );

export const followUp = z.strictObject({
  id: field.shortName().describe("A short name, unlike any other follow-up's, that never changes."),
  text: field.text().describe("What was asked for or undertaken, so that it can be read alone."),
  askedBy: field.text().describe("Who asked: `the Panel`, the chair, or a member."),
  undertakenBy: field
    .text()
    .optional()
    .describe("The officer, by role, who undertook it; left out where nobody has yet."),
  kind: field.oneOf(["report back", "action", "referral", "recurring"]).describe("What sort of thing it is."),
  every: field
    .oneOf(["month", "quarter", "half year", "year"])
    .optional()
    .describe("For a recurring one: how often it comes; `due` says when it comes first."),
  about: field
    .optionalList(field.text())
    .describe(
      "The plans, actions, inspections or findings it is about: `plans/recovery-plan/workforce-plan`, `inspections/2026-safeguarding`.",
    ),
  replaces: field.shortName().optional().describe("The id of an earlier follow-up that this one takes the place of."),
  resolution: field.letter().optional().describe("The letter of the resolution that asks for it, where one does."),
  returnsTo: field.shortName().describe("The committee it comes back to."),
  due,
});
export type FollowUp = z.output<typeof followUp>;

const minuteItem = z.strictObject({
  item: field.text().describe("The item's number on the agenda."),
  minute: field.text().describe("Its minute number, which is the number of its heading in the narrative."),
  urgency: field
    .text()
    .optional()
    .describe(
      "For an item that was not open for the law's clear days: the chair's opinion, given at the meeting, of why it was urgent.",
    ),
  decision: field.text().optional().describe("What was decided, in a sentence for a resident."),
  movedBy: field.shortName().optional().describe("The member who moved it."),
  secondedBy: field.shortName().optional().describe("The member who seconded it."),
  resolutions: field.optionalList(resolution).describe("What was resolved, lettered."),
  notCarried: field
    .optionalList(
      z.strictObject({
        limb: field.text().describe("The limb of the recommendation."),
        outcome: field.oneOf(["rejected", "withdrawn", "deferred", "not put"]).describe("What became of it."),
        because: field.text().optional().describe("Why, in words."),
      }),
    )
    .describe("Limbs of the recommendation that no resolution took up."),
  vote: vote.optional().describe("The recorded vote, where there was one."),
  amendments: field
    .optionalList(
      z.strictObject({
        text: field.text().describe("What was moved."),
        movedBy: field.shortName().describe("Who moved it."),
        secondedBy: field.shortName().optional().describe("Who seconded it."),
        vote: vote.optional().describe("How members voted on it."),
        result: field.oneOf(["carried", "lost", "withdrawn"]).describe("What came of it."),
      }),
    )
    .describe("Amendments moved at the meeting."),
  questions: field
    .optionalList(
      z.strictObject({
        by: field.text().describe("Who asked: a member by file name, or others in words."),
        under: field.text().optional().describe("The rule they asked under."),
        question: field.text().describe("What was asked."),
        answeredBy: field.text().optional().describe("Who answered, by role."),
        answer: field.text().optional().describe("What was answered; left out where nothing was."),
        followUp: field
          .shortName()
          .optional()
          .describe("Where the answer was to come later: the id of the follow-up that asks for it."),
      }),
    )
    .describe("Questions, and their answers."),
  followUps: field.optionalList(followUp).describe("What was asked for or undertaken."),
  approvesMinutesOf: field.text().optional().describe("The meeting whose minutes were approved here."),
  corrections: field.optionalList(field.text()).describe("Corrections made when those minutes were approved."),
});
export type MinuteItem = z.output<typeof minuteItem>;

export const minutes = z.strictObject({
  access: field.access(),
  summary: field.text().describe("What was decided, in one or two sentences for a resident."),
  began: field.time().optional().describe("When the meeting began, where that is on record."),
  ended: field.time().optional().describe("When it ended, where that is on record."),
  chair: field.shortName().describe("Who was in the chair."),
  attendance: field.list(attendance).describe("Everybody who was there, and in what capacity."),
  apologies: field.optionalList(field.shortName()).describe("Members who sent apologies."),
  absent: field.optionalList(field.shortName()).describe("Members who were absent without apologies."),
  interests: field.optionalList(interest).describe("Interests declared."),
  petitions: field.optionalList(field.text()).describe("Petitions received."),
  items: field.list(minuteItem).describe("What came of each item, in the order of the agenda."),
  fairSummary: field
    .text()
    .optional()
    .describe(
      "A written summary of what was done in private, where the minutes without it are not a fair and coherent record.",
    ),
  discharges: field
    .optionalList(
      z.strictObject({
        followUp: field.shortName().describe("The follow-up's id."),
        how: field
          .oneOf(["oral report", "note circulated", "released by resolution", "superseded"])
          .describe("How it was answered, where that was not by a report."),
        item: field.text().describe("The item's number on the agenda."),
      }),
    )
    .describe("Follow-ups that were answered here by other means than a report."),
  undertakings: field
    .optionalList(
      z.strictObject({
        followUp: field.shortName().describe("The follow-up's id."),
        by: field.text().describe("The officer, by role, who undertook it here."),
        item: field.text().describe("The item's number on the agenda."),
      }),
    )
    .describe("Follow-ups asked for earlier, which somebody undertook at this meeting."),
});
export type Minutes = z.output<typeof minutes>;

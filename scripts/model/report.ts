/** A report: what an officer writes for an agenda item, with its recommendations and appendices. */
import { z } from "zod";
import * as field from "./fields.ts";

export const limb = z.strictObject({
  verb: field.text().describe("What is to be done: `notes`, `agrees`, `approves`, `endorses`."),
  object: field.text().describe("What it is done to; verb and object read on as one sentence."),
});
export type Limb = z.output<typeof limb>;

export const recommendation = z.strictObject({
  text: field
    .text()
    .optional()
    .describe(
      "The recommendation in the report's own words, shown as it stands; left out, it is put together from its limbs.",
    ),
  that: field.text().describe("Who is asked, such as `Cabinet`; it reads on into each limb."),
  limbs: field.list(limb).describe("What is asked, one thing each; the meeting answers every one."),
});

export const implication = z.union([
  field.text(),
  z.strictObject({
    text: field.text().describe("What the implications are, or that there are none."),
    clearedBy: field.text().optional().describe("The officer, by role, who cleared it."),
    on: field.date().optional().describe("When they cleared it."),
  }),
]);

export const appendix = z.strictObject({
  id: field.shortName().describe("A short name that never changes."),
  title: field.text().describe("What it is called, such as `Appendix A: improvement plan`."),
  file: field
    .text()
    .regex(
      /^appendices\/[a-z0-9-]+\.pdf$/,
      "must begin with `appendices/` and end with `.pdf`, in small letters, digits and hyphens, such as `appendices/site-plan.pdf`",
    )
    .describe("The PDF, in the meeting's `appendices` folder."),
  access: field.access(),
});
export type Appendix = z.output<typeof appendix>;

export const report = z.strictObject({
  title: field.text().describe("The report's title."),
  language: field.language().optional().describe("The language it is in, where that is not the council's."),
  access: field.access(),
  agendaItem: field.text().describe("The number of its item on the agenda, such as `4`."),
  from: field.text().describe("The officer or body whose report it is, by role."),
  cabinetMembers: field.optionalList(field.shortName()).describe("The cabinet members who answer for it."),
  contactOfficer: z
    .union([field.contact(), field.list(field.contact())])
    .describe("The officer, or officers, to ask about it."),
  deadline: field.text().optional().describe("When it must be decided by: a day, or `none`."),
  majorPolicyItem: field.yesNo().optional().describe("Whether it is a major policy item or statutory plan."),
  keyDecision: field.yesNo().default(false).describe("Whether it asks for a key decision."),
  origin: z
    .strictObject({
      referredBy: field.text().describe("Who sent it to this meeting."),
      on: field.date().optional().describe("When."),
      because: field.text().optional().describe("Why."),
    })
    .optional()
    .describe("How it came to this meeting."),
  authority: field
    .text()
    .optional()
    .describe("The term of reference it is made under, as the committee and the number: `cabinet/3.2.10`."),
  summary: field.text().optional().describe("What it says, in two sentences that a resident can follow."),
  numbering: field
    .oneOf(["automatic", "typed", "none"])
    .optional()
    .describe("Whether paragraphs number themselves or keep the numbers typed. Left out, the first heading decides."),
  recommendations: field.optionalList(recommendation).describe("What the meeting is asked to resolve."),
  implications: z
    .record(field.shortName(), implication)
    .optional()
    .describe("Implications by kind: `financial`, `legal`, `equality` and so on."),
  respondsTo: field
    .optionalList(field.text().transform((reference) => reference.replace(/^inspection\//, "inspections/")))
    .describe("The inspections it answers, or one finding: `inspections/2026-safeguarding/management-oversight`."),
  reportsOn: field.optionalList(field.shortName()).describe("The plans whose progress it reports."),
  discharges: field.optionalList(field.shortName()).describe("The ids of the follow-ups that this report answers."),
  backgroundPapers: z
    .union([field.none(), field.list(field.text())])
    .describe("What the report draws on that is not itself published, or the word `none`."),
  appendices: field.optionalList(appendix).describe("The PDFs that go with it, in order."),
});
export type Report = z.output<typeof report>;

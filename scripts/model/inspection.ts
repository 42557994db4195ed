/** `content/inspections/<inspection>.md`: what inspectors judged and found, with the council's summary as the body. */
import { z } from "zod";
import * as field from "./fields.ts";

const judgement = z.strictObject({
  area: field.text().describe("What was judged."),
  grade: field.text().describe("The grade, in the framework's own word."),
  before: field.text().optional().describe("The grade at the inspection before, where the area was judged then."),
  change: field.oneOf(["better", "worse", "same", "not judged before"]).optional().describe("How that compares."),
});

export const finding = z.strictObject({
  id: field.shortName().describe("A short name that never changes."),
  title: field.text().describe("What was found, in a sentence."),
  kind: field.oneOf(["for improvement", "positive"]).describe("Whether it is praise or wants work."),
  addressee: field.text().default("the council").describe("Whom it is for: the council, or another body."),
  priority: field
    .text()
    .optional()
    .describe("When inspectors want it put right, such as `at once` or `within three months`."),
  text: field.text().optional().describe("More, where a sentence is not enough."),
});
export type Finding = z.output<typeof finding>;

export const inspection = z.strictObject({
  title: field.text().describe("What it is called here, such as `Safeguarding inspection, August 2026`."),
  inspectorate: field.text().describe("Who inspected."),
  framework: field.text().describe("The framework they inspected under."),
  kind: field.text().describe("What sort of inspection, such as `full`, `focused visit` or `monitoring visit`."),
  announced: field.yesNo().optional().describe("Whether the council knew beforehand."),
  fieldwork: z
    .strictObject({
      from: field.date().describe("The first day."),
      to: field.date().describe("The last day."),
    })
    .describe("When inspectors were here."),
  received: field.date().optional().describe("When the council received the report."),
  published: field.date().optional().describe("When the report was published."),
  report: field.webAddress().optional().describe("Where the inspectors' report is."),
  overall: field.text().optional().describe("The overall judgement, in the framework's own word."),
  capacity: field.text().optional().describe("The judgement on the council's capacity to improve, where one was made."),
  judgements: field.optionalList(judgement).describe("The judgements by area."),
  findings: field.optionalList(finding).describe("What was found, good and bad."),
  before: field.optionalList(field.shortName()).describe("Earlier inspections of the same service."),
  forecasts: field
    .optionalList(
      z.strictObject({
        text: field.text().describe("What is expected."),
        by: field.date().optional().describe("By when."),
        saidBy: field.text().describe("Who expects it."),
      }),
    )
    .describe("Inspections or visits expected."),
  contact: field.contact().optional().describe("Whom to ask."),
});
export type Inspection = z.output<typeof inspection>;

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
  by: field.date().optional().describe("The day by which inspectors want it put right, where their words come to one."),
  text: field.text().optional().describe("More, where a sentence is not enough."),
});
export type Finding = z.output<typeof finding>;

export const revisit = z.strictObject({
  finding: field.text().describe("The finding, with its inspection: `2025-safeguarding/thresholds`."),
  outcome: field
    .oneOf(["put right", "partly put right", "not put right"])
    .describe("What inspectors found when they looked again."),
  text: field.text().optional().describe("What they said of it, in a sentence."),
  nowIn: field.shortName().optional().describe("The finding of this inspection that carries it on, where one does."),
});

export type Revisit = z.output<typeof revisit>;

export const forecast = z.strictObject({
  text: field.text().describe("What is expected."),
  by: field.date().optional().describe("By when."),
  said: field.text().optional().describe("The time as it was said, such as `autumn 2026`, where it comes to no day."),
  saidBy: field.text().describe("Who expects it."),
  source: field.paperReference().optional().describe("The paper that says so."),
});

const RESPONSE_UNDER = ["section 136", "other"] as const;

export const inspection = z.strictObject({
  title: field.text().describe("What it is called here, such as `Safeguarding inspection, August 2026`."),
  inspectorate: field.text().describe("Who inspected."),
  framework: field.text().describe("The framework they inspected under."),
  kind: field.text().describe("What sort of inspection, such as `full`, `focused visit` or `monitoring visit`."),
  under: field
    .oneOf(RESPONSE_UNDER)
    .default("other")
    .describe(
      "`section 136` for an inspection under section 136 of the Education and Inspections Act 2006, whose report has to be published within 30 working days of its receipt and answered within 70; not a monitoring or focused visit.",
    ),
  announced: field.yesNo().optional().describe("Whether the council knew beforehand."),
  fieldwork: z
    .strictObject({
      from: field.date().describe("The first day."),
      to: field.date().describe("The last day."),
      said: field
        .text()
        .optional()
        .describe("Where the days are not known: how it is said, such as `August 2011`; it lies between the two days."),
    })
    .describe("When inspectors were here."),
  received: field.date().optional().describe("When the council received the report."),
  published: field.date().optional().describe("When the report was published."),
  report: field.webAddress().optional().describe("Where the inspectors' report is."),
  overall: field.text().optional().describe("The overall judgement, in the framework's own word."),
  capacity: field.text().optional().describe("The judgement on the council's capacity to improve, where one was made."),
  judgements: field.optionalList(judgement).describe("The judgements by area."),
  judgementCounts: field
    .optionalList(
      z
        .strictObject({
          grade: field.text().describe("The grade, in the framework's own word."),
          areas: field.wholeNumber().describe("How many areas had it."),
          of: field.wholeNumber().describe("How many areas were judged."),
        })
        .refine(({ areas, of }) => areas <= of, "cannot count more areas than were judged"),
    )
    .describe("Judgements of which only the number is known, and not which areas they are of."),
  findings: field.optionalList(finding).describe("What was found, good and bad."),
  before: field.optionalList(field.shortName()).describe("Earlier inspections of the same service."),
  revisits: field.optionalList(revisit).describe("What inspectors said this time of findings that they made before."),
  forecasts: field.optionalList(forecast).describe("Inspections or visits expected."),
  answered: z
    .strictObject({
      on: field.date().describe("When."),
      text: field.text().describe("What was sent, and to whom."),
    })
    .optional()
    .describe("When the council's statement of action was sent, where no plan in `data/plans/` says so."),
  contact: field.contact().optional().describe("Whom to ask."),
});
export type Inspection = z.output<typeof inspection>;

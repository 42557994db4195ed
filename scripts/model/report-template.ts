/**
 * `data/report-templates/<template>.json`: how a council's own Word template for reports is read. What stands in its form at the
 * head of a report becomes front matter; all else becomes the report's body.
 */
import { z } from "zod";
import * as field from "./fields.ts";

/** What a place in a form can be read as. `implications` takes a kind with it: `implications.legal`. */
export const FORM_FIELDS = [
  "title",
  "committee",
  "date",
  "agendaItem",
  "access",
  "from",
  "cabinetMembers",
  "contactOfficer",
  "contactPhone",
  "contactEmail",
  "deadline",
  "majorPolicyItem",
  "keyDecision",
  "summary",
  "recommendations",
  "backgroundPapers",
] as const;

const formField = field
  .text()
  .refine(
    (name) => (FORM_FIELDS as readonly string[]).includes(name) || /^implications\.[a-z][a-z0-9-]*$/.test(name),
    `must be \`implications.\` and a kind, such as \`implications.legal\`, or one of: ${FORM_FIELDS.join(", ")}`,
  );

export const formPlace = z.strictObject({
  field: formField.describe(
    `What is read there: ${FORM_FIELDS.map((each) => `\`${each}\``).join(", ")}, or \`implications.\` and a kind.`,
  ),
  label: field
    .text()
    .optional()
    .describe("The words that its cell, line or heading begins with, without the colon; capitals do not matter."),
  where: field
    .oneOf(["beside", "itself", "table", "section", "first line"])
    .default("beside")
    .describe(
      "Where the words stand: after the label or in the cell beside it; in a cell of their own (`itself`); in the rest of the label's table; in the section under the label; or in the first line that is in no table.",
    ),
});
export type FormPlace = z.output<typeof formPlace>;
export type FormField = FormPlace["field"];

export const reportTemplate = z.strictObject({
  title: field.text().describe("What the template is called, such as `Cabinet report`."),
  recognisedBy: field
    .list(field.text())
    .describe("Words that a cell or line begins with in every report of this template; all must be there."),
  places: field.list(formPlace).describe("The places of the form, and what each is read as."),
  headings: field
    .optionalList(
      z.strictObject({
        style: field.text().optional().describe("The style's name in Word, such as `Report Heading`."),
        bold: field.yesNo().default(false).describe("Whether the whole line is bold."),
        numbered: field.yesNo().default(false).describe("Whether it has a number of one figure, such as `1.`."),
        capitals: field.yesNo().default(false).describe("Whether it is all in capitals."),
        level: field.wholeNumber().default(1).describe("1 for a section, 2 for a heading inside one."),
      }),
    )
    .describe(
      "Lines that are headings though Word has no heading style on them. Left out, such lines are asked about, one by one.",
    ),
  leaveOut: field
    .optionalList(field.oneOf(["properties"]))
    .describe(
      "What the council has decided to leave out of every Word file, on this template or not, so that nobody is asked each time.",
    ),
});
export type ReportTemplate = z.output<typeof reportTemplate>;

/** `content/decisions/<year>/<decision>/decision.md`: a decision by one cabinet member or an officer. */
import { z } from "zod";
import * as field from "./fields.ts";

export const decision = z.strictObject({
  title: field.text().describe("What was decided about."),
  access: field.access(),
  takenBy: field.text().describe("Who took it: a member by file name, or an officer by role."),
  capacity: field.oneOf(["cabinet member", "officer"]).describe("In what capacity."),
  date: field.date().describe("When it was taken."),
  decision: field.text().describe("What was decided."),
  reasons: field.text().describe("Why."),
  alternatives: field.text().describe("What else was considered, and why it was rejected; `none` where nothing was."),
  conflicts: field.text().describe("Conflicts of interest declared, and dispensations; `none` where there were none."),
  keyDecision: field.yesNo().default(false).describe("Whether it is a key decision."),
  authority: field.text().optional().describe("The power it was taken under."),
  effective: field.date().optional().describe("When it takes effect."),
  backgroundPapers: z
    .union([field.none(), field.list(field.text())])
    .describe("What it draws on that is not itself published, or the word `none`."),
});
export type Decision = z.output<typeof decision>;

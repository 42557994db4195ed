/** `content/matters/<matter>.md`: one subject followed across meetings. */
import { z } from "zod";
import * as field from "./fields.ts";

export const matter = z.strictObject({
  title: field.text().describe("What it is about."),
  summary: field.text().describe("Where it stands, in two sentences."),
  papers: field.optionalList(field.paperReference()).describe("The papers that tell its story, oldest first."),
  contradictions: field
    .optionalList(
      z.strictObject({
        about: field.text().describe("What it is about."),
        findings: field
          .optionalList(field.text())
          .describe("The findings it bears on: `2026-safeguarding/thresholds`."),
        statements: field
          .list(
            z.strictObject({
              text: field.text().describe("What was said."),
              saidBy: field.text().describe("Who said it."),
              source: field.paperReference().describe("Where it is written."),
            }),
          )
          .describe("The statements that do not agree."),
      }),
    )
    .describe("Where what is on record does not agree; both stand, and readers judge."),
  inspections: field.optionalList(field.shortName()).describe("The inspections it belongs to."),
});
export type Matter = z.output<typeof matter>;

/** `content/matters/<matter>.md`: one subject followed across meetings. */
import { z } from "zod";
import * as field from "./fields.ts";

export const matter = z.strictObject({
  title: field.text().describe("What it is about."),
  summary: field.text().describe("Where it stands, in two sentences."),
  papers: field.optionalList(field.paperReference()).describe("The papers that tell its story, oldest first."),
  inspections: field.optionalList(field.shortName()).describe("The inspections it belongs to."),
});
export type Matter = z.output<typeof matter>;

/** `content/pages/<page>.md`: about, the accessibility statement and whatever else a council wants to say. */
import { z } from "zod";
import * as field from "./fields.ts";

export const page = z.strictObject({
  title: field.text().describe("The page's title."),
  summary: field.text().optional().describe("What it says, in a sentence."),
  reviewed: field.date().optional().describe("When it was last reviewed."),
});
export type Page = z.output<typeof page>;

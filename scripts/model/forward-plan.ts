/** `content/forward-plan/<entry>/entry.md`: notice of a decision that is coming. */
import { z } from "zod";
import * as field from "./fields.ts";

export const forwardPlanEntry = z.strictObject({
  title: field.text().describe("What is to be decided."),
  access: field.access(),
  decisionMaker: field.text().describe("Who will decide: a committee or member by file name, or an officer by role."),
  meeting: field.text().optional().describe("The meeting it is to come to, by its folder's name."),
  period: field.text().optional().describe("When, where no meeting is set."),
  keyDecision: field.yesNo().default(false).describe("Whether it is a key decision."),
  private: field.yesNo().default(false).describe("Whether it is to be taken in private."),
  reasons: field.text().optional().describe("For a decision in private: why."),
  documents: field.optionalList(field.text()).describe("The documents that will be considered."),
  contact: field.contact().describe("Whom to ask, and how to make representations."),
});
export type ForwardPlanEntry = z.output<typeof forwardPlanEntry>;

/** `content/forward-plan/<entry>/entry.md`: notice of a decision that is coming. */
import { z } from "zod";
import { AGREEING } from "./agenda.ts";
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
  generalException: z
    .strictObject({
      told: field.text().describe("The chair of scrutiny who was told in writing, or whoever stood in, by role."),
      on: field.date().describe("When."),
      reasons: field.text().describe("Why the 28 days could not be kept."),
    })
    .optional()
    .describe("For a key decision with less than 28 days' notice, under regulation 10."),
  specialUrgency: z
    .strictObject({
      agreedBy: field
        .oneOf(AGREEING)
        .describe("Who agreed that the decision is urgent and cannot reasonably be put off."),
      failing: field.text().optional().describe("Where that was not the chair of scrutiny: why not."),
      on: field.date().describe("When they agreed."),
      reasons: field.text().describe("Why it is urgent."),
    })
    .optional()
    .describe("For a key decision that cannot wait five days, under regulation 11."),
  documents: field.optionalList(field.text()).describe("The documents that will be considered."),
  contact: field.contact().describe("Whom to ask, and how to make representations."),
});
export type ForwardPlanEntry = z.output<typeof forwardPlanEntry>;

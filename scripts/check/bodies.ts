/** What rules ask of the bodies that meet, by a body's short name. */
import type { Question } from "../asking/around.ts";
import type { Committee } from "../model/committee.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** How a body is called, and what says by which law it meets. */
export type Body = Pick<Committee, "name" | "regime" | "meetsUnder">;

/** Null where there is no such body, or its file cannot be read. */
export const bodyNamed: Question<Surroundings, Body | null> = ruleQuestions.add({
  name: "body",
  answer: ({ council }, id) => {
    const committee = council.committees.find((each) => each.id === id)?.value;
    if (!committee) return null;
    const { name, regime, meetsUnder } = committee;
    return { name, regime, ...(meetsUnder === undefined ? {} : { meetsUnder }) };
  },
});

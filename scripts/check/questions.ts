/** Every question that rules ask; each adds itself where it is defined. Read by building/, which asks again what changed. */
import { QuestionList } from "../asking/around.ts";
import type { Surroundings } from "./surroundings.ts";

export const ruleQuestions = new QuestionList<Surroundings>();

/** Every question that pages ask; each adds itself where it is defined. Read by building/, which asks again what changed. */
import { QuestionList } from "../asking/around.ts";
import type { Site } from "./site.ts";

export const pageQuestions = new QuestionList<Site>();

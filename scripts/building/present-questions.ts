/**
 * What a draft takes from the council as it is now, as questions, so that a meeting is admitted again when the answer changed.
 * Used by works.ts.
 */
import { committeeIn, measuresAsOf, type Present, papersOf } from "../access/present.ts";
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import type { Fact, Question, Shared } from "../asking/around.ts";
import { ruleQuestions } from "../check/questions.ts";
import type { Surroundings } from "../check/surroundings.ts";
import type { CouncilMeeting } from "../model/council.ts";

/** The papers of a meeting, drafted or issued. */
export const PAPERS: Fact<CouncilMeeting, readonly string[]> = { name: "papers-by-address", of: papersOf };

const COMMITTEE: Question<Surroundings, PublicMeeting["committee"] | null> = ruleQuestions.add({
  name: "committee-now",
  answer: ({ council }, id) => committeeIn(council, id),
});

const MEASURES: Shared<Surroundings, PublicPaper["measures"]> = {
  name: "measures-now",
  make: (around) => measuresAsOf(around.council, new Set(around.every(PAPERS).flatMap(({ value }) => value))),
};

const MEASURE: Question<Surroundings, PublicPaper["measures"][string] | null> = ruleQuestions.add({
  name: "measure-now",
  answer: (around, id) => {
    const all = around.shared(MEASURES);
    return Object.hasOwn(all, id) ? (all[id] ?? null) : null;
  },
});

export const QUESTIONS_OF_PRESENT = [COMMITTEE, MEASURE];

export function presentQuestions(around: Surroundings): Present {
  return {
    committee: (id) => around.ask(COMMITTEE, id),
    measures: (ids) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const measure = around.ask(MEASURE, id);
          return measure ? [[id, measure]] : [];
        }),
      ),
  };
}

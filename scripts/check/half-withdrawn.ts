/**
 * Minutes that were withdrawn do not still stand in another meeting's pack, where they were to be approved: a withdrawal was
 * cut short, or a pack was printed while it went on.
 */
import type { Question } from "../asking/around.ts";
import { ruleQuestions } from "./questions.ts";
import type { Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

const MINUTES_OF = "minutes-of-";

export const halfWithdrawn: Rule = {
  names: ["record-chain"],
  ofMeeting: (around, { issued }) =>
    issued.flatMap(({ record, folder }) =>
      record.papers
        .filter(({ id }) => id.startsWith(MINUTES_OF))
        .filter(
          ({ id }) =>
            !issued.some(
              (later) => later.record.number > record.number && later.record.withdrawn.some((each) => each.id === id),
            ),
        )
        .map(({ id }) => id.slice(MINUTES_OF.length))
        .filter((meeting) => around.ask(minutesAreWithdrawn, meeting))
        .map((meeting) => ({
          rule: "record-chain",
          severity: "error" as const,
          file: `${folder}/record.json`,
          line: 1,
          column: 1,
          message: `The minutes of ${meeting} were withdrawn, and this pack still holds them.`,
          mend: `Put \`issued/\` of ${meeting} back as it was before the withdrawal, and withdraw the minutes again.`,
        })),
    ),
};

/** Whether a meeting's minutes were withdrawn and none stand in their place. */
const minutesAreWithdrawn: Question<Surroundings, boolean> = ruleQuestions.add({
  name: "minutes-are-withdrawn",
  answer: (around, id) => {
    const issued = around.meeting(id)?.issued ?? [];
    return (
      issued.some(({ record }) => record.withdrawn.some((each) => each.id === "minutes")) &&
      !issued.some(({ papers }) => papers.minutes)
    );
  },
});

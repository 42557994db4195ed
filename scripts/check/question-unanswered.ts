/** A question in the minutes has an answer, somebody who gave one, or the follow-up that the answer is to come in. */
import { problemAt, type Rule } from "./rule.ts";

export const questionUnanswered: Rule = {
  names: ["question-unanswered"],
  ofMeeting(_around, { drafts }) {
    const minutes = drafts?.minutes;
    if (!minutes) return [];
    return minutes.value.items.flatMap((item, index) =>
      item.questions.flatMap(({ by, answer, answeredBy, followUp }, at) =>
        answer || answeredBy || followUp
          ? []
          : [
              problemAt(
                minutes,
                ["items", index, "questions", at],
                "question-unanswered",
                "duty",
                `The minutes record no answer to the question that ${by} asked at minute ${item.minute}.`,
                "Give `answer` and `answeredBy`; or, where the answer is to come, ask for it in a follow-up and give its id as `followUp`.",
              ),
            ],
      ),
    );
  },
};

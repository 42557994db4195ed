/** What the minutes of a meeting number, drafted or in any version that was issued; by the meeting's name. Asked by known-names.ts. */
import type { Question } from "../asking/around.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** One minute, with the letters of its resolutions. */
export interface NumberedMinute {
  readonly minute: string;
  readonly letters: readonly string[];
}

/** None where there is no such meeting, or it has no minutes. */
export const minutesOfMeeting: Question<Surroundings, readonly NumberedMinute[]> = ruleQuestions.add({
  name: "minutes-of-meeting",
  answer: (around, id) => {
    const meeting = around.meeting(id);
    const all = [meeting?.drafts, ...(meeting?.issued.map((snapshot) => snapshot.papers) ?? [])];
    return all
      .flatMap((papers) => papers?.minutes?.value.items ?? [])
      .map(({ minute, resolutions }) => ({ minute, letters: resolutions.map(({ letter }) => letter) }));
  },
});

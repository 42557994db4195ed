/** The question what is one step away on the thread from a paper, a minute, a finding or an action. For their own pages. */
import type { Question } from "../../asking/around.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { type Neighbours, threadOf } from "./links.ts";
import { minuteKey, resolutionKey } from "./nodes.ts";

/** As many as are named in each way of standing to a thing: the last of them. The open data has them all. */
const SHOWN = 24;

/** Asked about a key as it is written in front matter: `plans/recovery-plan/workforce-plan`. */
export const neighboursOf: Question<Site, readonly Neighbours[]> = pageQuestions.add({
  name: "neighbours-of",
  answer: (site, key) =>
    threadOf(site)
      .neighbours(key)
      .map(({ words, nodes }) => ({
        words,
        nodes: nodes.slice(-SHOWN),
        ...(nodes.length > SHOWN ? { before: nodes.length - SHOWN } : {}),
      })),
});

/** What came of one minute: asked about `2026-09-28-cabinet 34 ab`, with the letters of its resolutions. */
const cameOf: Question<Site, readonly Neighbours[]> = pageQuestions.add({
  name: "came-of",
  answer: (site, about) => {
    const [meeting = "", minute = "", letters = ""] = about.split(" ");
    const keys = letters
      .split(",")
      .filter((letter) => letter !== "")
      .map((letter) => resolutionKey(meeting, minute, letter));
    return threadOf(site)
      .neighbours(minuteKey(meeting, minute), ...keys)
      .filter(({ words }) => words === "Endorsed" || words === "Asked for");
  },
});

/** What came of a minute and of its resolutions: the plans they endorsed, and what they asked for. */
export function cameOfMinute(
  site: Site,
  meeting: string,
  minute: string,
  letters: readonly string[],
): readonly Neighbours[] {
  return site.ask(cameOf, `${meeting} ${minute} ${letters.join(",")}`);
}

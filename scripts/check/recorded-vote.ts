/**
 * A recorded vote adds up: nobody votes twice, everybody who votes was there, the side with more votes, the casting vote
 * included, is the one that won, and the numbers announced are those of the names. Source: SI 2014/165 and SI 1993/202
 * (recorded votes).
 */
import type { Vote } from "../model/minutes.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const recordedVote: Rule = {
  names: ["recorded-vote"],
  ofMeeting(_around, { drafts }) {
    const minutes = drafts?.minutes;
    if (!minutes) return [];
    const problems: Problem[] = [];
    const present = new Set(minutes.value.attendance.map((each) => each.member));
    minutes.value.items.forEach((item, index) => {
      const votes: [(string | number)[], Vote | undefined][] = [
        [["items", index, "vote"], item.vote],
        ...item.resolutions.map((each, at): [(string | number)[], Vote | undefined] => [
          ["items", index, "resolutions", at, "vote"],
          each.vote,
        ]),
        ...item.amendments.map((each, at): [(string | number)[], Vote | undefined] => [
          ["items", index, "amendments", at, "vote"],
          each.vote,
        ]),
      ];
      for (const [path, vote] of votes)
        if (vote)
          problems.push(
            ...faults(vote, present).map(([message, mend]) =>
              problemAt(minutes, path, "recorded-vote", "error", message, mend),
            ),
          );
    });
    return problems;
  },
};

function faults(vote: Vote, present: ReadonlySet<string | undefined>): [message: string, mend: string][] {
  const named = [...vote.for, ...vote.against, ...vote.abstained];
  const found: [string, string][] = [];
  const twice = named.filter((member, index) => named.indexOf(member) !== index);
  if (twice.length > 0)
    found.push([`${twice.join(", ")} is recorded as voting twice.`, "Keep the vote that was cast."]);
  const away = named.filter((member) => !present.has(member));
  if (away.length > 0)
    found.push([
      `${away.join(", ")} is recorded as voting and not as present.`,
      "Add them to `attendance`, or take the vote out.",
    ]);
  const [yes, no] = [
    vote.for.length + (vote.casting?.way === "for" ? 1 : 0),
    vote.against.length + (vote.casting?.way === "against" ? 1 : 0),
  ];
  if ((vote.result === "carried") !== yes > no)
    found.push([
      `${yes} for and ${no} against cannot be ${vote.result}.`,
      "Correct the names, the casting vote or the result.",
    ]);
  if (vote.totals)
    for (const side of ["for", "against", "abstained"] as const)
      if (vote.totals[side] !== vote[side].length)
        found.push([
          `${vote.totals[side]} ${side === "abstained" ? "abstained" : side} by the totals, and ${vote[side].length} by name; the casting vote is in neither.`,
          "Correct the names or the totals.",
        ]);
  return found;
}

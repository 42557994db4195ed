/** A follow-up says when it is due, and what claims to discharge one names one that was asked for. */
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const followUps: Rule = {
  names: ["follow-up-due", "unknown-follow-up"],
  check(council, { unreadable }) {
    const problems: Problem[] = [];
    const asked = council.meetings.flatMap(({ drafts, issued }) =>
      [drafts, ...issued.map((snapshot) => snapshot.papers)].flatMap(
        (papers) => papers?.minutes?.value.items.flatMap((item) => item.followUps.map((each) => each.id)) ?? [],
      ),
    );
    // What cannot be read may well be what asked for it.
    const isSure = ![...unreadable].some((file) => file.endsWith("/minutes.md"));
    const known = (source: Parameters<typeof problemAt>[0], path: (string | number)[], id: string) => {
      if (asked.includes(id) || !isSure) return;
      const guess = nearest(id, asked);
      problems.push(
        problemAt(
          source,
          path,
          "unknown-follow-up",
          "error",
          `Nobody asked for a follow-up \`${id}\`.`,
          guess ? `Did you mean \`${guess}\`?` : "Use the id from the minutes that asked for it.",
        ),
      );
    };
    for (const { drafts } of council.meetings) {
      for (const report of drafts?.reports ?? [])
        report.value.discharges.forEach((id, index) => known(report, ["discharges", index], id));
      const minutes = drafts?.minutes;
      minutes?.value.discharges.forEach((each, index) =>
        known(minutes, ["discharges", index, "followUp"], each.followUp),
      );
      minutes?.value.items.forEach((item, at) =>
        item.followUps.forEach(({ due }, index) => {
          if (!due.meeting && !due.date && !due.said)
            problems.push(
              problemAt(
                minutes,
                ["items", at, "followUps", index, "due"],
                "follow-up-due",
                "error",
                "The follow-up does not say when it is due.",
                "Give `meeting`, `date`, or the time as it was `said`.",
              ),
            );
        }),
      );
    }
    return problems;
  },
};

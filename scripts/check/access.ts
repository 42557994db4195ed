/** Nothing restricted lies under content/: whatever is there could be published by one slip. */
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const access: Rule = {
  names: ["restricted-in-content"],
  check(council) {
    const problems: Problem[] = [];
    const refuse = (source: Parameters<typeof problemAt>[0], path: (string | number)[], what: string) =>
      problems.push(
        problemAt(
          source,
          path,
          "restricted-in-content",
          "error",
          `${what} is not public, and must not lie under content/.`,
          "Move it to the restricted folder, under the same path, and say in agenda.md what the public may know of it.",
        ),
      );
    for (const { drafts } of council.meetings) {
      if (!drafts) continue;
      for (const document of [drafts.agenda, ...drafts.reports, drafts.minutes])
        if (document && document.value.access !== "public") refuse(document, ["access"], "This paper");
      for (const report of drafts.reports)
        report.value.appendices.forEach((appendix, index) => {
          if (appendix.access !== "public") refuse(report, ["appendices", index, "access"], "This appendix");
        });
    }
    for (const document of [...council.decisions, ...council.forwardPlan.map(({ draft }) => draft)])
      if (document && document.value.access !== "public") refuse(document, ["access"], "This");
    return problems;
  },
};

/** Nothing restricted lies under content/: whatever is there could be published by one slip. */
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const access: Rule = {
  names: ["restricted-in-content"],
  ofMeeting(_around, { drafts }) {
    if (!drafts) return [];
    const ofPapers = [drafts.agenda, ...drafts.reports, drafts.minutes].flatMap((document) =>
      document && document.value.access !== "public" ? [refusal(document, ["access"], "This paper")] : [],
    );
    const ofAppendices = drafts.reports.flatMap((report) =>
      report.value.appendices.flatMap((appendix, index) =>
        appendix.access === "public" ? [] : [refusal(report, ["appendices", index, "access"], "This appendix")],
      ),
    );
    return [...ofPapers, ...ofAppendices];
  },
  ofCouncil: ({ council }) =>
    [...council.decisions, ...council.forwardPlan.map(({ draft }) => draft)].flatMap((document) =>
      document && document.value.access !== "public" ? [refusal(document, ["access"], "This")] : [],
    ),
};

function refusal(source: Parameters<typeof problemAt>[0], path: (string | number)[], what: string): Problem {
  return problemAt(
    source,
    path,
    "restricted-in-content",
    "error",
    `${what} is not public, and must not lie under content/.`,
    "Move it to the restricted folder, under the same path, and say in agenda.md what the public may know of it.",
  );
}

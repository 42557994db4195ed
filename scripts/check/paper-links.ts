/** Links inside a paper lead to a paragraph that it has. What other files cite of papers: sources.ts. */
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

export const paperLinks: Rule = {
  names: ["unknown-paragraph"],
  ofMeeting(_around, { drafts }) {
    const problems: Problem[] = [];
    for (const paper of [...(drafts?.reports ?? []), ...(drafts?.minutes ? [drafts.minutes] : [])])
      for (const { to, line } of paper.outline.links) {
        if (!to.startsWith("#") || paper.outline.blocks.some(({ anchor }) => anchor === to.slice(1))) continue;
        problems.push({
          rule: "unknown-paragraph",
          severity: "error",
          file: paper.file,
          line,
          column: 1,
          message: `The link \`${to}\` leads to no paragraph of this paper.`,
          mend: "Link to a paragraph by its number, such as `#p4-7` for 4.7.",
        });
      }
    return problems;
  },
};

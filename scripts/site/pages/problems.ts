/** The preview's list of problems: where each is, what is wrong and what would put it right. Never on the public site. */
import type { Problem } from "../../model/problem.ts";
import type { CouncilPages, PageView } from "../page-kind.ts";

export function problemsPage(problems: readonly Problem[]): PageView {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
  return {
    url: "/problems/",
    title: problems.length === 0 ? "No problems" : "Problems in the drafts",
    description: "What is wrong in the drafts, and what would put it right.",
    above: [],
    files: [...files].map(([file, found]) => ({ file, problems: found })),
  };
}

/** The list stands beside the council's own pages, and is no part of them. */
export const problemsKind: CouncilPages = { per: "council", template: "problems", parts: () => [], pages: () => [] };

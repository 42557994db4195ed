/**
 * The rules for papers in the restricted folder. Run beside those of check/ where the officer names that folder; what
 * they find is for that officer, and is never written to a file. Source: LGA 1972 s100B(5), and Sch 12A.
 */

import { problemAt } from "../check/rule.ts";
import type { Loaded } from "../load/council.ts";
import { readBody } from "../load/document.ts";
import type { Council, Document } from "../model/council.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { agendaOf, withheldItems } from "./public-entry.ts";
import { type RestrictedPaper, readRestricted } from "./read-restricted.ts";
import { holdsWords } from "./words.ts";

/**
 * Every problem of the papers in the restricted folder `dir`, those found in reading it included; files are relative to
 * that folder. Throws a Refusal where it may not be a restricted folder. Without a council there is nothing to compare.
 */
export function checkRestricted(loaded: Loaded, dir: string): Problem[] {
  const { council } = loaded;
  if (!council) return [];
  const { folder, papers, problems } = readRestricted(council.root, dir);
  return sortProblems([...problems, ...papers.flatMap((paper) => problemsOf(council, folder, paper))]);
}

function problemsOf(council: Council, folder: string, paper: RestrictedPaper): Problem[] {
  if (paper.kind === "report" && paper.document)
    return [...accessProblems(paper.document), ...entryProblems(council, folder, paper.meeting, paper.document)];
  if (paper.kind === "minutes" && paper.document) {
    const { access } = paper.document.value;
    if (access === "public") return [isPublic(paper.document, ["access"], "These minutes are")];
    const items = withheldItems(agendaOf(council, paper.meeting ?? ""));
    return items.some(({ withheld }) => withheld.category === access)
      ? []
      : [withoutEntry(paper.document, `No item of this meeting's agenda is withheld as ${access}.`)];
  }
  return placeProblems(paper);
}

function accessProblems(report: Document<Report>): Problem[] {
  const problems: Problem[] = [];
  if (report.value.access === "public") problems.push(isPublic(report, ["access"], "This paper is"));
  report.value.appendices.forEach(({ access }, index) => {
    if (access === "public") problems.push(isPublic(report, ["appendices", index, "access"], "This appendix is"));
  });
  return problems;
}

/** The public entry is there, is of the same category, and its description stands on the paper. */
function entryProblems(council: Council, folder: string, meeting: string | null, report: Document<Report>): Problem[] {
  const { access, agendaItem } = report.value;
  if (access === "public") return [];
  const items = withheldItems(agendaOf(council, meeting ?? ""));
  const item = items.find(({ number }) => number === agendaItem);
  const body = readBody(folder, report);
  const marked = holdsWords(body, "Not for publication");
  if (!item)
    return [
      withoutEntry(
        report,
        `Item ${agendaItem} of this meeting's agenda does not say that anything is withheld, so the public are not told of this paper.`,
      ),
      ...(marked ? [] : [notMarked(report, "the words “Not for publication” and the description of the category")]),
    ];
  const problems: Problem[] = [];
  if (item.withheld.category !== access)
    problems.push(
      problemAt(
        report,
        ["access"],
        "restricted-category",
        "error",
        `This paper is marked ${access}, and its item is withheld as ${item.withheld.category}.`,
        "Correct `access` here, or `category` under `withheld` in agenda.md.",
      ),
    );
  const described = holdsWords(body, item.withheld.description);
  if (!marked || !described) {
    const wanted = `“${item.withheld.description}”`;
    problems.push(
      notMarked(
        report,
        marked
          ? wanted
          : described
            ? "the words “Not for publication”"
            : `the words “Not for publication” and ${wanted}`,
      ),
    );
  }
  return problems;
}

/** Only papers, and the files they bring, lie here, each where its meeting's papers would. */
function placeProblems({ file, meeting, id, kind }: RestrictedPaper): Problem[] {
  if (meeting && (id === "agenda.md" || id === "meeting.md"))
    return [
      {
        ...startOf(file),
        rule: "restricted-public",
        severity: "error",
        message: `${id} is for the public, and is not read here.`,
        mend: "Take it out, and say in the one under content/ what the public may know.",
      },
    ];
  if (meeting && (kind === "appendix" || !id.endsWith(".md"))) return [];
  if (kind === "report" || kind === "minutes") return [];
  return [
    {
      ...startOf(file),
      rule: "restricted-place",
      severity: "warning",
      message: "This file lies where no meeting's papers do, so none of the rules for papers is asked of it.",
      mend: "Put it under the path its meeting has in the council's folder: `content/meetings/2026/2026-09-28-cabinet`.",
    },
  ];
}

function isPublic(document: Document<unknown>, path: (string | number)[], what: string): Problem {
  return problemAt(
    document,
    path,
    "restricted-public",
    "error",
    `${what} marked public, and lies in the restricted folder.`,
    "Correct `access`; or, if it is for the public, move it to the same path under content/.",
  );
}

function withoutEntry(document: Document<unknown>, message: string): Problem {
  return problemAt(
    document,
    ["agendaItem"],
    "restricted-without-entry",
    "error",
    message,
    "Add `withheld:` to the item in agenda.md, with what the public may know; or correct `agendaItem` here.",
  );
}

function notMarked({ file, bodyLine }: Document<Report>, wanted: string): Problem {
  return {
    ...startOf(file),
    line: bodyLine,
    rule: "not-for-publication",
    severity: "error",
    message: `The paper does not carry ${wanted}, which must stand on every copy of it (LGA 1972 s100B(5)).`,
    mend: "Begin its text with “Not for publication:” and the description, as agenda.md has it.",
  };
}

function startOf(file: string) {
  return { file, line: 1, column: 1 };
}

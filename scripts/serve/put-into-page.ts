/**
 * Puts into a page of the preview, as it is served, what is wrong with the files that it is made from: a list at the top of its
 * content, and each problem before the paragraph that it concerns. Nothing of it is ever in a tree. Used by preview-server.ts.
 */
import type { PlacedProblem } from "./problems-of-pages.ts";

/** What a page is to say beside what it is made of. */
export interface PutIntoPage {
  readonly problems: readonly PlacedProblem[];
  /** All problems of the council's files. */
  readonly total: number;
  /** Why the last build failed, in words; null where it did not. */
  readonly fault: string | null;
  /** Whether the page is made of its files as they are, or cannot be: then it is the one before, or none. */
  readonly stands: "as made" | "as before" | "not made";
}

/** The sheet with what stands here, which the preview's own server has. */
export const PROBLEMS_SHEET = "/assets/preview-problems.css";

/** `html` with `put` in it. The words of files and of errors are escaped. */
export function putIntoPage(html: string, put: PutIntoPage): string {
  const counted = withTotal(html, put.total);
  if (put.problems.length === 0 && put.fault === null && put.stands === "as made") return counted;
  const { page, placed } = besideParagraphs(counted, put.problems);
  const at = topOfContent(page);
  const top = `${page.slice(0, at)}\n${sections(put, placed)}${page.slice(at)}`;
  return top.replace("</head>", `<link rel="stylesheet" href="${PROBLEMS_SHEET}">\n</head>`);
}

/** The link to all problems says how many there are. */
function withTotal(html: string, total: number): string {
  return html.replace(
    /(<a href="\/problems\/">)([^<]*)(<\/a>)/,
    (_, open: string, words: string, close: string) =>
      `${open}${words} (<span data-problems-total>${total}</span>)${close}`,
  );
}

/** Where the content begins: after the way to the page, or where there is none at the start of the main part. */
function topOfContent(html: string): number {
  const [main = ""] = /<main\b[^>]*>\s*(?:<(nav|div) class="govuk-breadcrumbs"[\s\S]*?<\/\1>)?/.exec(html) ?? [];
  if (main !== "") return html.indexOf(main) + main.length;
  const [body = ""] = /<body\b[^>]*>/.exec(html) ?? [];
  return html.indexOf(body) + body.length;
}

function sections({ problems, total, fault, stands }: PutIntoPage, placed: ReadonlySet<PlacedProblem>): string {
  const old = {
    "as made": "",
    "as before": "<p>As its file stands, this page cannot be made. What you see is the page as it was before.</p>",
    "not made": "<p>As its file stands, this page cannot be made. It is made as soon as that is put right.</p>",
  }[stands];
  const all = `<p><a href="/problems/">${total === 1 ? "The one problem" : `All ${total} problems`} of the council’s files</a></p>`;
  return [
    fault === null
      ? ""
      : `<section class="problems-here" aria-labelledby="preview-fault"><h2 id="preview-fault">The preview could not be built again</h2><p>This page is as it was built last. The preview is built again as soon as a file is saved.</p><pre>${escaped(fault)}</pre></section>\n`,
    problems.length === 0
      ? ""
      : `<section class="problems-here" aria-labelledby="problems-here"><h2 id="problems-here">${problems.length} ${problems.length === 1 ? "problem" : "problems"} in the files of this page</h2>${old}<ul>${problems.map((problem) => inList(problem, placed.has(problem))).join("")}</ul>${all}</section>\n`,
  ].join("");
}

function inList(problem: PlacedProblem, isPlaced: boolean): string {
  const where = isPlaced ? ` · <a href="#${escaped(problem.anchor ?? "")}">Go to the place</a>` : "";
  return `<li>${wordsOf(problem)}<p class="quiet">${escaped(problem.file)}, line ${problem.line}${where}</p></li>\n`;
}

function wordsOf({ severity, message, mend }: PlacedProblem): string {
  const word = `<span class="tag ${severity === "error" ? "late" : "due"}">${escaped(severity[0]?.toUpperCase() ?? "")}${escaped(severity.slice(1))}</span>`;
  return `<p>${word} <span class="t">${escaped(message)}</span></p><p>${escaped(mend)}</p>`;
}

/** The page with each problem before the paragraph, or at the head of the entry of a list, that it concerns; and which found one. */
function besideParagraphs(html: string, problems: readonly PlacedProblem[]) {
  const placed = new Set<PlacedProblem>();
  let page = html;
  for (const problem of problems) {
    const at = problem.anchor === null ? null : placeIn(page, problem.anchor);
    if (at === null) continue;
    placed.add(problem);
    const note = `<div class="problem-here" role="note" aria-label="Problem in line ${problem.line}">${wordsOf(problem)}<p class="quiet">Line ${problem.line}</p></div>\n`;
    page = page.slice(0, at) + note + page.slice(at);
  }
  return { page, placed };
}

/** Elements before which a note may stand, and those that may begin with one. */
const BEFORE = /^(p|h[1-6]|section|div|figure|blockquote|ul|ol|dl|pre|article|details)$/;
const INSIDE = /^(li|dd)$/;

function placeIn(html: string, anchor: string): number | null {
  const id = html.indexOf(` id="${escaped(anchor)}"`);
  const open = html.lastIndexOf("<", id);
  const close = html.indexOf(">", id);
  const name = /^<([a-z][a-z0-9]*)/.exec(html.slice(open, open + 20))?.[1] ?? "";
  if (id < 0 || close < 0) return null;
  return BEFORE.test(name) ? open : INSIDE.test(name) ? close + 1 : null;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What an import of a Word file or of a PDF answers, as plain data for templates/desk/answers.njk. Called by serve/'s desk. */

import { marksIn } from "../model/unfilled.ts";
import { address } from "../site/addresses.ts";
import { count } from "../templating/filters.ts";
import { ACCEPTED, type Accepted, type ImportedWord } from "../word/imported-word.ts";
import { deskAddress } from "./desk-addresses.ts";

/** What was asked, so that the same file can be brought in again with answers. */
export interface AskedImport {
  /** The name that the file is kept under until then; null where it is not kept any more. */
  readonly upload: string | null;
  /** The name that the report's file is to have, where one was given. */
  readonly report: string | null;
  readonly accepted: readonly Accepted[];
  readonly yes: readonly string[];
  /** Whether it was to take the place of a report that is there. */
  readonly again: boolean;
}

/** The answer to a Word file, with the sentence that is read out first. */
export function wordAnswer(imported: ImportedWord, asked: AskedImport) {
  const { report, problems, questions, gaps, meeting, item } = imported;
  const name = report ? reportName(report) : null;
  const isRefused = report === null;
  const answerable = questions.filter(({ ifYes }) => ifYes !== null);
  return {
    kind: "word" as const,
    title: isRefused ? "The Word file was not brought in" : "The Word file was brought in",
    meeting,
    item,
    file: imported.name,
    isRefused,
    status: isRefused
      ? `${imported.name} was not brought in. ${upper(count(problems.length, "problem"))} ${problems.length === 1 ? "has" : "have"} to be put right.`
      : `${imported.name} was brought in as ${name}.md. ${upper(questions.length === 0 ? "no question" : count(questions.length, "question"))}, ${gaps.length === 0 ? "no gap" : count(gaps.length, "gap")} to be filled in.`,
    report: name,
    /** The name to bring it in again under. */
    asReport: name ?? asked.report,
    /** What was just brought in is there, and what is brought in again takes its place. */
    again: asked.again || name !== null,
    page: name ? address.report(meeting, name) : null,
    sideBySide: name && imported.sideBySide ? deskAddress.sideBySide(meeting, name) : null,
    written: imported.written,
    problems,
    mayAccept: imported.mayAccept.map((id) => ({ id, words: ACCEPTED[id], isChosen: asked.accepted.includes(id) })),
    accepted: asked.accepted.filter((id) => !imported.mayAccept.includes(id)),
    questions: questions.map((question) => ({ ...question, isChosen: asked.yes.includes(question.id) })),
    notes: imported.notes,
    gaps,
    counted: imported.counted,
    /** Whether there is anything to answer, and the file is still at hand to be brought in again. */
    upload: imported.mayAccept.length + answerable.length > 0 ? asked.upload : null,
    /** Answers that were given already and that the questions do not ask again. */
    yes: asked.yes.filter((id) => !answerable.some((question) => question.id === id)),
  };
}

/** A PDF that was put beside a report, as its appendix. */
export interface BroughtAppendix {
  readonly meeting: string;
  /** The number of the report's item on the agenda. */
  readonly item: string;
  /** The PDF's own name. */
  readonly name: string;
  /** Files, relative to the council's folder. */
  readonly file: string;
  readonly report: string;
  readonly title: string;
}

/** The answer to a PDF, which is refused with words alone where it cannot be brought in. */
export function appendixAnswer({ meeting, item, name, file, report, title }: BroughtAppendix) {
  const to = reportName(report);
  const gaps = marksIn(title).map(({ what }) => what);
  return {
    kind: "appendix" as const,
    title: "The PDF was brought in",
    meeting,
    item,
    file: name,
    isRefused: false,
    status: `${name} was brought in as an appendix of ${to}.md. ${gaps.length > 0 ? "Its title is still to be filled in." : `It is called: ${title}`}`,
    report: to,
    page: address.report(meeting, to),
    written: [file, report],
    gaps,
    upload: null,
  };
}

export type WordAnswer = ReturnType<typeof wordAnswer>;
export type ImportAnswer = WordAnswer | ReturnType<typeof appendixAnswer>;

/** The report's name, from its file: `budget-monitoring`. */
export function reportName(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.md$/, "");
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

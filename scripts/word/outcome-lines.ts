/** What an import of a Word file was asked on the command line, and what an officer reads after it. For commands/import.ts. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import { ACCEPTED, type Accepted, type ImportedWord, type WordRequest } from "./imported-word.ts";

export interface WordOptions {
  readonly meeting?: string | undefined;
  readonly item?: string | undefined;
  readonly report?: string | undefined;
  readonly yes?: readonly string[] | undefined;
  readonly again?: boolean | undefined;
  readonly accepted: readonly Accepted[];
}

const EXAMPLE = "npm run import -- word report.docx --meeting 2026-12-14-cabinet --item 5";

/** The request, with the file's bytes. Refuses what is missing, and a file that is not there. */
export function wordAsked(root: string, file: string, options: WordOptions, now: string | undefined): WordRequest {
  const { meeting, item, report, yes = [], again = false, accepted } = options;
  if (!meeting) throw new Refusal(`Name the meeting that the report is for: ${EXAMPLE}`, 2);
  if (!item) throw new Refusal(`Give the number of its item on the agenda: ${EXAMPLE}`, 2);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Refusal(`There is no file ${file}. Name the Word file to bring in: ${EXAMPLE}`, 2);
  const bytes = readFileSync(file);
  return { root, name: basename(file), bytes, meeting, item, report, accepted, yes, again, now };
}

/** Every line: what was written, what is asked, what to know; or all that is wrong. */
export function wordLines(imported: ImportedWord): string[] {
  const { name, problems, mayAccept, questions, notes, gaps, written, sideBySide, counted } = imported;
  if (problems.length > 0)
    return [
      ...problemLines(problems),
      ...mayAccept.map((each) => `To take it all the same: --accept-${each} (${ACCEPTED[each]}).`),
      `Nothing was written: put right in Word what stands above, save ${name}, and import it again.`,
    ];
  return [
    ...written.map((file) => `Written: ${file}`),
    ...(counted
      ? [`All ${counted.words} words and numbers and all ${counted.cells} cells that ${name} shows are in it.`]
      : []),
    ...(sideBySide ? [`Both beside each other, to read: ${sideBySide}`] : []),
    ...list("To know:", notes),
    ...list(
      "Asked, since Word does not say for certain. For a yes, import again with --again and --yes:",
      questions.map(
        ({ id, asks, ifYes }) => `${id}: ${asks} ${ifYes ? `Yes: ${lowerFirst(ifYes)}` : "Type it into the report."}`,
      ),
    ),
    ...list("Still to be filled in; check names the line of each:", gaps),
  ];
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

/** What the preflight finds in a Word file, and how it says where. Used by every rule of the preflight. */
import type { Problem } from "../../model/problem.ts";
import type { Accepted } from "../imported-word.ts";
import type { Paragraph, Surveyed } from "../surveyed.ts";
import type { WordDocument } from "../word-document.ts";

export interface Finding {
  readonly rule: string;
  /** Where it stands; null for what is of the whole file. */
  readonly paragraph: Paragraph | null;
  /** How many characters of the paragraph come before it. */
  readonly at?: number;
  /** What is wrong, in a sentence that can stand after its place. */
  readonly message: string;
  /** What puts it right in Word. */
  readonly mend: string;
  /** What an officer may decide instead. */
  readonly accept?: Accepted;
}

export interface PreflightRule {
  readonly names: readonly string[];
  /** What is wrong with the file by this rule. `name` is the file's own name. */
  readonly look: (document: WordDocument, surveyed: Surveyed, name: string) => Finding[];
}

/** The finding as a problem of `file`: its line is the paragraph, counted from 1, its column the character. */
export function asProblem(file: string, { rule, paragraph, at = 0, message, mend, accept }: Finding): Problem {
  return {
    rule,
    severity: "error",
    file,
    line: paragraph?.number ?? 1,
    column: at + 1,
    message: paragraph ? `${placeOf(paragraph)}: ${message}` : capital(message),
    mend: accept ? `${mend} Or decide to take it all the same.` : mend,
  };
}

/** Where a paragraph stands, so that somebody finds it in Word. */
export function placeOf({ number, under, story, label, text, isInTable }: Paragraph): string {
  const words = shortened(text);
  const what = isInTable ? "in the cell" : "in the paragraph";
  const begins = words === "" ? `paragraph ${number}, which has no words` : `${what} that begins "${words}"`;
  const numbered =
    label?.text && !isInTable && words !== "" ? `in paragraph ${label.text}, which begins "${words}"` : begins;
  const where: Readonly<Record<typeof story.kind, string>> = {
    body: under === null ? "" : `Under "${shortened(under, 8)}", `,
    footnotes: "In a footnote, ",
    endnotes: "In an endnote, ",
    header: "In the header, ",
    footer: "In the footer, ",
    comments: "In a comment, ",
  };
  return capital(`${where[story.kind]}${numbered}`);
}

/** The first words of a text, on one line. */
export function shortened(text: string, most = 6): string {
  const words = text.replace(/\s+/g, " ").trim().split(" ");
  const some = words.slice(0, most).join(" ");
  return `${some.length > 70 ? some.slice(0, 70) : some}${words.length > most || some.length > 70 ? "…" : ""}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

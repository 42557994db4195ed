/** What a document of the library is: a Word file, and what an officer should find in the paper. Called by each of its groups. */
import type { ReportTemplate } from "../../model/report-template.ts";
import type { Accepted } from "../imported-word.ts";
import type { ReadWordRequest } from "../paper/word-paper.ts";

export interface LibraryDocument {
  /** A sentence about a council's report. */
  readonly name: string;
  readonly file: Uint8Array | (() => Promise<Uint8Array>);
  /** The whole body as an officer should find it, without the line end at its end. */
  readonly markdown: string;
  /** Whether Word's numbers are the paper's; `none` where nothing is said. */
  readonly numbering?: "typed" | "none";
  /** The ids of the questions that are asked; none where nothing is said. */
  readonly questions?: readonly string[];
  /** What the notes say, a part of each; none where nothing is said. */
  readonly notes?: readonly string[];
  /** The rules that our own check of the body finds broken; none where nothing is said. */
  readonly faults?: readonly string[];
  /** What an officer decided besides leaving the file's properties out. */
  readonly accepted?: readonly Accepted[];
  readonly yes?: readonly string[];
  readonly templates?: readonly ReportTemplate[];
}

/** What the import is asked of a document. */
export async function requestOf({
  file,
  accepted = [],
  yes = [],
  templates = [],
}: LibraryDocument): Promise<ReadWordRequest> {
  return {
    name: "report.docx",
    bytes: typeof file === "function" ? await file() : file,
    accepted: ["properties", ...accepted],
    yes,
    templates,
    committee: ["Cabinet"],
    pictures: "report",
  };
}

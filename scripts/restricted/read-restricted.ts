/** Reads the restricted folder: its papers and the files beside them. Called by the checks and by fingerprints. */
import { type Findings, readDocument } from "../load/document.ts";
import type { Document } from "../model/council.ts";
import { type Minutes, minutes } from "../model/minutes.ts";
import type { Problem } from "../model/problem.ts";
import { type Report, report } from "../model/report.ts";
import { filesUnder } from "./files-under.ts";
import { KEY_NAME } from "./key.ts";
import { restrictedFolder } from "./restricted-folder.ts";

interface RestrictedFile {
  /** The meeting's id, by its folder; null for a file that lies where no meeting's papers do. */
  readonly meeting: string | null;
  /** A paper's short name; of other files, the name within the meeting's folder. */
  readonly id: string;
  /** Relative to the restricted folder, with `/` on every system. */
  readonly file: string;
}

/** One file of the restricted folder. A paper that cannot be read has no document, and problems that say why. */
export type RestrictedPaper = RestrictedFile &
  (
    | { readonly kind: "report"; readonly access: Report["access"] | null; readonly document: Document<Report> | null }
    | {
        readonly kind: "minutes";
        readonly access: Minutes["access"] | null;
        readonly document: Document<Minutes> | null;
      }
    | { readonly kind: "appendix" | "other"; readonly access: Report["access"] | null; readonly document: null }
  );

export interface Restricted {
  /** The real path of the restricted folder. */
  readonly folder: string;
  readonly papers: readonly RestrictedPaper[];
  /** Faults found in reading; their files are relative to the restricted folder. */
  readonly problems: readonly Problem[];
}

const IN_MEETING = /^content\/meetings\/\d{4}\/([^/]+)\/(.+)$/;

/**
 * Everything in the restricted folder `dir` of the council in `root`. Throws a Refusal where that may not be one: see
 * `restrictedFolder`. Nothing is written, and what is wrong with a paper is told to whoever asked and to nobody else.
 */
export function readRestricted(root: string, dir: string): Restricted {
  const folder = restrictedFolder(root, dir);
  const findings: Findings = { root: folder, problems: [], unreadable: new Set() };
  const read = filesIn(folder, findings.problems)
    .filter((file) => file !== KEY_NAME)
    .map((file) => readFile(findings, file));
  const papers = read.map((paper) =>
    paper.kind === "appendix" ? { ...paper, access: appendixAccess(paper, read) } : paper,
  );
  return { folder, papers, problems: findings.problems };
}

function readFile(findings: Findings, file: string): RestrictedPaper {
  const [, meeting = null, name = file] = IN_MEETING.exec(file) ?? [];
  if (meeting && /^[^/]+\.md$/.test(name)) {
    const id = name.replace(/\.md$/, "");
    if (id === "minutes") {
      const document = readDocument(findings, file, id, minutes, "typed");
      return { meeting, id, file, kind: "minutes", access: document?.value.access ?? null, document };
    }
    if (id !== "agenda" && id !== "meeting") {
      const document = readDocument(findings, file, id, report);
      return { meeting, id, file, kind: "report", access: document?.value.access ?? null, document };
    }
  }
  const kind = meeting && name.startsWith("appendices/") ? "appendix" : "other";
  return { meeting, id: name, file, kind, access: null, document: null };
}

/** What the report that brings an appendix says of it; null where none does. */
function appendixAccess(appendix: RestrictedFile, papers: readonly RestrictedPaper[]): Report["access"] | null {
  for (const { kind, meeting, document } of papers)
    if (kind === "report" && document && meeting === appendix.meeting)
      for (const each of document.value.appendices) if (each.file === appendix.id) return each.access;
  return null;
}

/** Every file there that is not hidden. A link is not followed, since it may lead anywhere, and has a problem instead. */
function filesIn(folder: string, problems: Problem[]): string[] {
  const { files, links } = filesUnder(folder);
  for (const file of links)
    problems.push({
      rule: "restricted-place",
      severity: "error",
      file,
      line: 1,
      column: 1,
      message: "This is a link, and what it leads to is not read.",
      mend: "Put the file itself here.",
    });
  return files.filter((file) => !/(^|\/)\./.test(file));
}

/** Reads the papers of a meeting from one folder, its drafts or a snapshot, with the files they bring. */
import { agenda } from "../model/agenda.ts";
import type { Attachment, Document, Papers } from "../model/council.ts";
import { minutes } from "../model/minutes.ts";
import type { Outline } from "../model/outline.ts";
import { type Report, report } from "../model/report.ts";
import { type Findings, readDocument } from "./document.ts";
import { exists, namesIn, readBytes, sha256 } from "./files.ts";
import { pdfFacts } from "./pdf-facts.ts";

/** The numbers that a paper keeps from the version before, by its name; null for a first version. */
export type KeptNumbers = (id: string, file: string) => Outline["kept"];

/** The papers in `folder`: a meeting's drafts, or a snapshot's. */
export function readPapers(
  findings: Findings,
  folder: string,
  kind: "drafts" | "snapshot",
  kept: KeptNumbers = () => null,
): Papers {
  const file = (name: string) => `${folder}/${name}`;
  const reports: Document<Report>[] = [];
  let draftAgenda: Papers["agenda"] = null;
  let draftMinutes: Papers["minutes"] = null;
  for (const name of namesIn(findings.root, folder, "files")) {
    if (!name.endsWith(".md") || name === "meeting.md") continue;
    const id = name.replace(/\.md$/, "");
    if (name === "agenda.md") draftAgenda = readDocument(findings, file(name), "agenda", agenda);
    else if (name === "minutes.md")
      draftMinutes = readDocument(findings, file(name), "minutes", minutes, "typed", kept("minutes", file(name)));
    else {
      const read = readDocument(findings, file(name), id, report, undefined, kept(id, file(name)));
      if (read) reports.push(read);
    }
  }
  return {
    agenda: draftAgenda,
    reports,
    minutes: draftMinutes,
    attachments: readAttachments(findings, folder, kind, reports, draftMinutes),
  };
}

/** The appendices and images that papers name and that are there; `check` reports those that are not. */
function readAttachments(
  findings: Findings,
  folder: string,
  kind: "drafts" | "snapshot",
  reports: readonly Document<Report>[],
  minutesRead: Papers["minutes"],
): Map<string, Attachment> {
  const names = new Set<string>();
  for (const each of reports) for (const appendix of each.value.appendices) names.add(appendix.file);
  for (const each of [...reports, ...(minutesRead ? [minutesRead] : [])])
    for (const image of each.outline.images) if (isLocalFile(image.file)) names.add(image.file);
  const attachments = new Map<string, Attachment>();
  for (const name of [...names].sort()) {
    const file = `${folder}/${name}`;
    if (!exists(findings.root, file)) continue;
    const bytes = readBytes(findings.root, file);
    const plain = { file, hash: sha256(bytes), bytes: bytes.length };
    // What was issued has all that is to be known of it in its record.
    const isNew = kind === "drafts" && name.endsWith(".pdf");
    attachments.set(name, isNew ? { ...plain, pdf: pdfFacts(bytes) } : plain);
  }
  return attachments;
}

/** True for a file inside the meeting's own folder: no address, no way out of the folder. */
export function isLocalFile(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*\.[a-z]+$/.test(name);
}

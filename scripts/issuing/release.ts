/**
 * Brings an exempt paper into the council's folder so that it can be issued as a release. Its words are copied byte for
 * byte but for the words that say who may read them. Called by issue.ts.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { splitFrontMatter } from "../load/front-matter.ts";
import type { CouncilMeeting } from "../model/council.ts";
import { Refusal } from "../model/refusal.ts";
import { restrictedFolder } from "../restricted/restricted-folder.ts";
import { issuedAgenda } from "./choose-papers.ts";
import type { IssueRequest } from "./issued.ts";
import type { Reading } from "./read-for-issuing.ts";

/** Copies the papers asked for. Gives back how to undo that, for when they cannot be issued after all. */
export function copyReleased({ council }: Reading, meeting: CouncilMeeting, request: IssueRequest): () => void {
  const papers = request.papers ?? [];
  if (papers.length === 0 || !request.restricted)
    throw new Refusal(
      `Name the paper and the restricted folder: npm run issue -- ${meeting.id} --kind release --paper agency-contract --restricted ../restricted --reason "The contract is signed."`,
      2,
    );
  if (!request.reason)
    throw new Refusal('Say why it can be public now, for the public to read: --reason "The contract is signed."', 2);
  const folder = join(restrictedFolder(council.root, request.restricted), meeting.folder);
  const copied: string[] = [];
  const undo = () => {
    for (const path of copied) rmSync(path, { force: true });
  };
  try {
    for (const paper of papers) copyPaper(council.root, meeting, folder, paper, copied);
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/** Every file is noted in `copied` before it is written, so that all of them can be taken out again. */
function copyPaper(root: string, meeting: CouncilMeeting, folder: string, paper: string, copied: string[]): void {
  const from = join(folder, `${paper}.md`);
  const to = join(root, meeting.folder, `${paper}.md`);
  if (!existsSync(from)) throw new Refusal(`The restricted folder has no \`${meeting.folder}/${paper}.md\`.`, 2);
  if (existsSync(to))
    throw new Refusal(`${meeting.folder}/${paper}.md is there already. A release never writes over a paper.`);
  const text = readFileSync(from, "utf8");
  const head = (splitFrontMatter(text, `${paper}.md`).value ?? {}) as {
    access?: string;
    agendaItem?: string;
    appendices?: { file?: string }[];
  };
  if (head.access === "confidential")
    throw new Refusal(
      `\`${paper}\` is confidential: the law forbids its disclosure, and no decision of the council can release it (LGA 1972 s100A(3)). If that has ended, say \`access: exempt\` in the restricted folder first.`,
    );
  if (head.access !== "exempt")
    throw new Refusal(`\`${paper}\` does not say \`access: exempt\`, so there is nothing to release.`);
  const item = issuedAgenda(meeting)?.value.items.find((each) => each.number === head.agendaItem);
  if (!item?.withheld)
    throw new Refusal(
      `Item ${head.agendaItem ?? ""} of ${meeting.id} is not withheld on the agenda that was issued, so this is not its paper.`,
    );
  copied.push(to);
  const headEnds = text.indexOf("\n---", 3);
  // Its appendices say it too, each in its own line of the front matter.
  const released = text.slice(0, headEnds).replace(/\baccess:[ \t]*["']?exempt["']?/g, "access: public");
  writeFileSync(to, released + text.slice(headEnds));
  for (const { file } of head.appendices ?? []) copyAppendix(join(root, meeting.folder), folder, file ?? "", copied);
}

/** An appendix goes with its paper, if it lies in the paper's own folder and is not here yet. */
function copyAppendix(to: string, from: string, file: string, copied: string[]): void {
  const isThere = /^appendices\/[a-z0-9-]+\.pdf$/.test(file) && existsSync(join(from, file));
  if (!isThere || existsSync(join(to, file))) return;
  copied.push(join(to, file));
  mkdirSync(dirname(join(to, file)), { recursive: true });
  cpSync(join(from, file), join(to, file));
}

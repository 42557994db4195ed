/**
 * The members' pack, as named steps: what was issued with the same page numbers, and the restricted papers in their places
 * with numbers of their own; as a locked PDF, and as a locked page of HTML beside it. Called by commands/pack.ts.
 */

import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { assemble } from "./assembling/assemble.ts";
import { loadCouncil } from "./load/council.ts";
import { issuedPacks } from "./members-pack/issued-packs.ts";
import { membersPage } from "./members-pack/members-page.ts";
import { membersSections } from "./members-pack/members-sections.ts";
import { restrictedParts } from "./members-pack/restricted-parts.ts";
import { sealedPage } from "./members-pack/sealed-page.ts";
import { nearest } from "./model/nearest.ts";
import { Refusal } from "./model/refusal.ts";
import { passwordLock } from "./pdf/password-lock.ts";
import type { Printer } from "./printing/printer.ts";
import { refuseInCouncil } from "./restricted/kept-apart.ts";
import { writeWhole } from "./write-whole.ts";

export interface MembersPackRequest {
  readonly root: string;
  readonly meeting: string;
  readonly restricted: string;
  readonly passwordFile: string;
  readonly out: string;
}

export interface MembersPack {
  readonly pdf: string;
  readonly html: string;
  readonly pages: number;
  readonly restrictedPages: number;
  /** Files in the meeting's restricted folder that are not in it, such as minutes. */
  readonly leftOut: readonly string[];
}

/** A password that is shorter can be guessed by trying. */
const SHORTEST = 12;

/**
 * Makes the members' pack at `out`, and the page beside it. Nothing of it is kept anywhere else: no cache, no password.
 * Refuses a place inside the council's folder or its repository, and what does not come out as it was issued.
 */
export async function makeMembersPack(
  request: MembersPackRequest,
  printer: Printer,
  progress: (step: string) => void,
): Promise<MembersPack> {
  const { root } = request;
  const out = placeFor(root, request.out);
  const password = readPassword(request.passwordFile);
  printer.refuseElsewhere();
  progress("Reading what was issued");
  const loaded = loadCouncil(root, { drafts: false });
  const { council } = loaded;
  const broken = loaded.problems.filter(({ rule }) => rule.startsWith("record-"));
  if (!council || broken.length > 0)
    throw new Refusal(
      `What was issued cannot be read, so no pack is made of it. Run npm run check first: ${broken[0]?.file ?? ""} ${broken[0]?.message ?? ""}`,
    );
  const meeting = council.meetings.find(({ id }) => id === request.meeting);
  if (!meeting) {
    const guess = nearest(
      request.meeting,
      council.meetings.map(({ id }) => id),
    );
    throw new Refusal(`There is no meeting \`${request.meeting}\`.${guess ? ` Did you mean \`${guess}\`?` : ""}`, 2);
  }
  const press = { root: council.root, printer, cache: null, progress };
  const issued = await issuedPacks(council, meeting, press);
  const latest = (issued.at(-1) as (typeof issued)[number]).request;
  const restricted = restrictedParts(loaded, latest, request.restricted);
  progress("Printing the restricted papers");
  const sections = await membersSections(issued, restricted, latest, press);
  progress("Locking the pack");
  const { document } = sections;
  const pdf = assemble({
    title: document.title,
    author: council.settings.value.name,
    language: document.language,
    issuedAt: null,
    parts: sections.parts,
    target: () => null,
    lock: passwordLock(password),
  });
  const page = await membersPage(council.root, issued, restricted, sections);
  const html = sealedPage({ ...page, title: document.title, language: document.language }, password);
  const beside = join(dirname(out), `${basename(out, extname(out))}.html`);
  writeWhole(out, pdf, 0o600);
  writeWhole(beside, html, 0o600);
  return {
    pdf: out,
    html: beside,
    pages: sections.parts.reduce((sum, { print }) => sum + print.pages.length, 0),
    restrictedPages: sections.restrictedPages,
    leftOut: restricted.leftOut,
  };
}

/** The real path to write to. Refuses a place that is published, or goes where the repository goes. */
function placeFor(root: string, out: string): string {
  const path = resolve(out);
  if (extname(path).toLowerCase() !== ".pdf")
    throw new Refusal(`--out names the PDF to write, such as ../members/cabinet.pdf; ${out} does not end in .pdf.`, 2);
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  refuseInCouncil(root, realpathSync(folder), "The place for the members' pack");
  mkdirSync(dirname(path), { recursive: true });
  const place = join(realpathSync(dirname(path)), basename(path));
  refuseInCouncil(root, place, "The place for the members' pack");
  return place;
}

/** The first line of the file. */
function readPassword(file: string): string {
  let password: string;
  try {
    password = (readFileSync(resolve(file), "utf8").split(/\r?\n/)[0] ?? "").trim();
  } catch {
    throw new Refusal(
      `There is no password in ${file}. Write one into a file of its own, and name it with --password-file.`,
      2,
    );
  }
  if (password.length < SHORTEST)
    throw new Refusal(
      `The password in ${file} has ${password.length} letters, and can be guessed. Use at least ${SHORTEST}: four words that do not belong together are easy to tell on the telephone.`,
      2,
    );
  return password;
}

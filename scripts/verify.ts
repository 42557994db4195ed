/**
 * Proves that what stands public is what was issued: every chain and every hash, then the published tree against them and
 * against what its build noted of it. Looks for passages of restricted papers by their fingerprints. Needs no network. Called
 * by commands/verify.ts.
 */
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publicCouncil } from "./access/admit-issued.ts";
import { loadCouncil } from "./load/council.ts";
import { sha256 } from "./load/files.ts";
import { dayOf } from "./model/civil.ts";
import type { Council } from "./model/council.ts";
import { Refusal } from "./model/refusal.ts";
import { checkTree, type TreeFault } from "./publish/check-tree.ts";
import { builtAt, MARK } from "./publish/served-link.ts";
import { filesUnder } from "./restricted/files-under.ts";
import { findPassages } from "./restricted/find-passages.ts";
import { readFingerprints, WINDOW } from "./restricted/fingerprints.ts";
import { readOrMakeKey } from "./restricted/key.ts";
import { makeFingerprints } from "./restricted/make-fingerprints.ts";
import { type RenderedSite, renderSite } from "./site/render.ts";

export interface VerifyRequest {
  readonly root: string;
  /** The published tree; left out, `_site` of the council's folder, if it is there. */
  readonly out?: string | undefined;
  readonly now?: string | undefined;
  /** Where the fingerprints and their key are, if passages are to be looked for. */
  readonly leaks: { readonly fingerprints: string; readonly keyFile: string } | null;
}

export interface Verified {
  readonly isSound: boolean;
  readonly chains: number;
  readonly records: number;
  readonly files: number;
  /** Files and articles of the published tree that were compared; null where there is no tree. */
  readonly published: number | null;
  readonly faults: readonly string[];
  /** The last hash of every chain, as `sha256sum` writes them. */
  readonly heads: readonly string[];
  /** The same for a person to read. */
  readonly lines: readonly string[];
}

/** Verifies. Faults are in the answer; refuses only what cannot be looked at. */
export async function verify(request: VerifyRequest, progress: (step: string) => void): Promise<Verified> {
  progress("Reading the record");
  const { council, problems } = loadCouncil(request.root, { drafts: false, now: request.now });
  if (!council) throw new Refusal(problems.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  const faults = problems
    .filter(({ rule }) => rule.startsWith("record-"))
    .map(({ file, message, mend }) => `${file}: ${message} ${mend}`);
  const chains = chainsOf(council);
  const tree = request.out ?? join(council.root, "_site");
  const isThere = existsSync(join(tree, "index.html"));
  progress("Comparing what stands public");
  const published = isThere && faults.length === 0 ? await comparePublished(council, tree, faults) : null;
  const passages = request.leaks ? await searchForPassages(request, council, tree, isThere, progress) : null;
  faults.push(...(passages?.faults ?? []));
  const counts = {
    chains: chains.length,
    records: chains.reduce((sum, chain) => sum + chain.records.length, 0),
    files: chains.reduce(
      (sum, { records }) => sum + records.reduce((files, record) => files + Object.keys(record.files).length, 0),
      0,
    ),
  };
  return {
    isSound: faults.length === 0,
    ...counts,
    published,
    faults,
    heads: chains.map(({ address, number, hash }) => `${hash}  ${address}/${number}.json`),
    lines: [
      `${counts.chains} chains, ${counts.records} records, ${counts.files} files issued.`,
      published === null
        ? isThere
          ? "What stands public was not compared, since the record itself has faults."
          : `There is no published site at ${tree}, so only the record was verified. Name it with --out.`
        : `${published} files and pages of the published site compared with what is issued.`,
      ...(passages?.lines ?? []),
      ...faults.map((fault) => `FAULT ${fault}`),
      faults.length === 0
        ? "All of it is as it was issued."
        : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`,
    ],
  };
}

interface VerifiedChain {
  readonly address: string;
  readonly number: number;
  readonly hash: string;
  readonly records: readonly Council["meetings"][number]["issued"][number]["record"][];
}

function chainsOf(council: Council): VerifiedChain[] {
  const chains = [
    ...council.meetings.map(({ id, issued }) => ({ address: id, issued })),
    ...council.forwardPlan.map(({ id, issued }) => ({ address: `forward-plan/${id}`, issued })),
  ];
  return chains.flatMap(({ address, issued }) => {
    const last = issued.at(-1);
    if (!last) return [];
    return [
      { address, number: last.record.number, hash: last.recordHash, records: issued.map(({ record }) => record) },
    ];
  });
}

/** Compares every issued file and every page with what the snapshots and the living data make, by the clock of that build. */
async function comparePublished(council: Council, tree: string, faults: string[]): Promise<number> {
  const now = builtAt(tree) ?? council.now;
  const site = await renderSite(publicCouncil({ ...council, now }), { root: council.root });
  let compared = 0;
  for (const { url, from } of site.files) {
    if (!from?.includes("/issued/")) continue;
    compared += 1;
    const file = join(tree, url);
    if (!existsSync(file)) faults.push(`${url} was issued, and is not on the published site. ${AGAIN}`);
    else if (sha256(readFileSync(file)) !== sha256(readFileSync(join(council.root, from))))
      faults.push(`${url} on the published site is not what was issued (${from}). ${AGAIN}`);
  }
  for (const [url, html] of site.pages) {
    const file = join(tree, url.endsWith("/") ? `${url}index.html` : url);
    compared += 1;
    if (!existsSync(file)) faults.push(`${url} is not on the published site. ${AGAIN}`);
    else if (readFileSync(file, "utf8") !== html)
      faults.push(`${url} on the published site does not read as what is issued and living makes it. ${AGAIN}`);
  }
  faults.push(...strangers(site, tree));
  faults.push(...writtenSince(tree, (url) => faults.some((fault) => fault.startsWith(`${url} `))));
  return compared;
}

/** A build changes nothing where it finds its own notes as it left them. */
const AGAIN =
  "Build it again; if that changes nothing, something else wrote there, and npm run build -- --fresh makes all of it anew.";

const WRITTEN_SINCE: Readonly<Record<TreeFault["what"], string>> = {
  changed: "on the published site is not as the build wrote it.",
  missing: "was put on the published site by the build, and is not there any more.",
  stranger: "stands on the published site, and the build did not put it there.",
  "not noted":
    "is a site whose build left notes that cannot be read, so its styles, tables and feeds were not compared.",
};

/** What was changed in the served tree since its build, beside what is told of already; nothing of a copy, which has no notes. */
function writtenSince(tree: string, isTold: (url: string) => boolean): string[] {
  const served = realpathSync(tree);
  if (!existsSync(`${served}.manifest`)) return [];
  return checkTree(served)
    .map(({ path, what }) => ({ url: `/${path.replace(/(^|\/)index\.html$/, "$1")}`, what }))
    .filter(({ url }) => !isTold(url))
    .map(({ url, what }) => `${what === "not noted" ? tree : url} ${WRITTEN_SINCE[what]} ${AGAIN}`);
}

/** Files of the published tree that no build would put there: what was withdrawn and stayed, or was put in by hand. */
function strangers(site: RenderedSite, tree: string): string[] {
  const known = new Set([
    ...[...site.pages.keys()].map((url) => (url.endsWith("/") ? `${url}index.html` : url)),
    ...site.files.map(({ url }) => url),
    `/${MARK}`,
  ]);
  return filesUnder(realpathSync(tree))
    .files.map((file) => `/${file}`)
    .filter((url) => !known.has(url))
    .map((url) => `${url} stands on the published site, and nothing that is issued or living is there. ${AGAIN}`);
}

async function searchForPassages(
  { leaks, root }: VerifyRequest,
  council: Council,
  tree: string,
  isThere: boolean,
  progress: (step: string) => void,
): Promise<{ lines: string[]; faults: string[] }> {
  if (!leaks) throw new Error("Nothing was asked about leaks");
  if (!existsSync(leaks.fingerprints))
    throw new Refusal(
      `There are no fingerprints at ${leaks.fingerprints}. Make them first: npm run fingerprint -- --restricted DIR`,
      2,
    );
  if (!existsSync(leaks.keyFile)) throw new Refusal(`There is no key at ${leaks.keyFile}.`, 2);
  const fingerprints = readFingerprints(readFileSync(leaks.fingerprints, "utf8"), leaks.fingerprints);
  const key = readOrMakeKey(root, leaks.keyFile);
  const faults: string[] = [];
  const looks: string[] = [];
  let words = 0;
  // Drafts are searched too: what is pasted there is public with the next issue.
  const places = [...(isThere ? [[tree, ""] as const] : []), [join(council.root, "content"), "content/"] as const];
  for (const [folder, name] of places) {
    const found = await findPassages({ folder, fingerprints, key, progress });
    words += found.words;
    // A few words can stand in two papers by chance; eight in a row hardly can.
    for (const { file, page, words: passage, count } of found.findings)
      (count >= WINDOW ? faults : looks).push(
        `${name}${file}${page ? `, page ${page}` : ""} holds words of a restricted paper: "${passage}"`,
      );
  }
  return {
    lines: [
      `${words} words searched for passages of restricted papers: ${faults.length} found, and ${looks.length} of fewer than ${WINDOW} words.`,
      ...looks.map((look) => `LOOK ${look}`),
    ],
    faults,
  };
}

/** Makes the fingerprints of a restricted folder and writes them to `out`. Gives what to tell the officer. */
export async function writeFingerprints(request: {
  readonly root: string;
  readonly restricted: string;
  readonly keyFile: string;
  readonly out: string;
}): Promise<string[]> {
  const { council } = loadCouncil(request.root, { drafts: false });
  const key = readOrMakeKey(request.root, request.keyFile);
  const made = await makeFingerprints({
    root: request.root,
    restricted: request.restricted,
    key,
    made: dayOf(council?.now ?? "1970-01-01T00:00"),
  });
  writeFileSync(request.out, `${JSON.stringify(made.fingerprints)}\n`);
  return [
    `Written: ${request.out}, ${made.fingerprints.fingerprints.length} fingerprints. It says nothing of the papers to anybody without the key in ${request.keyFile}; keep the key with the papers.`,
    `${made.excluded} passages were left out, because the public entry or the law has the same words.`,
    ...made.unsearched.map(({ file, message }) => `Not searched: ${file}. ${message}`),
    "Look for them in what is public: npm run verify -- --leaks --key-file FILE",
  ];
}

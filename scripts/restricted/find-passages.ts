/** Searches what is published for passages of restricted papers, by their fingerprints. Called after a build. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { filesUnder } from "./files-under.ts";
import { type Fingerprints, fingerprintsUnder, SHORTEST, WINDOW } from "./fingerprints.ts";
import { readableText, type WordStream, wordsOfAddress } from "./readable-text.ts";

export interface FindOptions {
  /** The folder to search: a published tree, or any other. Links to files are followed, and links to folders listed. */
  readonly folder: string;
  readonly fingerprints: Fingerprints;
  /** The key they were made under. */
  readonly key: Uint8Array;
  /** Told of each file as it is opened. */
  readonly progress?: (step: string) => void;
}

/** One run of words in a file that stands in a restricted paper too. */
export interface Finding {
  /** Relative to the folder, with `/` on every system. */
  readonly file: string;
  /** The page of a PDF that the run begins on, counted from 1 through the file; else null. */
  readonly page: number | null;
  /** The run as the public file has it, without punctuation and capitals. */
  readonly words: string;
  /** How many words it has. */
  readonly count: number;
}

export interface Found {
  readonly findings: readonly Finding[];
  readonly files: number;
  /** How many words were looked at. */
  readonly words: number;
  /** Files that cannot be read or not wholly: pictures, fonts, scanned pages, locked PDFs; and links to folders. */
  readonly unsearched: readonly string[];
}

/**
 * Every passage of restricted papers in the files of `folder`, and in their names. One file is in memory at a time. Throws
 * a Refusal where there is no such folder.
 */
export async function findPassages({ folder, fingerprints, key, progress }: FindOptions): Promise<Found> {
  const known: ReadonlySet<string> = new Set(fingerprints.fingerprints);
  const fingerprintOf = fingerprintsUnder(key);
  const isKnown = (window: string) => known.has(fingerprintOf(window));
  const findings = new Map<string, Finding>();
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal(`There is no folder ${folder} to search.`, 2);
  const under = filesUnder(folder);
  const linked = under.links.filter((link) => statSync(join(folder, link), { throwIfNoEntry: false })?.isFile());
  const files = [...under.files, ...linked].sort();
  const unsearched = under.links.filter((link) => !linked.includes(link));
  let words = 0;
  for (const [done, file] of files.entries()) {
    progress?.(`Searching ${file}, ${done + 1} of ${files.length}`);
    const { streams, isRead } = await readableText(readFileSync(join(folder, file)), file);
    if (!isRead) unsearched.push(file);
    for (const stream of [{ words: wordsOfAddress(file), pageStarts: [], firstPage: 1 }, ...streams]) {
      words += stream.words.length;
      for (const { page, run } of runsIn(stream, isKnown)) {
        const finding = { file, page, words: run.join(" "), count: run.length };
        findings.set(JSON.stringify(finding), finding);
      }
    }
  }
  return { findings: withoutParts([...findings.values()]), files: files.length, words, unsearched };
}

/** The runs of words in `stream` that known windows make up together. */
function runsIn(
  { words, pageStarts, firstPage }: WordStream,
  isKnown: (window: string) => boolean,
): { page: number | null; run: readonly string[] }[] {
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at + SHORTEST <= words.length; at++) {
    // The longest that begins here; a longer one is not looked for where a shorter has been found.
    for (let length = Math.min(WINDOW, words.length - at); length >= SHORTEST; length--) {
      if (!isKnown(words.slice(at, at + length).join(" "))) continue;
      const last = runs.at(-1);
      if (last && at <= last.to) last.to = Math.max(last.to, at + length);
      else runs.push({ from: at, to: at + length });
      break;
    }
  }
  return runs.map(({ from, to }) => {
    const pagesBegun = pageStarts.filter((start) => start <= from).length;
    return { page: pagesBegun === 0 ? null : firstPage + pagesBegun - 1, run: words.slice(from, to) };
  });
}

/** A run that another of the same file holds is said once: where pages join, and where a file repeats itself. */
function withoutParts(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding, index) =>
      !findings.some(
        (other, at) =>
          at !== index &&
          other.file === finding.file &&
          other.page === finding.page &&
          other.count > finding.count &&
          ` ${other.words} `.includes(` ${finding.words} `),
      ),
  );
}

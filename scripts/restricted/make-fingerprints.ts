/** Makes the fingerprints of everything in the restricted folder. Called by the command that keeps them up to date. */
import { randomBytes } from "node:crypto";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { type Fingerprints, fingerprintsUnder, SHORTEST, WINDOW } from "./fingerprints.ts";
import { agendaOf, publicEntryTexts } from "./public-entry.ts";
import { readRestricted } from "./read-restricted.ts";
import { restrictedWords } from "./restricted-words.ts";
import { windowsOf, wordsOf } from "./words.ts";
import { wordsOfTheLaw } from "./words-of-the-law.ts";

export interface FingerprintOptions {
  /** The council's folder. */
  readonly root: string;
  /** The restricted folder. */
  readonly restricted: string;
  /** 32 bytes: see key.ts. */
  readonly key: Uint8Array;
  /** The day it is, to be written down with them. */
  readonly made: string;
}

export interface MadeFingerprints {
  /** What is kept: plain JSON from which nobody can read a paper, nor how many there are or how long. */
  readonly fingerprints: Fingerprints;
  /** Runs of words that were left out, since the public entry, the law or other papers' headings say the same. */
  readonly excluded: number;
  /** Files whose words are not among them, for the officer who asked and nobody else; relative to the restricted folder. */
  readonly unsearched: readonly Problem[];
}

/** The number of fingerprints is made up to a multiple of this with random ones. */
const MULTIPLE = 1024;

/** Throws a Refusal where the restricted folder may not be one, or there is no council. */
export async function makeFingerprints({ root, restricted, key, made }: FingerprintOptions): Promise<MadeFingerprints> {
  const { folder, papers } = readRestricted(root, restricted);
  const { council } = loadCouncil(root, { drafts: true });
  if (!council)
    throw new Refusal("There is no data/council.json that can be read, so this is not a council's folder.", 2);
  const fingerprintOf = fingerprintsUnder(key);
  const law = windowsIn(wordsOfTheLaw());
  const headings = usualHeadings(council);
  const found = new Set<string>();
  const excluded = new Set<string>();
  const unsearched: Problem[] = [];

  for (const paper of papers) {
    const agenda = agendaOf(council, paper.meeting ?? "");
    const entry = windowsIn(agenda ? publicEntryTexts(agenda) : []);
    const words = await restrictedWords(folder, paper);
    if (!words.isRead) unsearched.push(unsearchedProblem(paper.file));
    const keep = (window: string, isUsual = false) => {
      if (isUsual || entry.has(window) || law.has(window)) excluded.add(`${paper.meeting} ${window}`);
      else found.add(fingerprintOf(window));
    };
    for (const stream of words.streams) for (const window of windowsOf(stream, WINDOW)) keep(window);
    for (const passage of words.passages) if (isShort(passage)) keep(passage.join(" "));
    for (const heading of words.headings)
      if (isShort(heading)) keep(heading.join(" "), headings.has(heading.join(" ")));
  }
  return { fingerprints: inDisguise(found, made), excluded: excluded.size, unsearched };
}

function isShort(words: readonly string[]): boolean {
  return words.length >= SHORTEST && words.length < WINDOW;
}

/** Every run of words, of every length that is looked for, in texts that anybody may read. */
function windowsIn(texts: readonly string[]): Set<string> {
  const windows = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (let length = SHORTEST; length <= WINDOW; length++)
      for (const window of windowsOf(words, length)) windows.add(window);
  }
  return windows;
}

/** Headings that two issued papers or more have, such as “Options considered and rejected”. */
function usualHeadings(council: Council): Set<string> {
  const counts = new Map<string, number>();
  for (const { issued } of council.meetings) {
    const papers = new Map(issued.flatMap(({ papers: { reports } }) => reports.map((report) => [report.id, report])));
    for (const { outline } of papers.values())
      for (const title of new Set(outline.blocks.map((block) => wordsOf(block.title).join(" "))))
        counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([title]) => title));
}

/** Sorted, so that no order of reading is left, and made up in number, so that no length is. */
function inDisguise(found: ReadonlySet<string>, made: string): Fingerprints {
  const all = new Set(found);
  const size = (Math.floor(found.size / MULTIPLE) + 1) * MULTIPLE;
  while (all.size < size) all.add(randomBytes(9).toString("base64url"));
  return { format: 1, made, words: WINDOW, fingerprints: [...all].sort() };
}

function unsearchedProblem(file: string): Problem {
  return {
    rule: "restricted-unsearched",
    severity: "warning",
    file,
    line: 1,
    column: 1,
    message:
      "No text can be read in this file, or on one of its pages, so what is published cannot be searched for what it says.",
    mend: "Put a PDF with text in its place; a scan needs its text recognised.",
  };
}

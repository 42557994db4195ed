/** What the bench asks of another way to make a pack. One file each: rival-typst.ts and the like. Each is listed in rivals.ts. */
import { join } from "node:path";
import { PROJECT } from "../templating/environment.ts";
import type { BenchPapers } from "./bench-papers.ts";

/** A program to run and to time, from its start to the file it leaves. */
export interface Task {
  readonly command: readonly [program: string, ...args: string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** The PDF it writes, which is taken away before it is run. */
  readonly out: string;
}

export interface Rival {
  readonly name: string;
  /** A command that puts it where it is looked for. */
  readonly howToGet: string;
  /** Its version, or null where it is not on this machine. */
  isThere(): Promise<string | null>;
  /** Writes the papers as this rival reads them into `folder`. What this takes is not timed. */
  prepare(papers: BenchPapers, folder: string): Promise<Task>;
}

/** Where rivals that come through npm and pip are looked for: never among our own packages. */
export const RIVALS_FOLDER = process.env.CLEARDAYS_RIVALS ?? join(PROJECT, ".cleardays/rivals");

/** The same as it is written in a command that somebody types in the project's folder. */
export const RIVALS_NAME = process.env.CLEARDAYS_RIVALS ?? ".cleardays/rivals";

/** What is thrown when a command cannot do what was asked, through no fault of ours: words for the officer, no trace. */
import type { Problem } from "./problem.ts";

/** Words for where what puts it right depends on where it is read: the command line has options, and the desk has fields and boxes. */
export interface RefusalWords {
  /** What is wrong: the same everywhere. */
  readonly wrong: string;
  /** What to type. */
  readonly onCommandLine: string;
  /** What to do on the desk, by the names of its fields and boxes; empty where nothing there helps. */
  readonly onDesk: string;
}

export class Refusal extends Error {
  /** What the desk says; the message is what the command line does. */
  readonly onDesk: string;
  /** 1 for a problem that stops what was asked, 2 for wrong usage. */
  readonly exitStatus: 1 | 2;
  /** What has to be put right first, where that is known problem by problem; the message says the same in words. */
  readonly problems: readonly Problem[];
  constructor(words: string | RefusalWords, exitStatus: 1 | 2 = 1, problems: readonly Problem[] = []) {
    const said = typeof words === "string" ? { wrong: words, onCommandLine: "", onDesk: "" } : words;
    super(`${said.wrong} ${said.onCommandLine}`.trim());
    this.onDesk = `${said.wrong} ${said.onDesk}`.trim();
    this.exitStatus = exitStatus;
    this.problems = problems;
  }
}

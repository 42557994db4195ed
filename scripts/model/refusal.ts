/** What is thrown when a command cannot do what was asked, through no fault of ours: words for the officer, no trace. */
import type { Problem } from "./problem.ts";

export class Refusal extends Error {
  /** 1 for a problem that stops what was asked, 2 for wrong usage. */
  readonly exitStatus: 1 | 2;
  /** What has to be put right first, where that is known problem by problem; the message says the same in words. */
  readonly problems: readonly Problem[];
  constructor(message: string, exitStatus: 1 | 2 = 1, problems: readonly Problem[] = []) {
    super(message);
    this.exitStatus = exitStatus;
    this.problems = problems;
  }
}

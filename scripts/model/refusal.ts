/** What is thrown when a command cannot do what was asked, through no fault of ours: words for the officer, no trace. */
export class Refusal extends Error {
  /** 1 for a problem that stops what was asked, 2 for wrong usage. */
  readonly exitStatus: 1 | 2;
  constructor(message: string, exitStatus: 1 | 2 = 1) {
    super(message);
    this.exitStatus = exitStatus;
  }
}

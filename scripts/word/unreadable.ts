/** Why a Word file cannot be read at all. Thrown while it is opened, and told as one problem by read-word.ts. */
export class Unreadable extends Error {
  readonly rule: string;
  readonly mend: string;

  /** `message` says what is wrong, `mend` what would put it right, both in an officer's words. */
  constructor(rule: string, message: string, mend: string) {
    super(message);
    this.rule = rule;
    this.mend = mend;
  }
}

/** What is said of a file whose inside is not as Word writes it. */
export function damaged(what: string): Unreadable {
  return new Unreadable(
    "word-damaged",
    `The file is damaged, or was not written by a word processor: ${what}.`,
    "Open it in Word, save it under a new name as a Word document (.docx), and import that.",
  );
}

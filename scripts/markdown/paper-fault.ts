/** A fault in a paper's text or structure, before it is known which file the paper is in. For number-paper and outline. */
export interface PaperFault {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** The line of the body, from 0. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

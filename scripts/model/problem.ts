/** What is wrong with a council's files, in the one shape that every stage reports and the command line prints. */

/** How much a problem may stop: see docs/architecture.md. Only `error` and an unanswered `explain` hold anything back. */
export type Severity = "error" | "explain" | "late" | "duty" | "warning";

/** Where a value stands in an officer's file: line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Place {
  /** The rule's short name, such as `unknown-field`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in an officer's words. */
  readonly message: string;
  /** What would put it right. */
  readonly mend: string;
}

/**
 * Problems in reading order: by file, line, column, rule, then message; of two that agree in all of that, by how they are mended
 * and how much they stop, so that the order in which they were found is never told. Repeats are listed once.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(order);
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return !before || order(before, problem) !== 0;
  });
}

/** True for what stops the thing asked: an error, or a departure from the law that nobody has explained. */
export function stops(problem: Problem): boolean {
  return problem.severity === "error" || problem.severity === "explain";
}

/** True for what stops the public site: an error. What waits for a reason is withheld from it, and holds back nothing else. */
export function stopsPublishing(problem: Problem): boolean {
  return problem.severity === "error";
}

function order(a: Problem, b: Problem): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message) ||
    compare(a.mend, b.mend) ||
    compare(a.severity, b.severity)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

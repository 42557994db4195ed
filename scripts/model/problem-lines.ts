/** Problems as lines for a person to read. Used by the command line, and by what an act of issuing refuses. */
import { type Problem, stops } from "./problem.ts";

/** `file:line:column severity rule message`, with the mend on a line below. */
export function problemLine({ file, line, column, severity, rule, message, mend }: Problem): string {
  return `${file}:${line}:${column} ${severity} ${rule} ${message}\n    ${mend}`;
}

/** Every problem, and how many of them stop something; no line where there is none. */
export function problemLines(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return [];
  const stopping = problems.filter(stops).length;
  return [
    ...problems.map(problemLine),
    `${problems.length} ${problems.length === 1 ? "problem" : "problems"}, ${stopping} of which must be put right.`,
  ];
}

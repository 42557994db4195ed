import { describe, expect, it } from "vitest";
import { type Problem, sortProblems } from "./problem.ts";

const at = (more: Partial<Problem>): Problem => ({
  rule: "file-name",
  severity: "error",
  file: "content/pages/about.md",
  line: 1,
  column: 1,
  message: "It is wrong.",
  mend: "Put it right.",
  ...more,
});

describe("problems in reading order", () => {
  const inOrder = [
    at({ file: "content/pages/a.md", line: 9 }),
    at({ line: 1, column: 2 }),
    at({ line: 2, rule: "access" }),
    at({ line: 2, message: "It is missing." }),
    at({ line: 2, mend: "Add it." }),
    at({ line: 2, severity: "duty" }),
    at({ line: 2 }),
    at({ line: 10 }),
  ];

  it("are the same however they were found", () => {
    for (let turn = 0; turn < inOrder.length; turn++)
      expect(sortProblems([...inOrder.slice(turn), ...inOrder.slice(0, turn)])).toEqual(inOrder);
    expect(sortProblems([...inOrder].reverse())).toEqual(inOrder);
  });

  it("are listed once where they were found twice, though others like them came between", () => {
    const [again, other] = [at({}), at({ mend: "Take it out." })];
    expect(sortProblems([again, other, { ...again }])).toEqual([again, other]);
  });
});

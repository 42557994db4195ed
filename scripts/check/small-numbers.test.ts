import { expect, it } from "vitest";
import { councilWith, type Edit } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import { problemsBy } from "./check.ts";
import type { Known } from "./rule.ts";
import { smallNumbers } from "./small-numbers.ts";

const PLAN = "data/plans/wick-plan.json";

/** How many measures wait for a decision, where the last figure is `value` and the measure has these fields. */
function waiting(value: string, fields: string): number {
  const edits: Edit[] = [
    { file: PLAN, find: '"value": 55.5', put: `"value": ${value}` },
    { file: PLAN, find: '"unit": "%"', put: fields },
  ];
  const { root, remove } = councilWith(...edits);
  const council = loadCouncil(root, { drafts: true }).council as Council;
  remove();
  return problemsBy([smallNumbers], council, {} as Known).length;
}

it("a count of one to four about people waits for a decision, and nought or five does not", () => {
  const people = '"unit": "children"';
  expect(["0", "1", "4", "5"].map((value) => waiting(value, people))).toEqual([0, 1, 1, 0]);
});

it("a share waits for none, unless it is said to count people", () => {
  expect(waiting("3", '"unit": "%"')).toBe(0);
  expect(waiting("3", '"unit": "%", "countsPeople": "yes"')).toBe(1);
});

it("a count of things, and one with a decision on record, wait for none", () => {
  expect(waiting("3", '"unit": "lamps"')).toBe(1);
  expect(waiting("3", '"unit": "lamps", "countsPeople": "no"')).toBe(0);
  const decision =
    '"smallNumbers": { "decidedBy": "Director", "on": "2026-05-01", "because": "Nobody is known by it." }';
  expect(waiting("3", `"unit": "children", ${decision}`)).toBe(0);
});

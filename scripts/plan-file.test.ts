import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { councilWith } from "./examples/councils.ts";
import { Refusal } from "./model/refusal.ts";
import { openPlan, replacePlan } from "./plan-file.ts";

const PLAN = "data/plans/wick-plan.json";

describe("a plan that a command changes", () => {
  let root: string;
  let remove: () => void;
  beforeEach(() => {
    ({ root, remove } = councilWith());
  });
  afterEach(() => remove());
  const now = () => readFileSync(join(root, PLAN), "utf8");

  it("has its new text, and may be read by whom it could be before", () => {
    chmodSync(join(root, PLAN), 0o640);
    const opened = openPlan(root, "wick-plan", undefined);
    const text = opened.text.replace('"Wick plan"', '"Our plan"');
    replacePlan(opened, text, { ...opened.plan.value, title: "Our plan" });
    expect(now()).toBe(text);
    if (process.platform !== "win32") expect(statSync(join(root, PLAN)).mode & 0o777).toBe(0o640);
  });

  it("is left as it is where somebody else changed it meanwhile", () => {
    const opened = openPlan(root, "wick-plan", undefined);
    const theirs = opened.text.replace('"Wick plan"', '"Their plan"');
    writeFileSync(join(root, PLAN), theirs);
    const text = opened.text.replace('"Wick plan"', '"Our plan"');
    expect(() => replacePlan(opened, text, { ...opened.plan.value, title: "Our plan" })).toThrow(
      "by something else meanwhile",
    );
    expect(now()).toBe(theirs);
  });

  it("is left as it is where the text would be read as anything but what was meant, which is our fault", () => {
    const opened = openPlan(root, "wick-plan", undefined);
    for (const text of [opened.text.replace('"Wick plan"', '"Our plan"'), opened.text.slice(0, -5), "{}"])
      expect(() => replacePlan(opened, text, opened.plan.value)).toThrow(/would not be read as it was meant/);
    expect(now()).toBe(opened.text);
  });

  it("is left as it is where a rule would be broken that was not, and the rule is named", () => {
    const opened = openPlan(root, "wick-plan", undefined);
    const text = opened.text.replace('"2026-wick"', '"2026-wack"');
    const attempt = () => replacePlan(opened, text, { ...opened.plan.value, inspection: "2026-wack" });
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(/wick-plan\.json:4:17 error unknown-reference/);
    expect(now()).toBe(opened.text);
  });
});

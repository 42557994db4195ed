import matter from "gray-matter";
import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "./front-matter.ts";

const CODE = "---js\n{ title: (globalThis.wasRun = true, 'x') }\n---\nText\n";

describe("front matter", () => {
  it("is never run, whatever language it is marked as", () => {
    for (const mark of ["js", "javascript", "coffee", "cson", "json", "toml"]) {
      const { value, problems } = splitFrontMatter(CODE.replace("---js", `---${mark}`), "report.md");
      expect(problems.map(({ rule }) => rule)).toEqual(["code-in-front-matter"]);
      expect(value).toEqual({});
    }
    expect(globalThis).not.toHaveProperty("wasRun");
  });

  it("would be run by gray-matter itself, which is why the guard is there", () => {
    matter(CODE, { language: "yaml" });
    expect(globalThis).toHaveProperty("wasRun");
    Reflect.deleteProperty(globalThis, "wasRun");
  });

  it("is read the same the second time as the first, also when it is malformed", () => {
    const malformed = "---\naccess: exempt\n bad: [\n---\nSecret\n";
    const first = splitFrontMatter(malformed, "report.md");
    const second = splitFrontMatter(malformed, "report.md");
    expect(second).toEqual(first);
    expect(second.problems.length).toBeGreaterThan(0);
    expect(second.body).toBe("Secret\n");
  });

  it("would lose its fields the second time without the options, which is why they are always given", () => {
    const malformed = "---\naccess: exempt\n bad: [\n---\nSecret\n";
    expect(() => matter(malformed)).toThrow();
    expect(matter(malformed).data).toEqual({});
    expect(matter(malformed).content).toContain("access: exempt");
  });

  it("keeps dates, numbers, times and words as they were typed", () => {
    const typed = "---\ndate: 2026-09-28\nnumber: 1.10\ntime: 10:00\noctal: 010\nyes: no\nnothing:\n---\n";
    expect(splitFrontMatter(typed, "report.md").value).toEqual({
      date: "2026-09-28",
      number: "1.10",
      time: "10:00",
      octal: "010",
      yes: "no",
      nothing: "",
    });
  });

  it("knows the line and column of every value, in files with Windows line ends and a byte order mark too", () => {
    const { positions, bodyLine } = splitFrontMatter(
      "\uFEFF---\r\nitems:\r\n  - title: One\r\n---\r\nBody\r\n",
      "agenda.md",
    );
    expect(positions.get("items/0/title")).toEqual([3, 12]);
    expect(bodyLine).toBe(5);
  });

  it("refuses an alias, which could stand for a thousand million values", () => {
    const { problems } = splitFrontMatter("---\na: &a [1, 2]\nb: *a\n---\n", "report.md");
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[3, "front-matter"]]);
  });

  it("says so when a field is given twice", () => {
    const { problems } = splitFrontMatter("---\ntitle: One\ntitle: Two\n---\n", "report.md");
    expect(problems[0]?.message).toBe("The same field is given twice.");
  });

  it("treats a line of dashes in the body as a line of the body", () => {
    const { body, problems } = splitFrontMatter("---\ntitle: One\n---\nAbove\n\n---\n\nBelow\n", "report.md");
    expect(problems).toEqual([]);
    expect(body).toContain("Below");
  });
});

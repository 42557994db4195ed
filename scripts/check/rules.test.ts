import { describe, expect, it } from "vitest";
import { BROKEN } from "../examples/broken.ts";
import { councilWith, GOOD_COUNCIL } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import { checkCouncil } from "./check.ts";
import { RULES } from "./rules.ts";

const check = (root: string) => checkCouncil(loadCouncil(root, { drafts: true }));

/** Rules that reading itself applies, each of which has an example as well. */
const READING = [
  "unknown-field",
  "missing-field",
  "wrong-value",
  "front-matter",
  "code-in-front-matter",
  "json",
  "no-council",
  "meeting-folder",
  "raw-html",
  "heading-level",
  "number-typed",
  "number-repeated",
  "number-not-read",
  "number-out-of-place",
  "bullet-not-read",
  "markdown-not-read",
  "image-alternative",
];

describe("the rules of check", () => {
  it("find nothing wrong with a good council", () => {
    expect(check(GOOD_COUNCIL)).toEqual([]);
  });

  it("have an example of every rule being broken", () => {
    const named = new Set([...READING, ...RULES.flatMap((rule) => rule.names)]);
    expect(new Set(BROKEN.map(({ rule }) => rule))).toEqual(named);
  });

  for (const { rule, when, edit, at, says } of BROKEN)
    it(`${rule}: when ${when}`, () => {
      const { root, remove } = councilWith(edit);
      try {
        const problems = check(root);
        const found = problems.filter((problem) => problem.rule === rule);
        expect(found.map(({ file, line }) => `${file}:${line}`)).toContain(at);
        expect(found.map(({ message, mend }) => `${message} ${mend}`).join("\n")).toContain(says);
        for (const problem of problems) expect(problem.mend).not.toBe("");
      } finally {
        remove();
      }
    });

  it("report everything at once, by file and line", () => {
    const { root, remove } = councilWith(
      { file: "content/committees/panel.md", find: "quorum:", put: "qorum:" },
      { file: "content/members/ben-carr.md", find: "2023-05-04", put: "yesterday" },
      { file: "data/council.json", find: "#14532d", put: "#8fbc8f" },
    );
    const places = check(root).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
    remove();
    expect(places).toEqual([
      "content/committees/panel.md:7 unknown-field",
      "content/members/ben-carr.md:5 wrong-value",
      "data/council.json:8 colour-contrast",
    ]);
  });

  it("say nothing of what points at a file that cannot be read, since that file has its own problem", () => {
    const { root, remove } = councilWith({ file: "content/members/ben-carr.md", find: "from:", put: "form:" });
    const rules = check(root).map(({ rule }) => rule);
    remove();
    expect(rules).toEqual(["missing-field", "unknown-field"]);
  });
});

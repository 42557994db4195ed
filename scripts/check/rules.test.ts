import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN } from "../examples/broken.ts";
import { councilWith, GOOD_COUNCIL, JUNE, MARCH } from "../examples/councils.ts";
import { CLOCKS } from "../law/clocks.ts";
import { loadCouncil } from "../load/council.ts";
import { checkCouncil } from "./check.ts";
import { RULES } from "./rules.ts";

const check = (root: string) => checkCouncil(loadCouncil(root, { drafts: true }));

/** Rules that reading itself applies, as its code names them. */
const READING = ["load", "markdown"].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, "..", folder))
    .filter((name) => !name.includes(".test."))
    .flatMap((name) => {
      const code = readFileSync(join(import.meta.dirname, "..", folder, name), "utf8");
      return [...code.matchAll(/(?:rule: |problem\(\s*|fault\(\s*|report\(\s*|recordProblem\(\s*)"([a-z-]+)"/g)].map(
        (match) => match[1] ?? "",
      );
    }),
);
/**
 * Seen to fail elsewhere: records in load/snapshots.test.ts, bytes that are not text and links below, clocks with each
 * regime in clocks.test.ts, and numbers that move in acceptance/issuing.test.ts.
 */
const ELSEWHERE = [
  ...["record-chain", "record-format", "record-hash", "encoding", "linked-file", "number-moved", "item-number-moved"],
  ...CLOCKS.map(({ id }) => id as string),
];

describe("the rules of check", () => {
  it("find nothing wrong with a good council", () => {
    expect(check(GOOD_COUNCIL)).toEqual([]);
  });

  it("have an example of every rule being broken", () => {
    const named = new Set([
      ...READING.filter((rule) => !ELSEWHERE.includes(rule)),
      ...RULES.flatMap((rule) => rule.names.filter((name) => !ELSEWHERE.includes(name))),
    ]);
    expect(new Set(BROKEN.map(({ rule }) => rule))).toEqual(named);
  });

  for (const { rule, when, edit, at, says } of BROKEN)
    it(`${rule}: when ${when}`, () => {
      const { root, remove } = councilWith(...[edit].flat());
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

  it("encoding: when a file was saved as something other than UTF-8", () => {
    const { root, remove } = councilWith();
    writeFileSync(join(root, "content/pages/about.md"), Buffer.from("---\ntitle: Caf\xe9\n---\n", "latin1"));
    expect(check(root)).toMatchObject([
      { rule: "encoding", file: "content/pages/about.md", mend: "Save it again as UTF-8." },
    ]);
    remove();
  });

  it("linked-file: when a folder under content/ is a link to somewhere else", () => {
    const { root, remove } = councilWith();
    symlinkSync("/", join(root, "content/meetings/elsewhere"));
    expect(check(root)).toMatchObject([{ rule: "linked-file", file: "content/meetings/elsewhere" }]);
    remove();
  });

  it.each([
    ["the words of it", "answer: More than were checked."],
    ["who gave it", "answeredBy: Director"],
    ["the follow-up in which it is to come", "followUp: report-june"],
  ])("take a question for answered where the minutes give %s", (_, answer) => {
    const { root, remove } = councilWith({
      file: `${MARCH}/minutes.md`,
      find: "answeredBy: Director, answer: More than were checked.",
      put: answer,
    });
    const problems = check(root);
    remove();
    expect(problems).toEqual([]);
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

  it("do not say that nobody asked for a follow-up where the minutes that ask for it cannot be read", () => {
    const { root, remove } = councilWith({
      file: "content/meetings/2026/2026-03-02-panel/minutes.md",
      find: "letter: b,",
      put: "letter: (b),",
    });
    const rules = check(root).map(({ rule }) => rule);
    remove();
    expect(rules).toEqual(["wrong-value"]);
  });

  it.each([
    ["content/members/ben-carr.md", "from:", "form:"],
    ["data/plans/wick-plan.json", '"summary"', '"sumary"'],
    ["data/plans/endorsed/wick-plan-1.0.json", '"summary"', '"sumary"'],
    ["content/inspections/2026-wick.md", "title: Wick", "titel: Wick"],
    ["content/inspections/wick-2024.md", "title: Wick", "titel: Wick"],
    [`${JUNE}/progress.md`, "title:", "titel:"],
    [`${JUNE}/meeting.md`, "time:", "tiem:"],
  ])("say nothing of what points at %s where it cannot be read, since it has its own problem", (file, find, put) => {
    // A forecast that has passed, so that it matters whether a later inspection is known.
    const forecast = {
      file: "content/inspections/wick-2024.md",
      find: "findings:",
      put: `forecasts: [{ text: A visit, by: 2025-01-31, saidBy: Director }]\nfindings:`,
    };
    const { root, remove } = councilWith(forecast, { file, find, put });
    const rules = check(root).map(({ rule }) => rule);
    remove();
    expect(rules).toEqual(["missing-field", "unknown-field"]);
  });
});

import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCouncil } from "./council.ts";

const PROJECT = join(import.meta.dirname, "../..");
const CABINET = "content/meetings/2026/2026-09-28-cabinet/issued";

describe("what was issued", () => {
  let root: string;
  const problems = () =>
    loadCouncil(root, { drafts: false }).problems.map(({ rule, file, message }) => `${rule} ${file} ${message}`);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "clear-days-"));
    for (const folder of ["content", "data"]) cpSync(join(PROJECT, folder), join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is read without a problem when it is as it was issued", () => {
    expect(problems()).toEqual([]);
  });

  it("is refused when one byte of a paper has changed", () => {
    appendFileSync(join(root, CABINET, "1/improvement-plan-first-quarter.md"), " ");
    expect(problems()).toEqual([
      `record-hash ${CABINET}/1/improvement-plan-first-quarter.md \`improvement-plan-first-quarter.md\` is not as it was issued.`,
    ]);
  });

  it("is refused when a PDF is gone", () => {
    rmSync(join(root, CABINET, "1/agenda-pack.pdf"));
    expect(problems()[0]).toContain("was issued and is gone");
  });

  it("is refused when a file was put in that was never issued", () => {
    writeFileSync(join(root, CABINET, "1/late-report.md"), "---\ntitle: Late\n---\n");
    expect(problems().some((problem) => problem.includes("`late-report.md` was never issued"))).toBe(true);
  });

  it("is refused when an earlier record was edited, since the next one holds its hash", () => {
    const file = join(root, CABINET, "1/record.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("2026-09-18T16:50", "2026-09-17T16:50"));
    expect(problems()).toEqual([
      `record-chain ${CABINET}/2/record.json This record does not follow from the one before it.`,
    ]);
  });

  it("is refused when a snapshot in the middle is missing", () => {
    rmSync(join(root, CABINET, "2"), { recursive: true });
    expect(problems()[0]).toContain("Snapshot 2 here is missing");
  });

  it("is refused when its record has a format that nobody knows yet", () => {
    const file = join(root, CABINET, "3/record.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"format": 1', '"format": 99'));
    expect(problems()[0]).toContain("has format 99");
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPublicSite } from "./build.ts";
import { councilWith, type Edit } from "./examples/councils.ts";

const PLAN = "data/plans/wick-plan.json";

async function built(...edits: Edit[]) {
  const { root, remove } = councilWith(...edits);
  const out = join(root, "_site");
  try {
    const { published, problems } = await buildPublicSite({ root, out }, () => {});
    const files = published ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
    const text = files
      .filter((each) => each.isFile() && /\.(html|json|csv|svg|xml)$/.test(each.name))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"))
      .join("\n");
    return { isPublished: published !== null, told: problems.map(({ rule, severity }) => `${rule} ${severity}`), text };
  } finally {
    remove();
  }
}

describe("the public site", () => {
  it("is built while a count of three waits for a decision, and has it nowhere", async () => {
    const { isPublished, told, text } = await built(
      { file: PLAN, find: '"unit": "%"', put: '"unit": "%", "countsPeople": "yes"' },
      { file: PLAN, find: '"value": 55.5, "source": "2026-06-01-panel/progress"', put: '"value": 3' },
    );
    expect(isPublished).toBe(true);
    expect(told).toEqual(["small-numbers explain"]);
    expect(text).toContain("Files checked");
    expect(text).not.toContain("2026-04-30");
    expect(text).not.toContain("30 April 2026");
  });

  it("is not built over an error in living data", async () => {
    const { isPublished, told } = await built({
      file: PLAN,
      find: '"date": "2026-04-30"',
      put: '"date": "2026-07-30"',
    });
    expect(isPublished).toBe(false);
    expect(told).toEqual(["date-sense error"]);
  });

  it("is not built of a folder that is no council's, which is said in words", async () => {
    const root = mkdtempSync(join(tmpdir(), "clear-days-none-"));
    const { published, problems } = await buildPublicSite({ root, out: join(root, "_site") }, () => {});
    rmSync(root, { recursive: true });
    expect(published).toBeNull();
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "no-council: There is no data/council.json here, so this is not a council's folder.",
    ]);
  });
});

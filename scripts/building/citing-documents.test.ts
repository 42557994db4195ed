import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whatStands } from "../edits/whole-tree.ts";
import { councilWith, type Edit, JUNE, makeEdit } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";

const MATTER = "content/matters/files.md";
const PLAN = "data/plans/wick-plan.json";
const INSPECTION = "content/inspections/2026-wick.md";
const hidden: Edit = { file: `${JUNE}/progress.md`, find: "access: public", put: "access: exempt" };

let council: ReturnType<typeof councilWith>;
beforeEach(() => {
  council = councilWith();
});
afterEach(() => council.remove());

const builderInto = (folder: string) =>
  new SiteBuilder({ root: council.root, out: join(council.root, folder), audience: "draft" });

describe("what cites papers is, in a build that goes on from one before, as in one from nothing", () => {
  it.each<[string, Edit[], Edit[]]>([
    [
      "a matter comes to cite a paper that was shown all the time",
      [],
      [{ file: MATTER, find: "papers: [", put: "papers: [2026-06-01-panel/progress, " }],
    ],
    [
      "a figure comes to be from another paper",
      [],
      [
        {
          file: PLAN,
          find: '"value": 10, "source": "2026-03-02-panel/inspection#p1-2"',
          put: '"value": 10, "source": "2026-06-01-panel/progress"',
        },
      ],
    ],
    ["what an inspection is called changes", [], [{ file: INSPECTION, find: "title: ", put: "title: The " }]],
    [
      "the plan as it was endorsed is gone, from which it differs",
      [{ file: PLAN, find: '"due": "2026-05-01"', put: '"due": "2026-05-15"' }],
      [{ file: "data/plans/endorsed/wick-plan-1.0.json", put: null }],
    ],
    ["a cited paper is not public any more", [], [hidden]],
    [
      "a cited paper becomes public",
      [hidden],
      [{ file: `${JUNE}/progress.md`, find: "access: exempt", put: "access: public" }],
    ],
  ])("where %s", async (_, before, edits) => {
    for (const edit of before) makeEdit(council.root, edit);
    const session = builderInto("session");
    await session.build();
    const first = whatStands(join(council.root, "session"));
    for (const edit of edits) makeEdit(council.root, edit);
    await session.build();
    const second = whatStands(join(council.root, "session"));
    expect(second).not.toEqual(first);
    rmSync(join(council.root, ".cleardays"), { recursive: true });
    await builderInto("anew").build();
    expect(second).toEqual(whatStands(join(council.root, "anew")));
  });
});

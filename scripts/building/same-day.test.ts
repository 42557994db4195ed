import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildPreview } from "../build.ts";
import { councilWith } from "../examples/councils.ts";

describe("a build on the same day, where no file changed", () => {
  const COUNCIL = "data/council.json";
  const closes = { file: COUNCIL, find: '"website"', put: '"standingOrders": { "officeCloses": "12:00" }, "website"' };
  let council: ReturnType<typeof councilWith>;
  const built = (now: string) => buildPreview({ root: council.root, now }, () => {});
  beforeEach(() => {
    council = councilWith(closes);
    // Files that have lain there for a while are known by how they look.
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    council.remove();
  });

  // The agenda of 1 June has to be issued by the 22nd.
  it("has nothing to do until the clock says something that matters", async () => {
    const morning = await built("2026-05-22T10:00");
    expect(morning.published?.rendered).toBeGreaterThan(10);
    expect((await built("2026-05-22T11:59")).published?.rendered).toBe(0);
    expect((await built("2026-05-22T11:59")).problems).toEqual(morning.problems);
  });

  it("counts the days anew when the office has closed", async () => {
    const morning = await built("2026-05-22T10:00");
    const noon = await built("2026-05-22T12:00");
    expect(noon.problems).not.toEqual(morning.problems);
    const page = join(noon.out, "problems/index.html");
    expect(readFileSync(page, "utf8")).toContain(noon.problems[0]?.message.slice(0, 30));
  });

  it("goes back where the clock is set back", async () => {
    const noon = await built("2026-05-22T12:00");
    expect((await built("2026-05-22T10:00")).problems).not.toEqual(noon.problems);
  });
});

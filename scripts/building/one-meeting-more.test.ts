import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NotedAnswers } from "../asking/noted-answers.ts";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";

let folder: string;
let builder: SiteBuilder;
/** The groups of pages that the last build worked out again, or for the first time. */
let workedOut: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "clear-days-one-more-"));
  cpSync(GOOD_COUNCIL, join(folder, "council"), { recursive: true });
  builder = new SiteBuilder({ root: join(folder, "council"), out: join(folder, "site"), audience: "draft" });
  await builder.build();
  const stands = NotedAnswers.prototype.stands;
  vi.spyOn(NotedAnswers.prototype, "stands").mockImplementation(function (this: NotedAnswers<never, never>, work) {
    const found = stands.call(this, work);
    if (!found && work.startsWith("pages ")) workedOut.push(work.slice("pages ".length).trim());
    return found;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Adds a meeting of the panel in July, with a report on roofs that has these lines besides, and builds. */
async function buildWithJuly(lines = ""): Promise<string[]> {
  const july = join(folder, "council/content/meetings/2026/2026-07-06-panel");
  cpSync(join(july, "../2026-06-01-panel"), july, { recursive: true });
  rmSync(join(july, "progress.md"));
  const living = readFileSync(join(july, "meeting.md"), "utf8");
  writeFileSync(join(july, "meeting.md"), living.replace("2026-06-01", "2026-07-06"));
  const item = "{ id: roofs, number: 1, title: Roofs, papers: [roofs] }";
  writeFileSync(
    join(july, "agenda.md"),
    `---\naccess: public\nsummary: The Panel looks up.\nnotice: The Panel meets at Wick Hall.\nitems:\n  - ${item}\n---\n`,
  );
  const about = `title: Roofs\naccess: public\nagendaItem: 1\nfrom: Director\ncontactOfficer: { role: Director }\n`;
  writeFileSync(join(july, "roofs.md"), `---\n${about}backgroundPapers: none\n${lines}---\n## Roofs\n\nThey leak.\n`);
  workedOut = [];
  await builder.build();
  return [...new Set(workedOut)].sort();
}

describe("a meeting more", () => {
  const LISTS = ["calendar", "committee panel", "committees", "home"];

  it("makes the lists of meetings be worked out again, and nothing else", async () => {
    expect(await buildWithJuly()).toEqual(LISTS);
  });

  it("makes the pages of a plan be worked out again where it has a report on it", async () => {
    const found = await buildWithJuly("reportsOn: [wick-plan]\n");
    expect(found).toEqual(expect.arrayContaining([...LISTS, "plan wick-plan", "inspection 2026-wick"]));
    expect(found).not.toContain("matter files");
  });

  it("makes the page be worked out again that cited its report before it came", async () => {
    const matter = join(folder, "council/content/matters/files.md");
    const cited = readFileSync(matter, "utf8").replace("papers: [", "papers: [2026-07-06-panel/roofs, ");
    writeFileSync(matter, cited);
    await builder.build();
    const page = () => readFileSync(join(folder, "site/matters/files/index.html"), "utf8");
    expect(page()).not.toContain("/meetings/2026-07-06-panel/roofs/");
    const found = await buildWithJuly();
    expect(found).toEqual(expect.arrayContaining([...LISTS, "matter files"]));
    expect(found).not.toContain("plan wick-plan");
    expect(page()).toContain("/meetings/2026-07-06-panel/roofs/");
  });
});

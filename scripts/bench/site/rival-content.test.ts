import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeGeneratedArchive } from "../generated-archive.ts";
import { issuedMeetings, readMatterFile } from "./issued-content.ts";
import { writeRivalContent } from "./rival-content.ts";
import { changesTo } from "./rival-project.ts";

const folder = mkdtempSync(join(tmpdir(), "rival-"));
const root = join(folder, "archive");
const content = join(folder, "content");
const archive = writeGeneratedArchive(root, { papers: 80, seed: 1 });
const written = writeRivalContent(root, content);
afterAll(() => rmSync(folder, { recursive: true }));

/** Every act of issuing in the archive, with the folder it stands in. */
const records = [...issuedMeetings(root)].flatMap(({ id }) => {
  const issued = join(root, "content/meetings", id.slice(0, 4), id, "issued");
  return (existsSync(issued) ? readdirSync(issued) : []).map((number) => ({
    id,
    from: join(issued, number),
    record: JSON.parse(readFileSync(join(issued, number, "record.json"), "utf8")),
  }));
});

describe("the content that rivals build a council's site from", () => {
  it("has every meeting, and each report that was issued and not taken back", () => {
    const ids = (kind: "papers" | "withdrawn") =>
      records.flatMap(({ id, record }) =>
        record[kind]
          .filter((each: { kind: string }) => each.kind === "report")
          .map((each: { id: string }) => `${id}/${each.id}`),
      );
    const withdrawn = new Set(ids("withdrawn"));
    expect(withdrawn.size).toBeGreaterThan(0);
    const public_ = new Set(ids("papers").filter((each) => !withdrawn.has(each)));
    expect(written.reports.map((file) => file.slice("reports/".length, -".md".length)).sort()).toEqual(
      [...public_].sort(),
    );
    expect(written.meetings).toBe(archive.meetings.length);
  });

  it("has no draft of a meeting to come", () => {
    const drafts = archive.meetings.filter(({ id }) => !records.some((each) => each.id === id));
    expect(drafts.length).toBeGreaterThan(0);
    for (const { id } of drafts) {
      expect(written.reports.filter((file) => file.includes(id))).toEqual([]);
      expect(readMatterFile(join(content, "meetings", `${id}.md`)).matter.items).toEqual([]);
    }
  });

  it("has a revised report in its last version", () => {
    const revision = records.find(({ record }) => record.kind === "revision");
    const paper = revision?.record.papers[0];
    const file = join(content, "reports", String(revision?.id), `${paper?.id}.md`);
    expect(readMatterFile(file).body).toBe(readMatterFile(join(String(revision?.from), paper?.file)).body);
  });

  it("names members in minutes, and leaves days as words", () => {
    const [first] = readdirSync(join(content, "minutes"));
    const { matter } = readMatterFile(join(content, "minutes", String(first)));
    expect(matter.chair).toMatch(/^Councillor \w+ \w+$/);
    expect(readFileSync(join(content, "minutes", String(first)), "utf8")).toMatch(/^day: "\d{4}-\d\d-\d\d"$/m);
  });

  it("is changed where the bench says, and refuses a layout that it cannot change", () => {
    const layout = join(folder, "report.njk");
    mkdirSync(folder, { recursive: true });
    writeFileSync(layout, "<h1>Report</h1>\n");
    const change = changesTo({ content, reports: written.reports, layout });
    const file = join(content, written.reports[Math.floor(written.reports.length / 2)] ?? "");
    const before = readMatterFile(file);
    expect(change("body", 0)?.page).toMatch(/^meetings\/.+\/index\.html$/);
    expect(change("title", 0)?.words).toBe("Title 1 of what was");
    const after = readMatterFile(file);
    expect(after.body).toBe(`${before.body}\nThis was added at reading 1.\n`);
    expect(after.matter.title).toBe(`Title 1 of what was ${before.matter.title}`);
    expect(() => change("template", 0)).toThrow("has no <article to write above");
    expect(change("nothing", 0)).toBeNull();
  });
});

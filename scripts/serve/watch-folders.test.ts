import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Watching, watchFolders } from "./watch-folders.ts";

const MEETING = "content/meetings/2026/2026-06-01-panel";

let root: string;
let watching: Watching;
let heard: (string | null)[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "clear-days-watch-"));
  heard = [];
  for (const file of ["agenda.md", "issued/1/agenda.md", "issued/2/agenda.md", "appendices/a/one.pdf"])
    put(`${MEETING}/${file}`);
  watching = watchFolders(
    { root, names: ["content", "data", "templates"] },
    (paths) => heard.push(...(paths ?? [null])),
    (line) => heard.push(line),
  );
});
afterEach(() => {
  watching.close();
  rmSync(root, { recursive: true, force: true });
});

function put(file: string, words = "Words."): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), words);
}
/** Waits until something at or around `path` is heard of. */
const hears = (path: string) =>
  expect.poll(() => heard.some((each) => each === path || path.startsWith(`${each}/`)), { timeout: 3000 }).toBe(true);
const quiet = async () => {
  await new Promise((resolve) => setTimeout(resolve, 150));
  heard.length = 0;
};

describe("what changes in a council's folders", () => {
  it("is heard of by its path, and nothing else is", async () => {
    put(`${MEETING}/agenda.md`, "Other words.");
    await hears(`${MEETING}/agenda.md`);
    expect(new Set(heard)).toEqual(new Set([`${MEETING}/agenda.md`]));
  });

  it("is heard of in folders that were not there before, however deep", async () => {
    put("data/plans/recovery.json");
    await hears("data/plans/recovery.json");
    await quiet();
    put("data/plans/recovery.json", "Other words.");
    await hears("data/plans/recovery.json");
    put("templates/pages/home.njk");
    await hears("templates/pages/home.njk");
  });

  it("is heard of where a folder went, was renamed, or went and came again", async () => {
    renameSync(join(root, `${MEETING}/appendices`), join(root, `${MEETING}/papers`));
    await hears(`${MEETING}/appendices`);
    await hears(`${MEETING}/papers`);
    await quiet();
    put(`${MEETING}/papers/a/one.pdf`, "Other words.");
    await hears(`${MEETING}/papers/a/one.pdf`);
    rmSync(join(root, MEETING), { recursive: true });
    put(`${MEETING}/agenda.md`);
    await quiet();
    put(`${MEETING}/agenda.md`, "Other words.");
    await hears(`${MEETING}/agenda.md`);
  });

  it("is heard of in snapshots, new ones and old ones, once something is done to their meeting", async () => {
    put(`${MEETING}/issued/3/record.json`, "{}");
    await hears(`${MEETING}/issued/3`);
    await quiet();
    put(`${MEETING}/issued/3/record.json`, "{ }");
    await hears(`${MEETING}/issued/3/record.json`);
    rmSync(join(root, `${MEETING}/issued/1/agenda.md`));
    await hears(`${MEETING}/issued/1/agenda.md`);
  });

  it("does not watch each snapshot of a meeting that nobody touches", () => {
    if (process.platform !== "linux") return;
    // The root, content, meetings, 2026, the meeting, issued, appendices, a.
    expect(watching.counts()).toEqual({ watched: 8, lookedAt: 0 });
  });

  it("is not heard of where it is hidden, or none of the council's", async () => {
    put(`${MEETING}/.agenda.md.swp`);
    put("_preview/index.html");
    put(".cleardays/kept/memory");
    put(`${MEETING}/meeting.md`);
    await hears(`${MEETING}/meeting.md`);
    expect(new Set(heard)).toEqual(new Set([`${MEETING}/meeting.md`]));
  });
});

import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { buildPublicSite } from "../build.ts";
import { councilsToEdit } from "../edits/councils-to-edit.ts";
import { SiteBuilder } from "./build-site.ts";

/** In how many turns a build looks at the files of old snapshots; of a council of this size it would be one. */
let turns = 1;
vi.mock("./look.ts", async (original) => ({
  ...(await original<typeof import("./look.ts")>()),
  turnsFor: () => turns,
}));

const { root: councils, archive } = councilsToEdit(12);
afterAll(() => rmSync(councils, { recursive: true }));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "clear-days-turns-"));
  cpSync(archive, root, { recursive: true });
  // Files that have lain there for a while are known by how they look.
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const build = async () => {
  const { published, problems } = await buildPublicSite({ root }, () => {});
  return { rendered: published?.rendered ?? null, told: problems.map(({ rule, file }) => `${rule} ${file}`) };
};

/** A file of a snapshot of each meeting that has one, other than its record. */
function snapshotFiles(): string[] {
  return readdirSync(join(root, "content/meetings"), { recursive: true, encoding: "utf8" })
    .filter((path) => /issued\/1\/agenda\.md$/.test(path))
    .map((path) => `content/meetings/${path}`);
}

it.each([1, 3])("tells of every file of a snapshot that was changed by hand, within %i builds", async (several) => {
  turns = several;
  const files = snapshotFiles();
  expect(files.length).toBeGreaterThan(3);
  await build();
  for (const file of files) {
    const before = readFileSync(join(root, file), "utf8");
    for (let turn = 0; turn <= several; turn++) expect(await build()).toEqual({ rendered: 0, told: [] });
    writeFileSync(join(root, file), before.replace("e", "x"));
    const found: (number | null)[] = [];
    let told: string[] = [];
    while (found.at(-1) !== null && found.length < several) {
      const built = await build();
      found.push(built.rendered);
      told = built.told;
    }
    expect([file, found.at(-1), told]).toEqual([file, null, [`record-hash ${file}`]]);
    expect((await build()).rendered, "and goes on telling").toBeNull();
    writeFileSync(join(root, file), before);
    expect((await build()).rendered).toBe(0);
  }
});

it("tells of one that was changed when it had just been written, and so could not be known by its look", async () => {
  turns = 1;
  const [file = ""] = snapshotFiles();
  const text = readFileSync(join(root, file), "utf8");
  vi.restoreAllMocks();
  await delay(2100);
  writeFileSync(join(root, file), text);
  await build();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
  writeFileSync(join(root, file), text.replace("e", "x"));
  expect((await build()).told).toEqual([`record-hash ${file}`]);
});

it("tells of them where every build has something else to do", async () => {
  turns = 3;
  await build();
  const member = join(root, "content/members", readdirSync(join(root, "content/members"))[0] ?? "");
  for (const file of snapshotFiles().slice(0, 4)) {
    const before = readFileSync(join(root, file), "utf8");
    writeFileSync(join(root, file), before.replace("e", "x"));
    let refused = 0;
    for (let turn = 0; turn < turns; turn++) {
      appendFileSync(member, "\nAnd more.\n");
      refused += (await build()).rendered === null ? 1 : 0;
    }
    expect(refused, file).toBeGreaterThan(0);
    writeFileSync(join(root, file), before);
  }
});

it("tells of them in a session that looks at everything each time", async () => {
  turns = 3;
  const session = new SiteBuilder({ root, out: join(root, "_site"), audience: "public" });
  for (const file of snapshotFiles().slice(0, 4)) {
    for (let turn = 0; turn < turns; turn++) expect((await session.build()).published?.rendered).not.toBeNull();
    const before = readFileSync(join(root, file), "utf8");
    writeFileSync(join(root, file), before.replace("e", "x"));
    let refused = 0;
    for (let turn = 0; turn < turns; turn++) refused += (await session.build()).published === null ? 1 : 0;
    expect(refused, file).toBeGreaterThan(0);
    writeFileSync(join(root, file), before);
  }
});

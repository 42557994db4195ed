import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { writeGeneratedArchive } from "../bench/generated-archive.ts";
import { outcomeOf } from "../edits/whole-tree.ts";
import { type Edit, GOOD_COUNCIL, JUNE, makeEdit } from "../examples/councils.ts";
import { PROJECT } from "../templating/environment.ts";
import { SiteBuilder } from "./build-site.ts";
import { CacheDisk } from "./cache-disk.ts";

/** What a build came to. */
interface Came {
  readonly end: string;
  readonly problems: readonly string[];
  readonly files: readonly (readonly [string, string])[];
  readonly rendered: number | null;
  readonly told: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), "clear-days-shared-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

let count = 0;
const place = (name: string) => join(folder, `${name}-${++count}`);

/** A copy of a council as another machine has it: elsewhere, and its files of another day. */
function machineWith(council: string, ...edits: Edit[]): string {
  const root = place("machine");
  cpSync(council, root, { recursive: true });
  for (const edit of edits) makeEdit(root, edit);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 1_700_000_000 + count, 1_700_000_000 + count);
  return root;
}

/** Builds in a process of its own. */
function builtApart(root: string, cache?: string): Promise<Came> {
  const script = join(PROJECT, "scripts/edits/build-once.ts");
  const asked = JSON.stringify({ root, out: join(root, "_site"), audience: "public", cache });
  const child = spawn(process.execPath, [script, asked], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (some: Buffer) => {
    out += some.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(JSON.parse(out) as Came));
  });
}

async function built(root: string, cache?: string, audience: "public" | "draft" = "public"): Promise<Came> {
  const told: string[] = [];
  const out = join(root, "_site");
  let rendered: number | null = null;
  const came = await outcomeOf({ root, out }, async () => {
    const site = await new SiteBuilder({ root, out, audience, cache, told: (line) => told.push(line) }).build();
    rendered = site.published?.rendered ?? null;
    return site;
  });
  return { ...came, files: [...came.files], rendered, told };
}

/** What is public, and what the council was told of it: all that must not hang on a cache. */
const site = ({ end, problems, files }: Came) => ({ end, problems, files });

describe("an archive that is built on several machines at once", () => {
  const archive = join(folder, "archive");
  const cache = join(folder, "cache-of-archive");
  let alone: Came;
  beforeAll(async () => {
    mkdirSync(archive);
    writeGeneratedArchive(archive, { papers: 6, meetingsAhead: 2 });
    alone = await builtApart(machineWith(archive));
  });

  it("is the same on each, side by side with one cache", async () => {
    expect(alone.end).toMatch(/^published \d{2,} pages/);
    const both = await Promise.all([builtApart(machineWith(archive), cache), builtApart(machineWith(archive), cache)]);
    for (const each of both) {
      expect(site(each)).toEqual(site(alone));
      expect(each.told).toEqual([]);
    }
  });

  it("renders nothing on a machine that has the cache alone", async () => {
    const there = await builtApart(machineWith(archive), cache);
    expect(site(there)).toEqual(site(alone));
    expect([there.rendered, there.told]).toEqual([0, []]);
    expect(alone.rendered).toBeGreaterThan(40);
  });

  it("is the same, told of in one line by all its processes, where the cache is no folder", async () => {
    const file = place("file");
    writeFileSync(file, "a file");
    const there = await builtApart(machineWith(archive), file);
    expect(site(there)).toEqual(site(alone));
    expect(there.told).toEqual([expect.stringMatching(/^The cache in \S+ failed \(E\w+\)\./)]);
  });
});

describe("a cache", () => {
  const NAME = { file: "data/council.json", find: "Little Wick Council", put: "Great Wick Council" };
  const LOST = { file: "content/pages/about.md", find: "for tests.", put: "for [tests](/nowhere/)." };

  it("of two councils gives neither anything of the other's", async () => {
    const cache = place("cache");
    const other = [NAME, { file: `${JUNE}/meeting.md`, find: "time:", put: "# another\ntime:" }];
    const [one, two] = [await built(machineWith(GOOD_COUNCIL)), await built(machineWith(GOOD_COUNCIL, ...other))];
    await built(machineWith(GOOD_COUNCIL), cache);
    expect(site(await built(machineWith(GOOD_COUNCIL, ...other), cache))).toEqual(site(two));
    expect(site(await built(machineWith(GOOD_COUNCIL), cache))).toEqual(site(one));
    expect(two.files).not.toEqual(one.files);
  });

  it("that a preview filled gives the public site nothing of drafts", async () => {
    const cache = place("cache");
    const alone = await built(machineWith(GOOD_COUNCIL));
    const preview = await built(machineWith(GOOD_COUNCIL), cache, "draft");
    expect(preview.files).not.toEqual(alone.files);
    const there = await built(machineWith(GOOD_COUNCIL), cache);
    expect(site(there)).toEqual(site(alone));
    expect(there.rendered).toBe(alone.rendered);
  });

  it("hides no link that leads nowhere on a page that it gives", async () => {
    const cache = place("cache");
    const first = await built(machineWith(GOOD_COUNCIL, LOST), cache);
    expect(first.problems.join()).toContain("/nowhere/");
    const second = await built(machineWith(GOOD_COUNCIL, LOST), cache);
    expect(second.rendered).toBe(0);
    expect(second.problems).toEqual(first.problems);
  });

  it("gives no page to a council that draws with wiring of its own, since that may read anything", async () => {
    const cache = place("cache");
    const wiring = (word: string): Edit[] => [
      {
        file: ".eleventy.js",
        put: 'import { word } from "./word.js";\nexport default (to) => to.addFilter("word", () => word);\n',
      },
      { file: "word.js", put: `export const word = "${word}";\n` },
      { file: "package.json", put: '{ "type": "module" }' },
    ];
    await built(machineWith(GOOD_COUNCIL, ...wiring("one")), cache);
    expect(readdirSync(cache).sort()).toEqual(["collections", "meetings"]);
    expect((await built(machineWith(GOOD_COUNCIL, ...wiring("two")), cache)).rendered).toBeGreaterThan(5);
  });

  it("with every entry damaged is told of once, and made good again", async () => {
    const cache = place("cache");
    const first = await built(machineWith(GOOD_COUNCIL), cache);
    for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) writeFileSync(join(entry.parentPath, entry.name), "damaged");
    const second = await built(machineWith(GOOD_COUNCIL), cache);
    expect(site(second)).toEqual(site(first));
    expect(second.told).toEqual([expect.stringContaining("(an entry is damaged)")]);
    expect((await built(machineWith(GOOD_COUNCIL), cache)).rendered).toBe(0);
  });

  it.each(["ENOSPC", "EACCES", "EIO"])("that answers %s is told of once, and the site is the same", async (code) => {
    const alone = await built(machineWith(GOOD_COUNCIL));
    const fail = () => {
      throw Object.assign(new Error("it failed"), { code });
    };
    const read = vi.spyOn(CacheDisk.prototype, "read").mockImplementation(code === "ENOSPC" ? missing : fail);
    const write = vi.spyOn(CacheDisk.prototype, "write").mockImplementation(fail);
    const there = await built(machineWith(GOOD_COUNCIL), place("cache"));
    expect(site(there)).toEqual(site(alone));
    expect(there.told).toEqual([expect.stringContaining(`failed (${code})`)]);
    expect(write).toHaveBeenCalledTimes(3);
    expect(read.mock.calls.length).toBeGreaterThan(2);
  });

  it("that is slow makes a build slow, and nothing else", async () => {
    const { read, write } = CacheDisk.prototype;
    const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    vi.spyOn(CacheDisk.prototype, "read").mockImplementation(function (this: CacheDisk, path) {
      wait();
      return read.call(this, path);
    });
    vi.spyOn(CacheDisk.prototype, "write").mockImplementation(function (this: CacheDisk, path, bytes) {
      wait();
      write.call(this, path, bytes);
    });
    const cache = place("cache");
    const first = await built(machineWith(GOOD_COUNCIL), cache);
    const second = await built(machineWith(GOOD_COUNCIL), cache);
    expect(site(second)).toEqual(site(first));
    expect([second.rendered, ...first.told, ...second.told]).toEqual([0]);
  });

  it("among the council's own files is refused before anything is read", async () => {
    const root = machineWith(GOOD_COUNCIL);
    for (const inside of ["content/cache", "data", "_site/cache", ".cleardays/kept"])
      expect((await built(root, join(root, inside))).end).toContain("The cache may not lie in ROOT/");
    expect((await built(root, join(root, ".cleardays/cache"))).end).toMatch(/^published/);
  });
});

function missing(): never {
  throw Object.assign(new Error("nothing there"), { code: "ENOENT" });
}

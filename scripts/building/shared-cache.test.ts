import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { councilWith, MARCH } from "../examples/councils.ts";
import { CacheDisk } from "./cache-disk.ts";
import { unitHash } from "./council-files.ts";
import { MeetingCache } from "./meeting-cache.ts";
import { cacheToldOnce, SharedCache } from "./shared-cache.ts";

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clear-days-cache-"));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cacheIn = (place: string | null = folder, disk?: CacheDisk) =>
  new SharedCache(place, (line) => told.push(line), disk);
const text = (bytes: Buffer | null) => bytes?.toString("utf8") ?? null;
const entries = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

/** A disk on which everything fails, counting how often it was asked. */
class FailingDisk extends CacheDisk {
  asked = 0;
  private readonly code: string;
  constructor(code: string) {
    super();
    this.code = code;
  }
  override read(): Buffer {
    this.asked += 1;
    throw Object.assign(new Error("it failed"), { code: this.code });
  }
  override write(): void {
    this.read();
  }
}

describe("a cache that builds share", () => {
  it("gives every build what one of them kept, by its kind and key", () => {
    cacheIn().keep("pages", "page public", "p1", Buffer.from("A page"));
    expect(text(cacheIn().get("pages", "page public", "p1"))).toBe("A page");
    expect(cacheIn().get("pages", "page draft", "p1")).toBeNull();
    expect(cacheIn().get("pages", "page public", "p2")).toBeNull();
    expect(cacheIn().get("meetings", "page public", "p1")).toBeNull();
    expect(told).toEqual([]);
  });

  it("has two names that differ in capitals alone for two entries, on any disk", () => {
    cacheIn().keep("pages", "page public", "pA", Buffer.from("one"));
    cacheIn().keep("pages", "page public", "pa", Buffer.from("two"));
    const names = entries().map((path) => path.toLowerCase());
    expect(new Set(names).size).toBe(2);
  });

  it("says of an entry that is used that it was, so that clearing by age leaves it", () => {
    cacheIn().keep("pages", "page public", "p1", Buffer.from("A page"));
    const [path = ""] = entries();
    utimesSync(path, 1000, 1000);
    expect(text(cacheIn().get("pages", "page public", "p1"))).toBe("A page");
    expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000);
  });

  it("leaves nothing unfinished behind", () => {
    cacheIn().keep("pages", "page public", "p1", Buffer.from("A page"));
    const [path = ""] = entries();
    rmSync(path);
    mkdirSync(path);
    cacheIn().keep("pages", "page public", "p1", Buffer.from("A page"));
    expect(entries()).toEqual([]);
    expect(told).toHaveLength(1);
  });
});

describe("a cache that cannot be trusted or used", () => {
  const damages: [string, (path: string) => void][] = [
    ["cut short", (path) => writeFileSync(path, "cleardays page pub")],
    ["empty", (path) => writeFileSync(path, "")],
    ["somebody else's", (path) => writeFileSync(path, Buffer.from([0, 1, 2, 255, 10, 7]))],
    [
      "of another page",
      (path) => {
        const other = cacheIn();
        other.keep("pages", "page public", "p2", Buffer.from("Another page"));
        const from = entries().find((each) => each !== path) ?? "";
        rmSync(path);
        writeFileSync(path, new CacheDisk().read(from));
      },
    ],
  ];
  it.each(damages)("gives nothing for an entry that is %s, says so once, and keeps a new one", (_, damage) => {
    cacheIn().keep("pages", "page public", "p1", Buffer.from("A page"));
    const [path = ""] = entries();
    damage(path);
    const cache = cacheIn();
    expect(cache.get("pages", "page public", "p1")).toBeNull();
    expect(cache.get("pages", "page public", "p1")).toBeNull();
    expect(told).toEqual([
      `The cache in ${folder} failed (an entry is damaged). What it does not give is made here, and the site is the same.`,
    ]);
    cache.keep("pages", "page public", "p1", Buffer.from("A page"));
    expect(text(cacheIn().get("pages", "page public", "p1"))).toBe("A page");
  });

  it("is told of in one line with what the disk says, and is left alone after a few tries", () => {
    const disk = new FailingDisk("ENOSPC");
    const cache = cacheIn("/the/cache", disk);
    for (let at = 0; at < 20; at++) {
      expect(cache.get("pages", "page public", `p${at}`)).toBeNull();
      cache.keep("pages", "page public", `p${at}`, Buffer.from("A page"));
    }
    expect(told).toEqual([
      "The cache in /the/cache failed (ENOSPC). What it does not give is made here, and the site is the same.",
    ]);
    expect(disk.asked).toBe(6);
  });

  it("in which there is nothing yet is no failure, however often it is asked", () => {
    const disk = new FailingDisk("ENOENT");
    const cache = cacheIn("/the/cache", disk);
    for (let at = 0; at < 20; at++) cache.get("pages", "page public", `p${at}`);
    expect(disk.asked).toBe(20);
    expect(told).toEqual([]);
  });

  it("is told of once by all processes of a build, which say other things of it", () => {
    const lines: string[] = [];
    const tell = cacheToldOnce((line) => lines.push(line));
    for (const line of [
      "The cache in /a failed (EIO).",
      "Another line.",
      "The cache in /a failed (ENOSPC).",
      "Another line.",
    ])
      tell(line);
    expect(lines).toEqual(["The cache in /a failed (EIO).", "Another line.", "Another line."]);
  });
});

describe("a meeting that is read for others", () => {
  it("is given to them only where nobody wrote in its folder since it was hashed", () => {
    const { root, remove } = councilWith();
    const kept = join(root, ".cleardays/kept");
    const meetings = new MeetingCache(root, true, kept, "this program", () => {}, cacheIn());
    expect(meetings.read(MARCH, "the hash of what was there before").meeting).not.toBeNull();
    expect(existsSync(join(folder, "meetings"))).toBe(false);
    meetings.read(MARCH, unitHash(root, { path: MARCH }));
    expect(entries()).toHaveLength(1);
    remove();
  });
});

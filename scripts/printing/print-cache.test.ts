import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { KeptPrint } from "./kept-print.ts";
import { PrintCache } from "./print-cache.ts";

const home = mkdtempSync(join(tmpdir(), "print-cache-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let folder: string;
let times = 0;
beforeEach(() => {
  times += 1;
  folder = join(home, String(times), "prints");
});

const print: KeptPrint = {
  ...{ pages: [], fonts: [], objects: [], links: [], elements: [], top: [], roles: [], bookmarks: [] },
  language: "cy",
  anchors: new Map([["p4-7", { page: 3, left: 1.5, top: 700 }]]),
  scale: 1,
  missing: ["ŵ"],
};

describe("prints that are kept", () => {
  it("come back as they were, in this run and the next", () => {
    const cache = new PrintCache(folder);
    expect(cache.read("a")).toBeNull();
    cache.write("a", print);
    expect(cache.read("a")).toEqual(print);
    expect(new PrintCache(folder).read("a")).toEqual(print);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("are not where there is no folder to keep them in", () => {
    const cache = new PrintCache(null);
    cache.write("a", print);
    expect(cache.read("a")).toBeNull();
  });

  it("that are cut off, changed, empty or another program's are as if they were not there, and are taken away", () => {
    const cache = new PrintCache(folder);
    const spoil: Record<string, (file: string) => void> = {
      truncated: (file) => truncateSync(file, readFileSync(file).length - 5),
      short: (file) => truncateSync(file, 10),
      empty: (file) => truncateSync(file, 0),
      changed: (file) => {
        const bytes = readFileSync(file);
        // Still a print, but of another language.
        bytes.write("en", bytes.indexOf("cy"));
        writeFileSync(file, bytes);
      },
      foreign: (file) => writeFileSync(file, "%PDF-1.7, or whatever somebody put here"),
      unsigned: (file) => writeFileSync(file, serialize(print)),
    };
    for (const [name, how] of Object.entries(spoil)) {
      cache.write(name, print);
      how(join(folder, name));
      expect(cache.read(name), name).toBeNull();
      expect(existsSync(join(folder, name)), name).toBe(false);
      cache.write(name, print);
      expect(cache.read(name), name).toEqual(print);
    }
  });

  it("that cannot be written cost nothing else: a file where the folder should be, a folder where the file should", () => {
    mkdirSync(join(folder, ".."), { recursive: true });
    writeFileSync(folder, "not a folder");
    const cache = new PrintCache(folder);
    cache.write("a", print);
    expect(cache.read("a")).toBeNull();
    expect(readFileSync(folder, "utf8")).toBe("not a folder");
    rmSync(folder);
    mkdirSync(join(folder, "a"), { recursive: true });
    const other = new PrintCache(folder);
    expect(other.read("a")).toBeNull();
    other.write("a", print);
    expect(other.read("a")).toBeNull();
    // Nothing half-written is left beside it.
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("make room: what was not used for longest goes, and what is read is used", () => {
    const first = new PrintCache(folder);
    for (const key of ["old", "read", "new"]) {
      first.write(key, print);
      // As large as a file may be on paper, and without taking room on the disk.
      if (key !== "read") truncateSync(join(folder, key), 300_000_000);
      utimesSync(join(folder, key), 1000, key === "new" ? 2000 : 1000);
    }
    expect(first.read("read")).not.toBeNull();
    new PrintCache(folder).write("next", print);
    expect(readdirSync(folder).sort()).toEqual(["new", "next", "read"]);
  });
});

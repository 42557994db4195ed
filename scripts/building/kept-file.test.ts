import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { keepFile, keepPieces, keptFile } from "./kept-file.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), "clear-days-kept-"));
  folders.push(folder);
  return join(folder, "memory");
}

/** More than is written at once, with letters of two bytes. */
const TEXT = Array.from({ length: 30_000 }, (_, at) => `minute ${at}\tŵyn ${"x".repeat(60)}\n`);
const PIECES = TEXT.map((line) => Buffer.from(line));

describe("what is kept piece by piece", () => {
  it("is the same file as if it had been kept at once", () => {
    const [one, other] = [place(), place()];
    keepPieces(one, "memory of a build", PIECES);
    keepFile(other, "memory of a build", Buffer.from(TEXT.join("")));
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
    expect(keptFile(one, "memory of a build", () => {})?.toString("utf8")).toBe(TEXT.join(""));
  });

  it("may be nothing at all", () => {
    const path = place();
    keepPieces(path, "memory", []);
    expect(keptFile(path, "memory", () => {})?.length).toBe(0);
  });

  it("is thrown away with a line where it was cut short, written in, or is of another kind", () => {
    const spoilt: readonly ((path: string) => void)[] = [
      (path) => truncateSync(path, 1_500_000),
      (path) => appendFileSync(path, "more"),
      (path) => writeFileSync(path, readFileSync(path, "latin1").replace("minute 7\t", "minute 8\t"), "latin1"),
    ];
    for (const spoil of spoilt) {
      const path = place();
      keepPieces(path, "memory", PIECES);
      spoil(path);
      const told: string[] = [];
      expect(keptFile(path, "memory", (line) => told.push(line))).toBeNull();
      expect(told.join()).toContain("was thrown away");
    }
    const path = place();
    keepPieces(path, "memory", PIECES);
    expect(keptFile(path, "memory of another program", () => {})).toBeNull();
  });

  it("leaves what was kept before as it was where a line cannot be made", () => {
    const path = place();
    keepPieces(path, "memory", [Buffer.from("before")]);
    const broken = function* () {
      yield* PIECES;
      throw new Error("no more");
    };
    expect(() => keepPieces(path, "memory", broken())).toThrow("no more");
    expect(keptFile(path, "memory", () => {})?.toString("utf8")).toBe("before");
    expect(readdirSync(join(path, ".."))).toEqual(["memory"]);
  });
});

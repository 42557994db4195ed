import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Refusal } from "./model/refusal.ts";
import { writeWhole } from "./write-whole.ts";

describe("a pack that is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "clear-days-whole-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("takes the place of the one before in one step, and leaves nothing beside it", () => {
    const file = join(folder, "packs/one.pdf");
    writeWhole(file, "first");
    writeWhole(file, "second", 0o600);
    expect(readFileSync(file, "utf8")).toBe("second");
    expect(readdirSync(join(folder, "packs"))).toEqual(["one.pdf"]);
  });

  it("is refused, and nothing half-written is left, where it cannot be put in its place", () => {
    const file = join(folder, "taken/one.pdf");
    mkdirSync(join(file, "inside"), { recursive: true });
    expect(() => writeWhole(file, "words")).toThrow(Refusal);
    expect(readdirSync(join(folder, "taken"))).toEqual(["one.pdf"]);
    writeFileSync(join(folder, "file"), "");
    expect(() => writeWhole(join(folder, "file/one.pdf"), "words")).toThrow("could not be written");
  });
});

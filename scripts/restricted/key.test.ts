import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOrMakeKey } from "./key.ts";

describe("the key of the fingerprints", () => {
  let base: string;
  let root: string;
  let file: string;

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), "clear-days-key-")));
    root = join(base, "repository/council");
    file = join(base, "key");
    mkdirSync(join(base, "repository/.git"), { recursive: true });
    mkdirSync(root);
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it("is made once, of 32 bytes, and is the same from then on", () => {
    const key = readOrMakeKey(root, file);
    expect(key).toHaveLength(32);
    expect(readOrMakeKey(root, file)).toEqual(key);
    expect(readFileSync(file, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it("is unlike any other", () => {
    expect(readOrMakeKey(root, file)).not.toEqual(readOrMakeKey(root, join(base, "other")));
  });

  it.skipIf(process.platform === "win32")("is for its owner alone, and refused where others may read it", () => {
    readOrMakeKey(root, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(file, mode);
      expect(() => readOrMakeKey(root, file)).toThrow("Others than you may read the key");
    }
  });

  it("is refused where the file holds something else, which is left as it is", () => {
    writeFileSync(file, "my diary", { mode: 0o600 });
    expect(() => readOrMakeKey(root, file)).toThrow("holds no key");
    expect(readFileSync(file, "utf8")).toBe("my diary");
  });

  it("is refused inside the council's folder and its repository, and none is made there", () => {
    expect(() => readOrMakeKey(root, join(root, "key"))).toThrow("inside the council's folder");
    expect(() => readOrMakeKey(root, join(base, "repository/key"))).toThrow("the repository that holds");
    expect(statSync(join(root, "key"), { throwIfNoEntry: false })).toBeUndefined();
  });

  it("is refused where a link leads into the council's folder", () => {
    writeFileSync(join(root, "key"), `${"0".repeat(64)}\n`, { mode: 0o600 });
    symlinkSync(join(root, "key"), file);
    expect(() => readOrMakeKey(root, file)).toThrow("inside the council's folder");
  });

  it("is refused where there is no folder to keep it in", () => {
    expect(() => readOrMakeKey(root, join(base, "no/such/key"))).toThrow("There is no folder for the key");
  });
});

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilsToEdit } from "../edits/councils-to-edit.ts";
import type { BuiltSite } from "../edits/whole-tree.ts";
import { PROJECT } from "../templating/environment.ts";

const NOW = "2026-11-21T10:00";
const NOBODY = 65_534;

const { root, archive } = councilsToEdit(12);
const folders = mkdtempSync(join(tmpdir(), "clear-days-again-"));
afterAll(() => {
  for (const folder of [root, folders]) rmSync(folder, { recursive: true });
});

interface Elsewhere {
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly workers?: number;
}

/** What a build of the council in `folder` comes to, in a process of its own. */
function builtIn(folder: string, audience: "public" | "draft", { env = {}, ...asked }: Elsewhere = {}) {
  const options = { root: folder, out: join(folder, "_site"), audience, now: NOW, ...asked };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, "scripts/edits/build-once.ts"), JSON.stringify(options)],
    { env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 1e8 },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Omit<BuiltSite, "files"> & { files: [string, string][] };
}

function language(name: string): NodeJS.ProcessEnv {
  return { LANG: `${name}.UTF-8`, LC_ALL: `${name}.UTF-8`, LANGUAGE: name };
}

let copies = 0;
/** A copy of the council in another folder. */
function copied(): string {
  copies += 1;
  const folder = join(folders, "another folder ".repeat(copies % 3).trim(), `copy-${copies}`);
  cpSync(archive, folder, { recursive: true });
  return folder;
}

describe.each(["public", "draft"] as const)("the same content on the same day (%s)", (audience) => {
  let first: ReturnType<typeof builtIn>;
  beforeAll(() => {
    first = builtIn(copied(), audience, { env: { TZ: "Europe/London", LC_ALL: "C" } });
    expect(first.end).toMatch(/^published \d{2,} pages/);
  });

  it.each([
    ["far in the east, in a language with an i of its own", { TZ: "Pacific/Kiritimati", ...language("tr_TR") }],
    ["far in the west, in one that puts letters in another order", { TZ: "Pacific/Pago_Pago", ...language("sv_SE") }],
  ])("is the same bytes %s", (_, env) => {
    expect(builtIn(copied(), audience, { env })).toEqual(first);
  });

  it("is the same bytes for another user", (context) => {
    if (process.getuid?.() !== 0) context.skip("Only root may build as another user.");
    const folder = copied();
    for (const each of [folders, folder]) chmodSync(each, 0o777);
    expect(builtIn(folder, audience, { uid: NOBODY })).toEqual(first);
  });

  it("is the same bytes from files that were written in another order, at other times, by another hand", () => {
    const folder = join(folders, `backwards-${audience}`);
    const files = readdirSync(archive, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(archive.length + 1))
      .sort()
      .reverse();
    for (const [at, file] of files.entries()) {
      mkdirSync(join(folder, file, ".."), { recursive: true });
      writeFileSync(join(folder, file), readFileSync(join(archive, file)), { mode: 0o600 });
      utimesSync(join(folder, file), 1_000_000_000 + at, 1_500_000_000 - at);
    }
    expect(builtIn(folder, audience)).toEqual(first);
  });

  it.each([1, 5])("is the same bytes with %i workers", (workers) => {
    expect(builtIn(copied(), audience, { workers })).toEqual(first);
  });

  it("is other bytes where one letter is another", () => {
    const folder = copied();
    const file = join(folder, "content/pages/about.md");
    writeFileSync(file, `${readFileSync(file, "utf8")}x`);
    const { files } = builtIn(folder, audience);
    expect(files).not.toEqual(first.files);
  });
});

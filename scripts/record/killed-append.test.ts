import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Link, readChain } from "../load/chain.ts";
import type { Findings } from "../load/document.ts";
import type { Council } from "../model/council.ts";
import { appendSnapshot } from "./append-snapshot.ts";
import { type AppendTask, filesToAppend, NOTICE } from "./killed-append.ts";

const CHILD = fileURLToPath(new URL("./killed-append.ts", import.meta.url));
const COMPILED = fileURLToPath(new URL("../../.cleardays/compiled-for-tests", import.meta.url));
const FOLDER = "content/meetings/2026/2026-03-02-panel";
const FILES = 100;
const KILLS = 12;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "clear-days-append-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const issued = () => join(root, FOLDER, "issued");
const council = () => ({ root, now: "2026-02-20T12:00", settings: { value: { timeZone: "Europe/London" } } });
const unfinished = () => (existsSync(issued()) ? readdirSync(issued()).filter((name) => name.startsWith(".")) : []);

/** The chain as load reads it, which has to be sound. */
function chain(): Link[] {
  const findings: Findings = { root, problems: [], unreadable: new Set() };
  const links = readChain(findings, FOLDER, "2026-03-02-panel");
  expect(findings.problems).toEqual([]);
  return links;
}

const chainToAppendTo = (links: readonly Link[]) => ({
  address: "2026-03-02-panel",
  folder: FOLDER,
  issued: links.map(({ record, recordHash }) => ({ record, recordHash })),
});
const append = (links: readonly Link[]) =>
  appendSnapshot(council() as unknown as Council, chainToAppendTo(links), filesToAppend(2), NOTICE);

/** How many files the child has written by now: those in its unfinished folder, or more than all once they are in place. */
function written(number: number): number {
  if (existsSync(join(issued(), String(number)))) return FILES + 3;
  const [folder] = unfinished();
  try {
    return folder ? readdirSync(join(issued(), folder)).length : 0;
  } catch {
    // It was put in its place since.
    return FILES + 3;
  }
}

/** Kills the child once it has written `count` files; resolves when it is gone. */
async function killAt(child: ChildProcess, number: number, count: number): Promise<void> {
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  while (child.exitCode === null && written(number) < count) await new Promise((resolve) => setImmediate(resolve));
  child.kill("SIGKILL");
  await gone;
}

it(`has a snapshot whole or not at all after each of ${KILLS} kills while it is written`, {
  timeout: 240_000,
}, async () => {
  const found = { whole: 0, none: 0, left: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const before = chain();
    const number = before.length + 1;
    const task: AppendTask = { council: council(), chain: chainToAppendTo(before), files: FILES };
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
    const child = spawn(process.execPath, [CHILD, JSON.stringify(task)], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
    await killAt(child, number, 1 + Math.floor((kill * (FILES + 4)) / KILLS));
    const after = chain();
    found[after.length === number ? "whole" : "none"] += 1;
    if (unfinished().length > 0) found.left += 1;
    if (after.length === number) expect(readdirSync(join(issued(), String(number)))).toHaveLength(FILES + 2);
    else expect(after).toEqual(before);
    append(after);
    expect(unfinished()).toEqual([]);
    expect(chain()).toHaveLength(after.length + 1);
  }
  expect(found.left).toBeGreaterThan(KILLS / 2);
  expect(found.none).toBeGreaterThanOrEqual(found.left);
});

it("leaves folders that are not its own, and refuses in words whose folder was removed because its place is taken", () => {
  mkdirSync(join(issued(), ".notes"), { recursive: true });
  mkdirSync(join(issued(), ".7-unfinished-abc"), { recursive: true });
  const files = filesToAppend(1);
  // Somebody else issues while this one is still reading its papers.
  let isFirst = true;
  const slow = new Map(files);
  slow[Symbol.iterator] = () => {
    if (isFirst) append([]);
    isFirst = false;
    return files[Symbol.iterator]();
  };
  expect(() => appendSnapshot(council() as unknown as Council, chainToAppendTo([]), slow, NOTICE)).toThrow(
    "Somebody else issued content/meetings/2026/2026-03-02-panel/issued/1 just now.",
  );
  expect(unfinished()).toEqual([".7-unfinished-abc", ".notes"]);
  expect(chain()).toHaveLength(1);
});

it("is not read in part where it was cut short", () => {
  append([]);
  mkdirSync(join(issued(), ".2-unfinished-abc"));
  writeFileSync(join(issued(), ".2-unfinished-abc/record.json"), readFileSync(join(issued(), "1/record.json")));
  expect(chain()).toHaveLength(1);
});

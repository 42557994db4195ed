import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkCouncil } from "./check/check.ts";
import { endorse, endorsedLines } from "./endorse.ts";
import { councilWith, type Edit, GOOD_COUNCIL, makeEdit } from "./examples/councils.ts";
import { loadCouncil } from "./load/council.ts";
import { sha256 } from "./load/files.ts";
import { endorsedVersion, planChanges } from "./model/plan-changes.ts";
import { PROJECT } from "./templating/environment.ts";

const PLAN = "data/plans/wick-plan.json";
const KEPT = "data/plans/endorsed/wick-plan-1.0.json";
const councils: (() => void)[] = [];
afterEach(() => {
  for (const remove of councils.splice(0)) remove();
});

/** The good council before anybody kept the plan that was endorsed, with `edits` made. */
function council(...edits: Edit[]): string {
  const pinned = /, "version": "1.0", "hash": "\w+" \}/.exec(readFileSync(join(GOOD_COUNCIL, PLAN), "utf8"))?.[0] ?? "";
  const made = councilWith(
    { file: "data/plans/endorsed", put: null },
    { file: PLAN, find: pinned, put: " }" },
    ...edits,
  );
  councils.push(made.remove);
  return made.root;
}

const textOf = (root: string, file: string) => readFileSync(join(root, file), "utf8");
const endorseIn = (root: string) => endorse(root, "wick-plan", undefined);

/** What the plan says now that it did not say when it was endorsed; null where no kept version is its own. */
function changesIn(root: string): string[] | null {
  const { council: read } = loadCouncil(root, { drafts: true });
  const [plan] = read?.plans ?? [];
  const then = plan && endorsedVersion(plan, read?.endorsedPlans ?? []);
  return then ? planChanges(then, plan.value).map(({ title, words }) => `${title}: ${words}`) : null;
}

describe("a plan that is endorsed", () => {
  it("is kept as it stands, letter by letter, and pinned by the hash of what was kept", () => {
    const root = council();
    const before = textOf(root, PLAN);
    const { hash, ...rest } = endorseIn(root);
    expect(rest).toEqual({ plan: "wick-plan", version: "1.0", file: KEPT, isNew: true, isPinnedNow: true });
    expect(textOf(root, KEPT)).toBe(before);
    expect(hash).toBe(sha256(readFileSync(join(root, KEPT))));
    expect(textOf(root, PLAN)).toBe(
      before.replace('"resolution": "a" }', `"resolution": "a", "version": "1.0", "hash": "${hash}" }`),
    );
    expect(checkCouncil(loadCouncil(root, { drafts: true }))).toEqual([]);
    expect(changesIn(root)).toEqual([]);
  });

  it("then tells what changed in it, and figures and progress are no change", () => {
    const root = council();
    endorseIn(root);
    makeEdit(root, { file: PLAN, find: '"due": "2026-05-01"', put: '"due": "2026-07-01"' });
    makeEdit(root, { file: PLAN, find: '"value": 55.5', put: '"value": 56' });
    expect(changesIn(root)).toEqual(["Check every file: Due: 1 July 2026; it was 1 May 2026."]);
  });

  it("may be endorsed again without any change, and it is said so", () => {
    const root = council();
    endorseIn(root);
    const before = textOf(root, PLAN);
    const again = endorseIn(root);
    expect(again).toMatchObject({ isNew: false, isPinnedNow: false });
    expect(endorsedLines(again).join("\n")).toMatch(/Kept already, with the same bytes.*\n.*Nothing was changed/);
    expect(textOf(root, PLAN)).toBe(before);
  });

  it("is pinned where it was kept and the command broke off before", () => {
    const root = council();
    const before = textOf(root, PLAN);
    endorseIn(root);
    const pinned = textOf(root, PLAN);
    writeFileSync(join(root, PLAN), before);
    expect(endorseIn(root)).toMatchObject({ isNew: false, isPinnedNow: true });
    expect(textOf(root, PLAN)).toBe(pinned);
  });

  it("is kept beside the version before, where another resolution endorsed it with a new version", () => {
    const root = council();
    endorseIn(root);
    const first = textOf(root, KEPT);
    makeEdit(root, { file: PLAN, find: '"version": "1.0",\n', put: '"version": "1.1",\n' });
    makeEdit(root, { file: PLAN, find: '"minute": "2"', put: '"minute": "3"' });
    const { hash } = endorseIn(root);
    expect(readdirSync(join(root, "data/plans/endorsed")).sort()).toEqual(["wick-plan-1.0.json", "wick-plan-1.1.json"]);
    expect(textOf(root, KEPT)).toBe(first);
    expect(textOf(root, PLAN)).toContain(`"version": "1.1", "hash": "${hash}"`);
    expect(textOf(root, "data/plans/endorsed/wick-plan-1.1.json")).not.toContain("hash");
  });
});

describe("the sample's plans", () => {
  it("are pinned to what was endorsed: one unchanged, and one with a later day for one action", () => {
    const { council: sample } = loadCouncil(PROJECT, { drafts: false });
    const changes = sample?.plans.map((plan) => {
      const then = endorsedVersion(plan, sample.endorsedPlans);
      return [plan.id, then?.version, then && planChanges(then, plan.value).map(({ id, words }) => `${id} ${words}`)];
    });
    expect(changes).toEqual([
      ["improvement-plan", "1.0", []],
      ["recovery-plan", "0.2", ["household-work Due: 30 June 2027; it was 31 March 2027."]],
    ]);
  });
});

describe("a plan is not endorsed", () => {
  const refused = (root: string, says: RegExp, id = "wick-plan") => {
    const before = textOf(root, PLAN);
    expect(() => endorse(root, id, undefined)).toThrow(says);
    expect(textOf(root, PLAN)).toBe(before);
  };
  const endorsed = '  "endorsed": { "meeting": "2026-03-02-panel", "minute": "2", "resolution": "a" },\n';

  it("where it does not name the resolution, and is told what to add", () => {
    refused(council({ file: PLAN, find: endorsed, put: "" }), /Add it first: "endorsed": \{ "meeting"/);
    refused(council({ file: PLAN, find: ', "resolution": "a"', put: "" }), /`resolution` of `endorsed` is missing/);
  });

  it("a second time in one version with other words, even if the kept file is gone", () => {
    const root = council();
    endorseIn(root);
    const kept = textOf(root, KEPT);
    makeEdit(root, { file: PLAN, find: '"Check every file"', put: '"Check some files"' });
    refused(root, /Version 1\.0 was already endorsed.*give it a new `version`/);
    expect(textOf(root, KEPT)).toBe(kept);
    makeEdit(root, { file: KEPT, put: null });
    refused(root, /Version 1\.0 was already endorsed/);
    expect(readdirSync(join(root, "data/plans/endorsed"))).toEqual([]);
  });

  it("over a file that is there and was not pinned", () => {
    const root = council({ file: KEPT, put: "{}" });
    refused(root, /never written over/);
    expect(textOf(root, KEPT)).toBe("{}");
  });

  it("in a new version by the resolution that endorsed the one before", () => {
    const root = council();
    endorseIn(root);
    makeEdit(root, { file: PLAN, find: '"version": "1.0",\n', put: '"version": "1.1",\n' });
    refused(root, /Resolution \(a\) of minute 2 of 2026-03-02-panel endorsed version 1\.0/);
  });

  it("with a version that cannot be part of a file's name", () => {
    for (const version of ["../../1", "1.0 final", "1/0", ".1"])
      refused(
        council({ file: PLAN, find: '"version": "1.0"', put: `"version": "${version}"` }),
        /cannot be part of a file's name/,
      );
  });

  it("where it is not there, or its name would lead out of its folder", () => {
    refused(council(), /There is no plan `wick-plans`\. Did you mean `wick-plan`/, "wick-plans");
    refused(council(), /is no plan's name/, "../council");
    refused(council(), /is no plan's name/, "endorsed/wick-plan-1.0");
  });

  it("into a folder that is a link, or over a link", () => {
    const root = council();
    mkdirSync(join(root, "elsewhere"));
    symlinkSync(join(root, "elsewhere"), join(root, "data/plans/endorsed"));
    refused(root, /is a link/);
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
    const other = council({ file: "data/plans/endorsed/note.txt", put: "" });
    symlinkSync(join(other, "elsewhere.json"), join(other, KEPT));
    refused(other, /never written over/);
  });
});

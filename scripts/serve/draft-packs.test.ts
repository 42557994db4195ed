import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { SiteBuilder } from "../building/build-site.ts";
import { councilWith, type Edit, JUNE, MARCH, makeEdit } from "../examples/councils.ts";
import { Refusal } from "../model/refusal.ts";
import { Printer } from "../printing/printer.ts";
import { DraftPacks } from "./draft-packs.ts";

const MEETING = "2026-06-01-panel";
const printers: Printer[] = [];
afterAll(async () => {
  for (const each of printers) await each.close();
});

let council: ReturnType<typeof councilWith>;
let builder: SiteBuilder;
let packs: DraftPacks;
let failed: string[];
/** How a printer is had; tests may put another in its place. */
let openPrinter: () => Promise<Printer>;

beforeEach(async () => {
  council = councilWith();
  builder = new SiteBuilder({ root: council.root, out: join(council.root, "_preview"), audience: "draft" });
  failed = [];
  openPrinter = async () => {
    const printer = new Printer();
    printers.push(printer);
    return printer;
  };
  packs = new DraftPacks(
    { root: council.root, clock: () => "2026-05-20T10:00", council: (note) => builder.council(note) },
    () => openPrinter(),
    { step: () => {}, printed: () => {}, failed: (_, error) => failed.push(String(error)), changed: () => {} },
  );
  await builder.build();
});
afterEach(() => council.remove());

/** Whether the pack is as its files are, after `edits`. */
async function isUpToDateAfter(...edits: Edit[]): Promise<boolean> {
  for (const edit of edits) makeEdit(council.root, edit);
  await builder.build();
  packs.filesChanged();
  expect(packs.stateOf(MEETING)?.isStale).toBe(!packs.isUpToDate(MEETING));
  return packs.isUpToDate(MEETING);
}

describe("a draft pack that was printed", () => {
  beforeEach(async () => {
    await packs.print(MEETING);
    expect([failed, packs.stateOf(MEETING)?.state]).toEqual([[], "printed"]);
  });

  it("is as its files are until one of them changes, and again when it was printed again", async () => {
    expect(await isUpToDateAfter()).toBe(true);
    expect(await isUpToDateAfter({ file: `${JUNE}/progress.md`, find: "ZEBRADRAFT", put: "ZEBRALATER" })).toBe(false);
    await packs.print(MEETING);
    expect(await isUpToDateAfter()).toBe(true);
  });

  it.each<[string, Edit]>([
    ["an about page", { file: "content/pages/about.md", find: "tiny", put: "small" }],
    ["a matter", { file: "content/matters/files.md", find: "What came", put: "All that came" }],
  ])("is as its files are though something else changes: %s", async (_, edit) => {
    expect(await isUpToDateAfter(edit)).toBe(true);
  });

  it.each<[string, Edit]>([
    ["where the meeting is", { file: `${JUNE}/meeting.md`, find: "Wick Hall", put: "Heron Hall" }],
    ["what the committee is called", { file: "content/committees/panel.md", find: "name: ", put: "name: The " }],
    ["what members are called", { file: "content/members/ada-brook.md", find: "name: Ada", put: "name: Adele" }],
    ["what was asked for before", { file: `${MARCH}/minutes.md`, find: "report-june", put: "report-in-june" }],
    [
      "which meetings there are, since any may have asked for something",
      {
        file: "content/meetings/2026/2026-04-06-panel/meeting.md",
        put: '---\ncommittee: panel\ndate: 2026-04-06\ntime: "18:30"\nplace: { name: Wick Hall }\n---\n',
      },
    ],
  ])("is stale when what it says changes: %s", async (_, edit) => {
    expect(await isUpToDateAfter(edit)).toBe(false);
  });

  it("is stale when what every pack is drawn with changed", () => {
    packs.filesChanged(true);
    expect(packs.stateOf(MEETING)?.isStale).toBe(true);
  });
});

describe("a draft pack that could not be printed", () => {
  it("is not tried again before its files are others, where it was they", async () => {
    openPrinter = async () => {
      throw new Refusal("There is no browser here.");
    };
    await packs.print(MEETING);
    expect(packs.stateOf(MEETING)).toMatchObject({ state: "failed", words: ["There is no browser here."] });
    expect(packs.isUpToDate(MEETING)).toBe(true);
  });

  it("may be tried again at once where it was something else", async () => {
    openPrinter = async () => {
      throw new Error("heron");
    };
    await packs.print(MEETING);
    expect(packs.stateOf(MEETING)).toMatchObject({
      state: "failed",
      words: ["The terminal that runs the preview says more."],
    });
    expect(packs.isUpToDate(MEETING)).toBe(false);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCouncil } from "../check/check.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import { businessOf } from "../model/follow-up-business.ts";
import { followUpStates } from "../model/follow-ups.ts";
import { stops } from "../model/problem.ts";
import { type GeneratedArchive, writeGeneratedArchive } from "./generated-archive.ts";

const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), "archive-")));
  return folders.at(-1) as string;
};
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const filesOf = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))
    .sort();

describe("a tiny archive", () => {
  const seeds = [1, 2, 3, 4];

  it.each(seeds)("breaks no rule, with its drafts or as the public site is built: seed %i", (seed) => {
    const root = folder();
    const made = writeGeneratedArchive(root, { papers: 20, seed });
    for (const drafts of [true, false]) {
      const problems = checkCouncil(loadCouncil(root, { drafts }));
      expect(problems.filter(stops)).toEqual([]);
      expect(problems.length).toBeLessThanOrEqual(2);
    }
    expect(made.committees).toHaveLength(3);
    expect(made.members).toHaveLength(5);
    expect(made.inspections).toHaveLength(1);
    expect(made.plans).toHaveLength(1);
    expect(made.meetings.map(({ state }) => state)).toEqual([
      "over",
      "over",
      "over",
      "over",
      "over",
      "issued",
      "drafts",
    ]);
    expect(made.meetings.filter(({ state }) => state === "over").flatMap(({ papers }) => papers)).toHaveLength(20);
  });

  it("is the same bytes in another folder and another time zone, and others from another seed", () => {
    const [root, again, other] = [folder(), folder(), folder()];
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    const made = writeGeneratedArchive(root, { papers: 20 });
    process.env.TZ = "America/Los_Angeles";
    expect(writeGeneratedArchive(again, { papers: 20 })).toEqual(made);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(filesOf(again)).toEqual(filesOf(root));
    for (const file of filesOf(root))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(root, file))), file).toBe(true);
    const different = writeGeneratedArchive(other, { papers: 20, seed: 2 });
    expect(different.meetings[0]?.papers).not.toEqual(made.meetings[0]?.papers);
  });

  it("has as many meetings to come as are asked for, and none where none are", () => {
    for (const meetingsAhead of [0, 1, 5, 30]) {
      const root = folder();
      const { meetings } = writeGeneratedArchive(root, { papers: 10, meetingsAhead });
      expect(meetings.filter(({ state }) => state !== "over")).toHaveLength(meetingsAhead);
      expect(meetings.filter(({ state }) => state === "drafts")).toHaveLength(Math.min(2, meetingsAhead));
      expect(checkCouncil(loadCouncil(root, { drafts: true })).filter(stops)).toEqual([]);
    }
  });

  it("is refused with a single paper, which makes no archive", () => {
    expect(() => writeGeneratedArchive(folder(), { papers: 1 })).toThrow("two papers at the least");
  });
});

describe("an archive of some years", () => {
  const root = folder();
  let made: GeneratedArchive;
  let council: Council;
  beforeAll(() => {
    made = writeGeneratedArchive(root, { papers: 150 });
    council = loadCouncil(root, { drafts: true }).council as Council;
  });
  const issued = () => council.meetings.flatMap((meeting) => meeting.issued.map((snapshot) => ({ meeting, snapshot })));

  it("has hardly a problem to tell of, and none that stops anything", () => {
    for (const drafts of [true, false]) {
      const problems = checkCouncil(loadCouncil(root, { drafts }));
      expect(problems.filter(stops)).toEqual([]);
      expect(problems.length).toBeLessThan(150 / 20);
    }
  });

  it("has issued every meeting that is over, and its drafts stand as they were last issued", () => {
    for (const { id, state, issued: acts, papers } of made.meetings) {
      const meeting = council.meetings.find((each) => each.id === id);
      expect(meeting?.issued.length, id).toBe(acts);
      expect(meeting?.drafts?.reports.map(({ file }) => file).sort()).toEqual([...papers].sort());
      const kinds = meeting?.issued.map(({ record }) => record.kind) ?? [];
      expect(kinds.includes("minutes"), id).toBe(state === "over");
      expect(kinds[0], id).toBe(state === "over" || state === "issued" ? "agenda" : undefined);
      if (state !== "over" && state !== "issued") continue;
      for (const report of meeting?.drafts?.reports ?? []) {
        const last = meeting?.issued.findLast(({ record }) => record.files[`${report.id}.md`]);
        expect(last?.record.files[`${report.id}.md`], report.file).toBe(report.hash);
      }
    }
  });

  it("has revisions, supplements and withdrawals among them", () => {
    const kinds = new Set(issued().map(({ snapshot }) => snapshot.record.kind));
    expect(kinds).toEqual(new Set(["agenda", "supplement", "revision", "minutes", "withdrawal"]));
  });

  it("maps every block of a paper to a page that its record counts, in order", () => {
    let blocks = 0;
    for (const { snapshot } of issued())
      for (const { id, pages, file } of snapshot.record.papers) {
        const map = snapshot.pageMaps.get(id);
        const document = [...snapshot.papers.reports, snapshot.papers.minutes].find((each) => each?.id === id);
        // A paper that was withdrawn is gone, and its map with it.
        if (!map || !file || !document) continue;
        expect(Object.keys(map.blocks)).toEqual(document.outline.blocks.map(({ anchor }) => anchor));
        let page = pages.first;
        for (const { first, last } of Object.values(map.blocks)) {
          expect(first).toBeGreaterThanOrEqual(page);
          expect(last).toBeLessThanOrEqual(pages.last);
          page = first;
          blocks += 1;
        }
      }
    expect(blocks).toBeGreaterThan(3000);
  });

  it("numbers the pages of a meeting's packs on, and counts each file's bytes as they are", () => {
    for (const { meeting } of issued()) {
      let last = 0;
      for (const { record, folder: inner } of meeting.issued) {
        const { pack } = record;
        if (!pack) continue;
        expect(pack.firstPage).toBe(record.kind === "minutes" ? 1 : last + 1);
        last = record.kind === "minutes" ? last : pack.lastPage;
        if (
          !meeting.issued.some(({ record: later }) => later.replaces.some(({ snapshot }) => snapshot === record.number))
        )
          expect(statSync(join(root, inner, pack.file)).size).toBe(pack.bytes);
      }
    }
  });

  it("has reports of all the kinds that a council has", () => {
    const reports = council.meetings.flatMap(({ drafts }) => drafts?.reports ?? []);
    const words = reports.map(({ outline }) => outline.words).sort((a, b) => a - b);
    expect(words[0]).toBeGreaterThan(150);
    expect(words.at(-1)).toBeLessThan(9500);
    expect(words[Math.floor(words.length / 2)]).toBeGreaterThan(900);
    expect(words[Math.floor(words.length / 2)]).toBeLessThan(1600);
    const share = (wanted: (report: (typeof reports)[number]) => boolean) =>
      reports.filter(wanted).length / reports.length;
    const tables = share(({ outline }) => outline.blocks.some(({ kind }) => kind === "table"));
    expect(tables).toBeGreaterThan(0.2);
    expect(tables).toBeLessThan(0.45);
    expect(share(({ value }) => value.recommendations.length > 0)).toBeGreaterThan(0.7);
    for (const some of [
      reports.filter(({ outline }) => outline.charts.length > 0),
      reports.filter(({ value }) => value.appendices.length > 0),
      reports.filter(({ value }) => value.respondsTo.length > 0),
      reports.filter(({ outline }) => outline.numbering === "typed"),
      reports.filter(({ outline }) => outline.links.some(({ to }) => to.startsWith("/meetings/"))),
    ]) {
      expect(some.length).toBeGreaterThan(0);
      expect(some.length).toBeLessThan(reports.length * 0.7);
    }
  });

  it("has what was asked for answered, as a rule, at the meeting that it returns to", () => {
    const business = businessOf(
      council.meetings.map(({ id, living, drafts }) => ({
        ...{ id, committee: living.value.committee, date: living.value.date, isOff: false },
        ...{
          hasAgenda: Boolean(drafts?.agenda),
          papers: drafts?.reports ?? [],
          minutes: drafts?.minutes?.value ?? null,
        },
      })),
    );
    const states = followUpStates(business, made.now.slice(0, 10));
    expect(states.map(({ id }) => id).sort()).toEqual([...made.followUps].sort());
    expect(states.filter(({ status }) => status === "discharged").length).toBeGreaterThan(states.length / 2);
    expect(states.some(({ discharge }) => discharge?.how === "report")).toBe(true);
    expect(states.some(({ discharge }) => discharge?.how === "oral report")).toBe(true);
  });

  it("is found out where one byte of what was issued is changed", () => {
    const [meeting] = made.meetings;
    const file = join(root, meeting?.folder ?? "", "issued/1/agenda.md");
    const before = readFileSync(file);
    writeFileSync(file, `${before.toString("utf8")}\n`);
    const { problems } = loadCouncil(root, { drafts: false });
    writeFileSync(file, before);
    expect(problems.map(({ rule }) => rule)).toContain("record-hash");
  });
});

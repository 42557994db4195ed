import { describe, expect, it } from "vitest";
import { draftCouncil } from "../access/admit-drafts.ts";
import type { PublicAct, PublicMeeting, PublicPack, PublicPackPart, PublicPaper } from "../access/public-council.ts";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { IssueKind, PageRange } from "../model/record.ts";
import { filesOf, viewsOf } from "./all-pages.ts";
import { numberedOn } from "./pack-papers.ts";
import { pageGroups } from "./page-places.ts";
import { packPages } from "./pages/pack-pages.ts";
import { publishedPageMap } from "./published-page-map.ts";
import { Site } from "./site.ts";

const { council } = loadCouncil(GOOD_COUNCIL, { drafts: true });
if (!council) throw new Error("The council cannot be read");
const drafts = draftCouncil(council);
const [march, june] = drafts.meetings as [PublicMeeting, PublicMeeting];
const MARCH = "/meetings/2026-03-02-panel/";

type Pages = Record<string, [number, number]>;
const range = ([first, last]: [number, number]): PageRange => ({ first, last });
const ranges = (pages: Pages) =>
  Object.fromEntries(Object.entries(pages).map(([anchor, each]) => [anchor, range(each)]));

function part(
  id: string,
  pages: [number, number],
  blocks: Pages = {},
  more: Partial<PublicPackPart> = {},
): PublicPackPart {
  const plain = { id, minutesOf: null, appendices: [], withdrawnAt: null };
  return { ...plain, pages: range(pages), pageMap: { blocks: ranges(blocks) }, ...more };
}

function pack(kind: IssueKind, issuedIn: number, pages: [number, number], parts: PublicPackPart[]): PublicPack {
  const [firstPage, lastPage] = pages;
  const file = { file: `issued/${issuedIn}/${kind}.pdf`, address: `${kind}.pdf`, bytes: 5000 };
  const when = { issuedAt: `2026-0${issuedIn}-20T10:00`, isReplaced: false, largePrint: null };
  return { ...file, ...when, issuedIn, kind, title: kind, firstPage, lastPage, parts };
}

function act(kind: IssueKind, number: number, papers: string[], files: string[] = []): PublicAct {
  const record = {
    file: "",
    address: "",
    bytes: 0,
    hash: "",
    files: Object.fromEntries(files.map((file) => [file, ""])),
  };
  return { number, kind, issuedAt: `2026-0${number}-20T10:00`, reason: null, papers, missedClocks: [], record };
}

function printed<Value>(paper: PublicPaper<Value>, issuedIn: number, version = 1): PublicPaper<Value> {
  return { ...paper, issuedIn, issuedAt: `2026-0${issuedIn}-20T10:00`, version };
}

const [inspection] = march.papers as [PublicPaper];
const [progress] = june.papers as [PublicPaper];
const minutes = march.minutes as NonNullable<PublicMeeting["minutes"]>;
const BLOCKS: Pages = {
  s1: [3, 3],
  "p1-1": [3, 3],
  "p1-2": [3, 5],
  "p1-2-a": [5, 5],
  "p1-2-b": [6, 6],
  "s1-t1": [6, 7],
  s2: [7, 7],
  "p2-1": [7, 7],
};
const agendaPack = pack(
  "agenda",
  1,
  [1, 10],
  [part("inspection", [3, 8], BLOCKS, { appendices: [{ id: "letter", pages: range([9, 10]) }] })],
);
const issuedMarch: PublicMeeting = {
  ...march,
  papers: [printed(inspection, 1)],
  packs: [agendaPack],
  acts: [act("agenda", 1, ["inspection"], ["agenda.md"])],
};

function siteOf(...meetings: PublicMeeting[]): Site {
  return new Site({ ...drafts, meetings }, () => "");
}

/** What each page of the first pack says, as `text (address)`. */
function said(site: Site, meeting: PublicMeeting, at = 0): string[] {
  const found = numberedOn(meeting)[at] as PublicPack;
  return pageGroups(site, meeting, found)
    .flatMap(({ pages }) => pages)
    .map(({ number, places }) => `${number} ${places.map(({ text, href }) => `${text} (${href})`).join("; ")}`);
}

describe("from a page of the pack a reader comes to its place on the web", () => {
  const report = `${MARCH}inspection/`;
  const site = siteOf(issuedMarch);

  it("whatever is on it: sheet, agenda, paragraphs, one that goes on, points, a table, what follows, an appendix", () => {
    expect(said(site, issuedMarch)).toEqual([
      `1 The front sheet (${MARCH})`,
      `2 The agenda (${MARCH}#agenda)`,
      `3 The report begins (${report}); paragraphs 1.1 to 1.2 (${report}#p1-1)`,
      `4 Paragraph 1.2 goes on (${report}#p1-2)`,
      `5 Paragraph 1.2 goes on (${report}#p1-2)`,
      `6 Points of paragraph 1.2 (${report}#p1-2-b)`,
      `7 A table after paragraph 1.2 goes on (${report}#s1-t1); paragraph 2.1 (${report}#p2-1)`,
      `8 Its background papers (${report}#page-8)`,
      `9 Appendix A: the letter, page 1 of 2 (${MARCH}appendices/letter.pdf#page=1); the report that it is an appendix of (${report}#appendices)`,
      `10 Appendix A: the letter, page 2 of 2 (${MARCH}appendices/letter.pdf#page=2); the report that it is an appendix of (${report}#appendices)`,
    ]);
  });

  it("and to the same page of the file, whose viewer counts from 1", () => {
    const later = { ...agendaPack, firstPage: 31, lastPage: 40, parts: [] };
    expect(pageGroups(site, issuedMarch, later)[0]?.pages.at(-1)?.pdfHref).toBe(`${MARCH}agenda.pdf#page=10`);
  });

  it("where the heading takes more than a page, and where nothing that is mapped stands", () => {
    const long = pack(
      "agenda",
      1,
      [1, 7],
      [part("inspection", [2, 6], { s1: [4, 4], "p1-1": [4, 4], "p1-2": [6, 6] })],
    );
    expect(said(site, { ...issuedMarch, packs: [long] }).slice(1)).toEqual([
      `2 The report begins (${report})`,
      `3 Its heading and recommendations go on (${report}#page-3)`,
      `4 Paragraph 1.1 (${report}#p1-1)`,
      `5 What comes after paragraph 1.1 (${report}#p1-1)`,
      `6 Paragraph 1.2 (${report}#p1-2); its background papers (${report}#background-papers)`,
      `7 No paper (${MARCH})`,
    ]);
  });

  it("in the version that was printed: each of a revised report's has pages of its own", () => {
    const first = { ...printed(inspection, 1), earlier: [] };
    const second = { ...printed(inspection, 3, 2), earlier: [first] };
    const revision = pack("revision", 3, [11, 12], [part("inspection", [12, 12], { s1: [12, 12], "p1-1": [12, 12] })]);
    const revised = {
      ...issuedMarch,
      papers: [second],
      packs: [agendaPack, revision],
      acts: [...issuedMarch.acts, act("revision", 3, ["inspection"])],
    };
    const both = siteOf(revised);
    expect(said(both, revised)[2]).toBe(
      `3 The report begins (${report}version-1/); paragraphs 1.1 to 1.2 (${report}version-1/#p1-1)`,
    );
    expect(pageGroups(both, revised, agendaPack)[1]?.since).toBe(
      "Version 1. Version 2 took its place on 20 March 2026.",
    );
    expect(said(both, revised, 1)).toEqual([
      `11 The front sheet of revision (${MARCH}#since)`,
      `12 The report begins (${report}); paragraph 1.1 (${report}#p1-1); its background papers (${report}#background-papers)`,
    ]);
  });

  it("to the minutes of the meeting before, as they were when they were printed", () => {
    const minutesPart = part("minutes", [2, 3], { s1: [3, 3], s2: [3, 3] }, { minutesOf: march.id });
    const packs = [pack("agenda", 4, [1, 4], [minutesPart, part("progress", [4, 4], { s1: [4, 4], "p1-1": [4, 4] })])];
    const later: PublicMeeting = {
      ...june,
      packs,
      papers: [printed(progress, 4)],
      acts: [act("agenda", 4, ["progress"])],
    };
    const plain = { ...issuedMarch, minutes: printed(minutes, 2) };
    expect(said(siteOf(plain, later), later).slice(1, 3)).toEqual([
      `2 The minutes begin (${MARCH}minutes/)`,
      `3 Minutes 1 to 2 (${MARCH}minutes/#s1)`,
    ]);
    const corrected = { ...issuedMarch, minutes: { ...printed(minutes, 5, 2), earlier: [printed(minutes, 2)] } };
    expect(said(siteOf(corrected, later), later)[2]).toBe(`3 Minutes 1 to 2 (${MARCH}minutes/version-1/#s1)`);
  });

  it("to the tombstone of a paper that was withdrawn, whose words are nowhere", () => {
    const gone = part("inspection", [3, 10], {}, { withdrawnAt: "2026-05-20T10:00" });
    const stone = {
      ...{ id: "inspection", kind: "report" as const, item: "2", withdrawnAt: "2026-05-20T10:00", reason: null },
      ...{ issuedAt: "2026-01-20T10:00", pages: range([3, 8]), versions: 1, isReissued: false },
    };
    const withdrawn = { ...issuedMarch, papers: [], packs: [{ ...agendaPack, parts: [gone] }], tombstones: [stone] };
    expect(said(siteOf(withdrawn), withdrawn)[3]).toBe(`4 Withdrawn (${report})`);
    const again = { ...withdrawn, tombstones: [{ ...stone, isReissued: true }] };
    expect(said(siteOf(again), again)[3]).toBe(`4 Withdrawn (${report}version-1/)`);
    expect(JSON.parse(publishedPageMap(siteOf(withdrawn), withdrawn)).papers).toEqual([
      expect.objectContaining({ status: "withdrawn", first: 3, last: 10, address: report, blocks: [], appendices: [] }),
    ]);
  });
});

describe("the page of all pack pages", () => {
  const apart = pack("minutes", 2, [1, 3], [part("minutes", [2, 3])]);
  const held = { ...issuedMarch, packs: [agendaPack, apart], minutes: printed(minutes, 2) };
  const site = siteOf(held, june);

  it("is there for a meeting with a pack, has every page once, and names what is numbered apart", () => {
    const views = viewsOf(packPages, site) as unknown as {
      url: string;
      packs: { groups: { pages: { number: number }[] }[] }[];
      apart: { title: string }[];
    }[];
    expect(views.map(({ url }) => url)).toEqual([`${MARCH}pages/`]);
    const numbers = views[0]?.packs.flatMap(({ groups }) =>
      groups.flatMap(({ pages }) => pages.map((page) => page.number)),
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(views[0]?.apart.map(({ title }) => title)).toEqual(["minutes"]);
    expect(filesOf(packPages, site).map(({ url }) => url)).toEqual([`${MARCH}pages/pages.json`]);
  });

  it("has the page map beside it, for programs", () => {
    const map = JSON.parse(publishedPageMap(site, held));
    expect(map.packs.map((each: { kind: string; numbering: string }) => `${each.kind} ${each.numbering}`)).toEqual([
      "agenda meeting",
      "minutes own",
    ]);
    expect(map.papers[0]).toMatchObject({
      ...{ id: "inspection", title: "The inspection", address: `${MARCH}inspection/`, pack: `${MARCH}agenda.pdf` },
      ...{ item: "2", version: 1, status: "stands", first: 3, last: 8 },
      appendices: [{ id: "letter", address: `${MARCH}appendices/letter.pdf`, first: 9, last: 10 }],
    });
    expect(map.papers[0].blocks).toContainEqual({
      ...{ anchor: "p1-2", kind: "paragraph", number: "1.2", title: null, first: 3, last: 5 },
      address: `${MARCH}inspection/#p1-2`,
    });
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNull } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { publicCouncil } from "../scripts/access/admit-issued.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { meetingName } from "../scripts/site/meeting-words.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import {
  agendaFaults,
  appendixFaults,
  type ExpectedItem,
  linkFaults,
  orderFaults,
  type PrintedRecord,
  pageFaults,
  type ReadPack,
  readPack,
  structureFaults,
} from "./pack-checks.ts";
import { printedPacks } from "./printed-packs.ts";

const { council } = loadCouncil(PROJECT, { drafts: false });
if (!council) throw new Error("The sample council cannot be read");
const meetings = publicCouncil(council).meetings;
const issued = printedPacks(council);

const bytesOf = (folder: string, file: string) => readFileSync(join(PROJECT, folder, file));
const titlesOf = (record: PrintedRecord): Map<string, string> => {
  const meeting = meetings.find((each) => each.id === record.address);
  const titles = new Map(meeting?.papers.map((paper) => [paper.id, paper.value.title]));
  for (const other of meetings) titles.set(`minutes-of-${other.id}`, `Minutes of ${meetingName(other)}`.slice(0, 28));
  return titles;
};

const itemsOf = (record: PrintedRecord): ExpectedItem[] =>
  (meetings.find((each) => each.id === record.address)?.agenda?.value.items ?? []).map((item) => ({
    title: item.title,
    papers: [...item.papers, ...(item.minutesOf ? [`minutes-of-${item.minutesOf}`] : [])],
  }));

describe("every pack of the sample", () => {
  it("is there: at least six agendas, a supplement and six sets of minutes", () => {
    const kinds = issued.map(({ record }) => record.kind);
    expect(kinds.filter((kind) => kind === "agenda").length).toBeGreaterThanOrEqual(6);
    expect(kinds.filter((kind) => kind === "minutes").length).toBeGreaterThanOrEqual(6);
    expect(kinds).toContain("supplement");
  });

  for (const { folder, record } of issued)
    describe(`${record.address}, ${record.kind}`, () => {
      let pack: ReadPack;
      beforeAll(async () => {
        pack = await readPack(bytesOf(folder, record.pack.file));
      });

      it("has the pages on record, each with its number", () => expect(pageFaults(pack, record)).toEqual([]));
      it("has every paper where its agenda says", () =>
        expect(agendaFaults(pack, record, titlesOf(record), itemsOf(record))).toEqual([]));
      it("is titled, tagged, in a language, with bookmarks and page labels", async () =>
        expect(await structureFaults(pack, record)).toEqual([]));
      if (record.kind !== "minutes")
        it("has links that lead somewhere", async () => expect(await linkFaults(pack, record)).toEqual([]));
      it("has every page of its appendices", async () =>
        expect(await appendixFaults(pack, record, (file) => bytesOf(folder, file))).toEqual([]));
      it("names the committee, the day and the council, then its papers in order", () => {
        const titles = titlesOf(record);
        const inOrder = record.papers.flatMap((paper) => titles.get(paper.id) ?? []);
        expect(orderFaults(pack, ["Fenmarsh Borough Council", "When", "Where", "Contact", ...inOrder])).toEqual([]);
      });
    });

  it("numbers on: a supplement begins where the agenda pack ended", () => {
    const [agenda, supplement] = issued.filter(({ record }) => record.address === "2026-09-28-cabinet");
    expect(supplement?.record.pack.firstPage).toBe((agenda?.record.pack.lastPage ?? 0) + 1);
  });
});

describe("each check of packs finds the fault it is for", () => {
  const found = issued.find(({ record }) => record.address === "2026-07-13-cabinet" && record.kind === "agenda");
  if (!found) throw new Error("The Cabinet's pack of 13 July is not there");
  const { folder, record } = found;
  let pack: ReadPack;
  beforeAll(async () => {
    pack = await readPack(bytesOf(folder, record.pack.file));
  });
  const planted = async (change: (pdf: PDFDocument) => void) => {
    const pdf = await PDFDocument.load(bytesOf(folder, record.pack.file), { updateMetadata: false });
    change(pdf);
    return readPack(await pdf.save());
  };
  const moved: PrintedRecord = {
    ...record,
    papers: record.papers.map((paper) => ({
      ...paper,
      pages: { first: paper.pages.first + 1, last: paper.pages.last },
    })),
  };

  it("pages: one too few", async () => {
    expect(pageFaults(await planted((pdf) => pdf.removePage(1)), record).join()).toContain("and there are");
  });
  it("the agenda: a paper one page further on", () => {
    expect(agendaFaults(pack, moved, titlesOf(record), itemsOf(record)).join()).toContain("is not on page");
  });
  it("the agenda: two papers whose pages are each other's", async () => {
    const other = issued.find((each) => each.record.address === "2026-09-28-cabinet" && each.record.kind === "agenda");
    if (!other) throw new Error("The Cabinet's pack of 28 September is not there");
    const [one, two] = other.record.papers.map((paper) => paper.pages);
    const swapped = {
      ...other.record,
      papers: other.record.papers.map((paper, at) => ({ ...paper, pages: (at === 0 ? two : one) ?? paper.pages })),
    };
    const read = await readPack(bytesOf(other.folder, other.record.pack.file));
    expect(agendaFaults(read, swapped, new Map(), itemsOf(swapped)).join()).toContain("does not give page");
  });
  it("structure: no tags, no language, no title", async () => {
    const bare = await planted((pdf) => {
      for (const name of ["MarkInfo", "Lang", "StructTreeRoot", "Outlines", "PageLabels"])
        pdf.catalog.delete(PDFName.of(name));
      pdf.setTitle("Untitled");
    });
    const faults = (await structureFaults(bare, record)).join();
    for (const each of ["title", "language", "not tagged", "no tags", "no bookmarks"]) expect(faults).toContain(each);
  });
  /** Every link of the pack that leads to a page of it. */
  const destinations = (pdf: PDFDocument) =>
    pdf.getPages().flatMap((page) =>
      (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
        const to = pdf.context.lookup(ref, PDFDict).lookup(PDFName.of("Dest"));
        return to instanceof PDFArray ? [to] : [];
      }),
    );
  it("links: their targets taken away", async () => {
    const nowhere = await planted((pdf) => {
      for (const to of destinations(pdf)) to.set(0, PDFNull);
    });
    expect((await linkFaults(nowhere, record)).join()).toContain("leads nowhere");
  });
  it("links: all of them to the first page", async () => {
    const all = await planted((pdf) => {
      for (const to of destinations(pdf)) to.set(0, pdf.getPage(0).ref);
    });
    expect((await linkFaults(all, record)).join()).toContain("no link of the agenda leads to page");
  });
  it("order: words in another order", () => {
    expect(orderFaults(pack, ["Background papers", "Membership"])).not.toEqual([]);
  });
  it("appendices: one that lies a page further on", async () => {
    const shifted: PrintedRecord = {
      ...record,
      papers: record.papers.map((paper) => ({
        ...paper,
        appendices: paper.appendices.map((each) => ({
          ...each,
          pages: { first: each.pages.first - 1, last: each.pages.last - 1 },
        })),
      })),
    };
    expect((await appendixFaults(pack, shifted, (file) => bytesOf(folder, file))).join()).toContain("is not on page");
  });
});

/** What an act of issuing prints and keeps, when something else changes before, during or after it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { degrees, PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, describe, expect, it } from "vitest";
import { publicCouncil } from "../scripts/access/admit-issued.ts";
import { councilWith, type Edit, JUNE, MARCH, makeEdit } from "../scripts/examples/councils.ts";
import { issue } from "../scripts/issue.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import type { IssueKind } from "../scripts/model/record.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { viewsOf } from "../scripts/site/all-pages.ts";
import { decisionOn } from "../scripts/site/decisions.ts";
import { plan } from "../scripts/site/pages/plan.ts";
import { Site } from "../scripts/site/site.ts";
import { readPack } from "./pack-checks.ts";

const printer = new Printer();
afterAll(() => printer.close());

const PANEL = "2026-03-02-panel";

/** A council of its own for each test, and what can be done with it. */
function council(...edits: Edit[]) {
  const { root, remove } = councilWith(...edits);
  return {
    root,
    remove,
    edit: (edit: Edit) => makeEdit(root, edit),
    issue: (meeting: string, kind: IssueKind, step: (name: string) => void = () => {}, now?: string) =>
      issue({ root, address: meeting, kind, now }, printer, step),
    site: () => {
      const read = loadCouncil(root, { drafts: false }).council;
      if (!read) throw new Error("The council cannot be read");
      return new Site(publicCouncil(read), () => "");
    },
    words: async (folder: string, file: string) =>
      (await readPack(readFileSync(join(root, folder, file)))).pages.join(" "),
  };
}

describe("an act of issuing", () => {
  it("is refused, and leaves nothing, when a paper changes while its pack is printed", async () => {
    const panel = council();
    let edited = false;
    const editOnce = (step: string) => {
      if (edited || step !== "Printing the pack") return;
      edited = true;
      panel.edit({ file: `${MARCH}/inspection.md`, find: "81 files", put: "91 files" });
    };
    await expect(panel.issue(PANEL, "agenda", editOnce)).rejects.toThrow("changed while the pack was printed");
    expect(loadCouncil(panel.root, { drafts: true }).council?.meetings[0]?.issued).toEqual([]);
    await panel.issue(PANEL, "agenda");
    expect(loadCouncil(panel.root, { drafts: false }).problems).toEqual([]);
    panel.remove();
  });

  it("prints into the minutes no word of a report that was changed after it was issued", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda");
    panel.edit({ file: `${MARCH}/inspection.md`, find: "object: the findings", put: "object: UNISSUEDWORDS" });
    await panel.issue(PANEL, "minutes");
    const words = await panel.words(`${MARCH}/issued/2`, "minutes.pdf");
    expect(words).not.toContain("UNISSUEDWORDS");
    expect(words).toContain("notes the findings");
    panel.remove();
  });

  it("prints no figure whose paper is not issued, in the pack or the snapshot or on the page", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda");
    expect(await panel.words(`${MARCH}/issued/1`, "agenda-pack.pdf")).not.toContain("55.5");
    expect(readFileSync(join(panel.root, MARCH, "issued/1/context.json"), "utf8")).not.toContain("55.5");
    const [paper] = panel.site().meeting(PANEL)?.papers ?? [];
    expect(paper?.measures["files-checked"]?.readings.map(({ value }) => value)).toEqual([10]);
    panel.remove();
  });

  it("is refused where the minutes it would print, of another meeting, were tampered with", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda");
    await panel.issue(PANEL, "minutes");
    const file = join(panel.root, MARCH, "issued/2/minutes.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("The Panel asked about files.", "The Panel asked nothing."));
    await expect(panel.issue("2026-06-01-panel", "agenda")).rejects.toThrow("is not as it was issued");
    panel.remove();
  });

  it("puts the minutes to be approved into the next agenda's pack, with their pages", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda");
    await panel.issue(PANEL, "minutes");
    const { record } = await panel.issue("2026-06-01-panel", "agenda");
    expect(record.papers.map(({ id, file }) => [id, file])).toEqual([
      [`minutes-of-${PANEL}`, null],
      ["progress", "progress.md"],
    ]);
    expect(await panel.words(`${JUNE}/issued/1`, "agenda-pack.pdf")).toContain("The Panel asked about files.");
    expect(panel.site().meeting("2026-06-01-panel")?.minutesToApprove[PANEL]).toEqual(record.papers[0]?.pages);
    panel.remove();
  });

  it("is refused where it would be dated before the one before it", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda", () => {}, "2026-05-28T09:00");
    await expect(panel.issue(PANEL, "minutes", () => {}, "2026-05-27T09:00")).rejects.toThrow(
      "Put the machine's clock right",
    );
    panel.remove();
  });

  it("is not stopped by a fault in another meeting's drafts", async () => {
    const panel = council({ file: `${JUNE}/progress.md`, put: "---\ntitel: Progress\n---\n" });
    await panel.issue(PANEL, "agenda");
    panel.remove();
  });
});

describe("what was issued", () => {
  it("calls members as they were called then, whatever they are called now", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda");
    await panel.issue(PANEL, "minutes");
    panel.edit({ file: "content/members/ben-carr.md", find: "Ben Carr", put: "Ben Rivers" });
    const site = panel.site();
    expect(site.name("ben-carr")).toBe("Councillor Ben Rivers");
    const meeting = site.meeting(PANEL);
    expect(
      meeting &&
        decisionOn(site, meeting, "2")
          ?.resolutions[1]?.note.map(({ text }) => text)
          .join(""),
    ).toContain("Councillor Ben Carr");
    panel.remove();
  });

  it("is what a plan's endorsement waits for: the minutes, not the meeting", async () => {
    const panel = council();
    await panel.issue(PANEL, "agenda");
    const endorsed = () => viewsOf(plan, panel.site())[0]?.endorsed;
    expect(endorsed()).toBeNull();
    await panel.issue(PANEL, "minutes");
    expect(endorsed()).toMatchObject({ words: expect.stringContaining("resolution (a)") });
    panel.remove();
  });
});

describe("an appendix", () => {
  /** A page of 400 by 600 points with a word near its top, turned and cropped as asked. */
  async function appendix(turn: number, crop: boolean): Promise<Uint8Array> {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 600]);
    page.drawText("TOPWORD", { x: 40, y: 560, size: 20, font: await pdf.embedFont(StandardFonts.Helvetica) });
    page.setRotation(degrees(turn));
    if (crop) page.setCropBox(0, 300, 400, 300);
    return pdf.save();
  }

  /** Where the word stands on its page of the pack, as parts of the page's width and height from the lower left. */
  async function placeOfWord(bytes: Uint8Array) {
    const panel = council();
    writeFileSync(join(panel.root, MARCH, "appendices/letter.pdf"), bytes);
    const { record } = await panel.issue(PANEL, "agenda");
    const { document } = await readPack(readFileSync(join(panel.root, MARCH, "issued/1/agenda-pack.pdf")));
    const page = await document.getPage(record.papers[0]?.appendices[0]?.pages.first ?? 0);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const word = items.find((item) => "str" in item && item.str === "TOPWORD");
    panel.remove();
    if (!word || !("transform" in word)) throw new Error("The word is not on its page");
    const [a, b, , , x, y] = word.transform as number[];
    return {
      across: (x ?? 0) / width,
      up: (y ?? 0) / height,
      turned: Math.round((Math.atan2(b ?? 0, a ?? 0) * 180) / Math.PI),
      landscape: width > height,
    };
  }

  it("stands upright in an upright frame as it is", async () => {
    const place = await placeOfWord(await appendix(0, false));
    expect(place).toMatchObject({ turned: 0, landscape: false });
    expect(place.up).toBeGreaterThan(0.7);
  });

  it("is turned as its page says, and so is the frame", async () => {
    const quarter = await placeOfWord(await appendix(90, false));
    expect(quarter).toMatchObject({ turned: -90, landscape: true });
    // A quarter turn clockwise brings the top of the page to the right.
    expect(quarter.across).toBeGreaterThan(0.6);
    const half = await placeOfWord(await appendix(180, false));
    expect(Math.abs(half.turned)).toBe(180);
    expect(half.up).toBeLessThan(0.3);
  });

  it("fills its frame with what it shows when it was cropped", async () => {
    const [whole, cropped] = [await placeOfWord(await appendix(0, false)), await placeOfWord(await appendix(0, true))];
    expect(cropped.landscape).toBe(true);
    expect(whole.landscape).toBe(false);
  });
});

/** The officer's desk in a real browser: what it shows, by keyboard alone, with and without its script. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FileChooser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicCouncil } from "../scripts/access/admit-issued.ts";
import { councilWith, JUNE, makeEdit } from "../scripts/examples/councils.ts";
import { JUNE_MEETING, pageOf } from "../scripts/examples/desks.ts";
import { standInImport } from "../scripts/examples/word-imports.ts";
import { issue } from "../scripts/issue.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { Printer } from "../scripts/printing/printer.ts";
import type { PreviewServer } from "../scripts/serve/preview-server.ts";
import { previewSession } from "../scripts/serve/preview-session.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { axeFaults, htmlFaults, keyboardFaults, overflowFaults } from "./page-checks.ts";

const MEETING = "2026-12-03-childrens-scrutiny";
const PAGES = ["/desk/", `/desk/${MEETING}/`, "/desk/2026-12-14-cabinet/"];
const SCREENS = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

let root: string;
let files: string;
let server: PreviewServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "clear-days-desk-"));
  files = mkdtempSync(join(tmpdir(), "clear-days-word-"));
  for (const folder of ["content", "data"]) cpSync(join(PROJECT, folder), join(root, folder), { recursive: true });
  browser = await startBrowser();
  server = await previewSession({ root, port: 18_500, importWord: standInImport() }, async () => new Printer(), {
    step: () => {},
    built: () => {},
    packPrinted: () => {},
    failed: (what, error) => process.stderr.write(`${what}: ${error}\n`),
  });
  address = server.address.replace(/\/$/, "");
});
afterAll(async () => {
  await server?.close();
  await browser?.close();
  for (const folder of [root, files]) rmSync(folder, { recursive: true, force: true });
});

/** A file as an officer has it on their machine. */
function wordFileOnDisk(name: string, words: string): string {
  const path = join(files, name);
  writeFileSync(path, words);
  return path;
}

async function opened(url: string, screen = { width: 1280, height: 900 }, withScript = true): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(screen);
  await page.setJavaScriptEnabled(withScript);
  await page.goto(address + url, { waitUntil: "load" });
  await page.bringToFront();
  return page;
}

/** What has the focus: its words, or its name in the form. */
const focused = (page: Page) =>
  page.evaluate(
    `(() => { const at = document.activeElement; return at.name ? at.name + " " + (at.value ?? "").slice(0, 20) : (at.textContent ?? "").trim().replace(/\\s+/g, " "); })()`,
  ) as Promise<string>;

/** Presses Tab until what has the focus reads as `wanted`. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`The Tab key reaches nothing that reads ${wanted}`);
}

/** The browser's own dialogue for a file, asked for by key; asked again where the browser was not ready to show it. */
async function chooserOf(page: Page): Promise<FileChooser> {
  for (let tries = 0; ; tries++) {
    const opening = page.waitForFileChooser({ timeout: 5_000 });
    opening.catch(() => {});
    await page.keyboard.press("Space");
    try {
      return await opening;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

/** What the live region of an item says. */
const saidOf = (page: Page, item: string) => () =>
  page.evaluate(`document.getElementById("state-${item}").closest(".item").querySelector(".said").textContent`);
const wordsOf = (page: Page, selector: string) => () =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`) as Promise<string>;

describe("every page of the desk", () => {
  it("is sound HTML, with no script but the desk's own, and no style inside an element", async () => {
    for (const url of PAGES) {
      const html = await (await fetch(address + url)).text();
      expect(await htmlFaults(html), url).toEqual([]);
      expect(
        [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
        url,
      ).toEqual(['<script src="/desk/desk.js" defer>']);
      expect(html, url).not.toMatch(/<style|\sstyle=|\son[a-z]+="/);
    }
  });

  it("links to nothing that is not there", async () => {
    for (const url of PAGES) {
      const html = await (await fetch(address + url)).text();
      for (const [, href = ""] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
        if (href.startsWith("mailto:")) continue;
        const target = new URL(href.replaceAll("&amp;", "&"), address + url);
        const answer = await fetch(target);
        expect(answer.status, `${url} ${href}`).toBe(200);
        if (target.hash && !target.pathname.endsWith(".pdf"))
          expect(await answer.text(), `${url} ${href}`).toContain(`id="${target.hash.slice(1)}"`);
      }
    }
  });

  for (const screen of SCREENS)
    for (const scheme of ["light", "dark"] as const)
      it(`passes axe, fits the screen and makes no error: ${screen.width} px, ${scheme}`, async () => {
        for (const url of PAGES) {
          const page = await browser.newPage();
          const heard: string[] = [];
          page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
          page.on("pageerror", (error) => heard.push(String(error)));
          await page.setViewport(screen);
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await page.goto(address + url, { waitUntil: "load" });
          await page.evaluate(`for (const each of document.querySelectorAll("details")) each.open = true`);
          expect([...(await axeFaults(page)), ...(await overflowFaults(page)), ...heard], url).toEqual([]);
          await page.close();
        }
      });

  it("can be walked through with the keyboard, every stop in order and seen", async () => {
    for (const url of PAGES) {
      const page = await opened(url, { width: 360, height: 740 });
      expect(await keyboardFaults(page), url).toEqual([]);
      await page.close();
    }
  });

  it("is where the preview's home leads", async () => {
    const page = await opened("/");
    await tabTo(page, /^The desk$/);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    expect(await wordsOf(page, "h1")()).toBe("The desk");
    await page.close();
  });
});

describe("a Word file, by keyboard alone", () => {
  it("is chosen, refused with the reason in the live region, decided about, brought in, and on the desk at once", {
    timeout: 120_000,
  }, async () => {
    const page = await opened(`/desk/${MEETING}/`);
    await tabTo(page, /^Bring in a Word file or a PDF for item 6/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^file/);
    const chooser = await chooserOf(page);
    await chooser.accept([wordFileOnDisk("Progress.docx", "TRACKED HEADING")]);
    await tabTo(page, /^report/);
    await page.keyboard.type("progress-from-word");
    await tabTo(page, /^Bring it in$/);
    await page.keyboard.press("Enter");
    await expect.poll(saidOf(page, "recovery-plan"), { timeout: 20_000 }).toContain("was not brought in. 1 problem");
    const answer = wordsOf(page, "#state-recovery-plan ~ details .answer");
    expect(await answer()).toContain("A change is tracked here");
    expect(await answer()).toContain("Progress.docx, paragraph 12");

    await tabTo(page, /^accepted changes/);
    await page.keyboard.press("Space");
    await tabTo(page, /^Bring it in again/);
    await page.keyboard.press("Enter");
    await expect
      .poll(saidOf(page, "recovery-plan"), { timeout: 20_000 })
      .toContain("brought in as progress-from-word.md. 2 questions");
    // The button that was pressed went with the answer before: the reader stands at the new one.
    expect(await focused(page)).toBe("Brought in: Progress.docx");
    expect(await answer()).toContain("If yes: It becomes a heading");

    await tabTo(page, /^yes heading-3/);
    await page.keyboard.press("Space");
    await tabTo(page, /^Bring it in again/);
    await page.keyboard.press("Enter");
    const report = `${address}/meetings/${MEETING}/progress-from-word/`;
    // No item lists it yet: the desk says so in the other column as soon as the preview follows its files.
    await expect
      .poll(wordsOf(page, "#sides-recovery-plan"), { timeout: 30_000 })
      .toContain("Budget monitoring (progress-from-word.md)");
    await expect.poll(async () => (await fetch(report)).status, { timeout: 30_000 }).toBe(200);
    await expect
      .poll(async () => (await fetch(report)).text(), { timeout: 30_000 })
      .toMatch(/<h2[^>]*>.*What it costs/);
    await page.close();
  });

  it("is brought in without a script too, with a page for the answer that is sound", { timeout: 60_000 }, async () => {
    const page = await opened(`/desk/${MEETING}/`, undefined, false);
    const input = await page.$("#file-underlying-issues");
    const details = await page.$("#state-underlying-issues ~ details > summary");
    await details?.click();
    await (input as unknown as { uploadFile: (...paths: string[]) => Promise<void> }).uploadFile(
      wordFileOnDisk("Plain.docx", "HEADING"),
    );
    await page.focus("#name-underlying-issues");
    await page.keyboard.type("plain");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    const html = await page.content();
    expect(html).toContain("Plain.docx was brought in as plain.md. 2 questions, 1 gap to be filled in.");
    expect(html).toContain("Still to be filled in");
    await page.close();
    const shown = await opened(`/desk/${MEETING}/`);
    await shown.setContent(html.replace(/<script[^>]*><\/script>/, ""), { waitUntil: "load" });
    expect(await axeFaults(shown)).toEqual([]);
    await shown.goto(`${address}/desk/${MEETING}/plain/side-by-side`);
    expect(await wordsOf(shown, "h1")()).toBe("Side by side");
    await shown.close();
  });

  it("is chosen by dropping it on its item, and brought in once a name is given and the button pressed", {
    timeout: 60_000,
  }, async () => {
    const page = await opened(`/desk/${MEETING}/`);
    const drop = (selector: string, ...names: string[]) =>
      page.evaluate(`(() => {
        const data = new DataTransfer();
        for (const name of ${JSON.stringify(names)}) data.items.add(new File(["Words."], name));
        const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
        return document.querySelector(${JSON.stringify(selector)}).dispatchEvent(event);
      })()`);
    const saidNow = saidOf(page, "work-programme");
    // One that misses every item does not take the place of the page.
    expect(await drop("h1", "Dropped.docx")).toBe(false);
    expect(await drop("#state-work-programme", "One.docx", "Two.docx")).toBe(false);
    await expect.poll(saidNow).toBe("Drop one file at a time. None was chosen.");
    const shown = (part: string) =>
      page.evaluate(`document.querySelector("#state-work-programme ~ details [data-for=${part}]").checkVisibility()`);
    expect(await drop("#state-work-programme", "Plan.pdf")).toBe(false);
    await expect.poll(saidNow).toContain("Plan.pdf is chosen.");
    expect([await shown("word"), await shown("pdf")]).toEqual([false, true]);
    expect(await drop("#state-work-programme", "Dropped.docx")).toBe(false);
    await expect.poll(saidNow).toContain("Dropped.docx is chosen. Press “Bring it in”");
    expect([await shown("word"), await shown("pdf")]).toEqual([true, false]);
    // Nothing is done before the officer does it: the reader stands in the field for the name.
    expect(await focused(page)).toBe("report ");
    expect((await fetch(`${address}/desk/${MEETING}/`).then((answer) => answer.text())).includes("Dropped.docx")).toBe(
      false,
    );
    await page.keyboard.type("dropped");
    await page.keyboard.press("Enter");
    await expect
      .poll(saidOf(page, "work-programme"), { timeout: 20_000 })
      .toContain("Dropped.docx was brought in as dropped.md");
    await page.close();
  });
});

describe("a draft pack, by keyboard alone", () => {
  it("is printed for a meeting when it is asked for, and the page says when it is there", {
    timeout: 120_000,
  }, async () => {
    const page = await opened(`/desk/${MEETING}/`);
    await page.evaluate(
      `window.heard = []; new MutationObserver(() => heard.push(document.getElementById("news").textContent)).observe(document.getElementById("news"), { childList: true })`,
    );
    await tabTo(page, /^Print the draft pack$/);
    await page.keyboard.press("Enter");
    const heard = () => page.evaluate("window.heard") as Promise<string[]>;
    await expect.poll(heard, { timeout: 90_000 }).toContain("The draft pack is printed.");
    expect((await heard()).find((words) => words)).toBe("The draft pack is asked for.");
    const href = (await page.$eval("#pack a", (link) => link.getAttribute("href"))) ?? "";
    expect((await fetch(address + href)).headers.get("content-type")).toBe("application/pdf");
    await page.close();
  });
});

describe("what the desk says that the public will see", () => {
  it("is what they do see once it is issued, and nothing that it said they would not", {
    timeout: 120_000,
  }, async () => {
    const { root: council, remove } = councilWith();
    const report = (title: string) =>
      `---\ntitle: ${title}\naccess: public\nagendaItem: 2\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nWords.\n`;
    makeEdit(council, { file: `${JUNE}/unlisted.md`, put: report("Unlisted") });
    makeEdit(council, { file: `${JUNE}/faulty.md`, put: report("Faulty").replace("Words.", "[Words](#p9-9)") });
    makeEdit(council, {
      file: `${JUNE}/agenda.md`,
      find: "[progress]",
      put: "[progress, faulty, late], toFollow: Not written.",
    });
    const before = pageOf(council);
    const said = before.items.flatMap(({ seen }) =>
      seen.filter(({ isNew, href }) => isNew && href).map(({ href }) => href),
    );
    const kept = before.items.flatMap(({ notSeen }) => notSeen.map(({ words }) => words));
    const printer = new Printer();
    await issue({ root: council, address: JUNE_MEETING }, printer, () => {});
    await printer.close();
    const read = loadCouncil(council, { drafts: false }).council;
    const meeting = read && publicCouncil(read).meetings.find(({ id }) => id === JUNE_MEETING);
    expect(said).toEqual(meeting?.papers.map(({ id }) => `/meetings/${JUNE_MEETING}/${id}/`));
    expect(said).toEqual([`/meetings/${JUNE_MEETING}/progress/`]);
    expect(kept).toEqual(["Faulty (faulty.md)", "Its papers", "Unlisted (unlisted.md)"]);
    const after = pageOf(council);
    expect(after.items.flatMap(({ seen }) => seen).filter(({ isNew }) => isNew)).toEqual([]);
    remove();
  });
});

/** The members' pack: the public's pages with the public's numbers, the restricted papers beside them, and no way in without the password. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Edit, MARCH } from "../scripts/examples/councils.ts";
import { issue } from "../scripts/issue.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { sha256 } from "../scripts/load/files.ts";
import { type MembersPack, makeMembersPack } from "../scripts/members-pack.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { councilWithRestricted } from "../scripts/restricted/examples.ts";
import { readPack } from "./pack-checks.ts";

const PANEL = "2026-03-02-panel";
const PASSWORD = "marsh ŵyn lantern forty";
const TOKENS = ["Fenbridge", "dearest of three", "1,204,000"];

let browser: Browser;
let printer: Printer;
let council: ReturnType<typeof councilWithRestricted>;
let apart: string;
let made: MembersPack;
beforeAll(async () => {
  browser = await startBrowser();
  printer = new Printer();
  council = councilWithRestricted();
  apart = mkdtempSync(join(tmpdir(), "clear-days-members-"));
  writeFileSync(join(apart, "password.txt"), `${PASSWORD}\n`);
  await issue({ root: council.root, address: PANEL, kind: "agenda" }, printer, () => {});
  made = await make({});
});
afterAll(async () => {
  await browser?.close();
  await printer?.close();
  council?.remove();
  rmSync(apart, { recursive: true, force: true });
});

type Request = Parameters<typeof makeMembersPack>[0];
const make = (more: Partial<Request>, by = printer) =>
  makeMembersPack(
    {
      root: council.root,
      meeting: PANEL,
      restricted: council.restricted,
      passwordFile: join(apart, "password.txt"),
      out: join(apart, "out/panel.pdf"),
      ...more,
    },
    by,
    () => {},
  );

/** Every page's text by its label. */
async function pagesOf(file: string, password?: string): Promise<Map<string, string>> {
  const data = new Uint8Array(readFileSync(file));
  const document = await getDocument({ data, verbosity: 0, ...(password ? { password } : {}) }).promise;
  const labels =
    (await document.getPageLabels()) ?? Array.from({ length: document.numPages }, (_, at) => String(at + 1));
  const pages = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.set(labels[number - 1] ?? "", items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return pages;
}

const record = () => {
  const meeting = loadCouncil(council.root, { drafts: false }).council?.meetings.find(({ id }) => id === PANEL);
  const snapshot = meeting?.issued[0];
  if (!snapshot?.record.pack) throw new Error("The agenda was not issued");
  return { folder: join(council.root, snapshot.folder), pack: snapshot.record.pack };
};

describe("a members' pack", () => {
  it("has every page of the public pack under its own number, word for word", async () => {
    const { folder, pack } = record();
    const own = await pagesOf(made.pdf, PASSWORD);
    const open = await pagesOf(join(folder, pack.file));
    expect(open.size).toBe(pack.lastPage);
    for (const [label, words] of open) expect(own.get(label), `page ${label}`).toBe(words);
  });

  it("numbers restricted pages E1 onward, each marked with its paragraph of Schedule 12A", async () => {
    const own = await pagesOf(made.pdf, PASSWORD);
    const series = [...own.keys()].filter((label) => label.startsWith("E"));
    expect(series).toEqual(Array.from({ length: made.restrictedPages }, (_, at) => `E${at + 1}`));
    for (const label of series) {
      expect(own.get(label)).toMatch(new RegExp(`Page ${label}\\b`));
      // The first pages are the front sheet, which says it in its own words.
      if (own.get(label)?.includes("Members’ pack")) continue;
      expect(own.get(label)).toContain("Exempt: paragraph 3 of Part 1 of Schedule 12A");
    }
    const words = [...own.values()].join(" ");
    for (const token of TOKENS) expect(words).toContain(token);
  });

  it("lists on its front sheet each item with its public and its restricted pages", async () => {
    const own = await pagesOf(made.pdf, PASSWORD);
    expect(own.get("E1")).toMatch(/The inspection.*page 3/);
    expect(own.get("E1")).toMatch(/A contract.*Fenbridge Kitchens, page E2/);
  });

  it("does not open without the password, and holds no word of the papers as it lies", async () => {
    await expect(pagesOf(made.pdf)).rejects.toThrow(/password/i);
    await expect(pagesOf(made.pdf, "marsh wyn lantern forty")).rejects.toThrow(/password/i);
    for (const file of [made.pdf, made.html]) {
      const bytes = readFileSync(file).toString("latin1");
      for (const token of [...TOKENS, "contract", PASSWORD]) expect(bytes).not.toContain(token);
    }
  });

  it("leaves nothing in the council's folder, neither papers nor password nor prints of them", () => {
    const all = filesUnder(council.root).map((file) => readFileSync(file).toString("latin1"));
    for (const token of [...TOKENS, PASSWORD]) expect(all.filter((bytes) => bytes.includes(token))).toEqual([]);
    expect(readdirSync(join(apart, "out")).sort()).toEqual(["panel.html", "panel.pdf"]);
  });

  it("opens in a browser with the same password, asks nothing of any network, and has the same page numbers", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) asked.push(request.url());
    });
    await page.goto(pathToFileURL(made.html).href);
    await page.type("#password", "not the password");
    await page.click("button");
    await page.waitForFunction("/does not open this pack/.test(document.getElementById('answer').textContent)");
    await page.evaluate("document.getElementById('password').value = ''");
    await page.type("#password", PASSWORD);
    await page.click("button");
    await page.waitForSelector("article");
    const text = (await page.evaluate("document.body.textContent")) as string;
    for (const token of TOKENS) expect(text).toContain(token);
    expect(text).toContain("Fenbridge Kitchens, page E2");
    await page.evaluate(readFileSync(join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8"));
    expect(await page.evaluate("axe.run().then((found) => found.violations.map((each) => each.id))")).toEqual([]);
    expect(asked).toEqual([]);
    await page.close();
  });

  it("gives no other bytes of the public pack, which says that the item is not for publication and why", async () => {
    const { folder, pack } = record();
    const { pages } = await readPack(readFileSync(join(folder, pack.file)));
    const words = pages.join(" ");
    for (const token of TOKENS) expect(words).not.toContain(token);
    expect(words).toMatch(/Not for publication: financial or business affairs .*paragraph 3/);
  });
});

describe("a chart in a restricted paper", () => {
  const drawing = (measure: string) =>
    councilWithRestricted({
      file: `${MARCH}/contract.md`,
      find: "Walk away below forty.",
      put: `::: chart ${measure}`,
    });

  it("is drawn", async () => {
    const other = drawing("files-checked");
    await issue({ root: other.root, address: PANEL, kind: "agenda" }, printer, () => {});
    const { pdf } = await make({ root: other.root, restricted: other.restricted, out: join(apart, "chart.pdf") });
    expect([...(await pagesOf(pdf, PASSWORD)).values()].join(" ")).toContain("Files checked");
    other.remove();
  });

  it("is refused, not left out, where there is no such measure", async () => {
    const other = drawing("files-lost");
    await issue({ root: other.root, address: PANEL, kind: "agenda" }, printer, () => {});
    await expect(make({ root: other.root, restricted: other.restricted })).rejects.toThrow("no such measure");
    other.remove();
  });
});

describe("what lies in the restricted folder and goes with no report", () => {
  it("is told to be not in the pack", async () => {
    expect(made.leftOut).toEqual([]);
    council.putRestricted(`${MARCH}/how-they-scored.png`, "a picture that no report shows");
    const again = await make({});
    rmSync(join(council.restricted, MARCH, "how-they-scored.png"));
    expect(again.leftOut).toEqual([`${MARCH}/how-they-scored.png`]);
  });
});

describe("a members' pack is refused", () => {
  const refused = (more: Partial<Request>, words: string | RegExp, by?: Printer) =>
    expect(make(more, by)).rejects.toThrow(words);

  it("inside the council's folder, and inside the repository that holds it", async () => {
    await refused({ out: join(council.root, "pack.pdf") }, "lies inside the council's folder");
    await refused({ out: join(council.root, "_site/deep/pack.pdf") }, "lies inside the council's folder");
    expect(existsSync(join(council.root, "_site"))).toBe(false);
  });

  it("under a name that is no PDF's", () => refused({ out: join(apart, "pack.txt") }, "does not end in .pdf"));

  it("with a password that can be guessed, and without one", async () => {
    writeFileSync(join(apart, "short.txt"), "swordfish\n");
    await refused({ passwordFile: join(apart, "short.txt") }, "can be guessed");
    await refused({ passwordFile: join(apart, "none.txt") }, "There is no password in");
  });

  it("on a browser of another machine", async () => {
    const elsewhere = new Printer({ endpoints: ["ws://chrome.example:9222/devtools/browser/1"] });
    await refused({}, "is on another machine", elsewhere);
  });

  it("for a meeting that is not there, or of which nothing is issued, or that has no restricted paper", async () => {
    await refused({ meeting: "2026-03-02-pannel" }, "Did you mean `2026-03-02-panel`");
    const other = councilWithRestricted();
    await refused({ root: other.root, restricted: other.restricted }, "Nothing is issued for");
    other.remove();
    const empty = mkdtempSync(join(tmpdir(), "clear-days-empty-"));
    await refused({ restricted: empty }, "has no restricted paper for");
    rmSync(empty, { recursive: true });
  });

  it("where a restricted paper stands against a rule, which is told", async () => {
    const other = councilWithRestricted({
      file: `${MARCH}/contract.md`,
      find: "access: exempt",
      put: "access: public",
    } satisfies Edit);
    await issue({ root: other.root, address: PANEL, kind: "agenda" }, printer, () => {});
    await refused({ root: other.root, restricted: other.restricted }, /contract\.md.*error/);
    other.remove();
  });

  it("where the public's pages would not be those that were issued", async () => {
    mkdirSync(join(council.root, "templates/assets"), { recursive: true });
    const css = readFileSync(join(import.meta.dirname, "../templates/assets/pack.css"), "utf8");
    writeFileSync(join(council.root, "templates/assets/pack.css"), `${css}\n.paper h2 { break-before: page; }\n`);
    await refused({}, "does not come out page for page as it was issued");
    rmSync(join(council.root, "templates"), { recursive: true });
  });

  it("where one paragraph alone would stand on another page than it was issued on", async () => {
    const { folder } = record();
    const file = join(folder, "page-map/inspection.json");
    const before = readFileSync(file, "utf8");
    const recordFile = join(folder, "record.json");
    const recordBefore = readFileSync(recordFile, "utf8");
    // Every hash holds, and the map says that the last paragraph ends a page further on than it is printed.
    const map = JSON.parse(before) as { blocks: Record<string, { first: number; last: number }> };
    const last = Object.values(map.blocks).at(-1) as { first: number; last: number };
    last.last += 1;
    const after = JSON.stringify(map);
    writeFileSync(file, after);
    writeFileSync(recordFile, recordBefore.replace(sha256(Buffer.from(before)), sha256(Buffer.from(after))));
    await refused({}, "(`inspection` moves)");
    writeFileSync(file, before);
    writeFileSync(recordFile, recordBefore);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

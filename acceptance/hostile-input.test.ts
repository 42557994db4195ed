import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCouncil } from "../scripts/check/check.ts";
import { makeDraftPack } from "../scripts/draft-pack.ts";
import { councilWith, JUNE, MARCH, makeEdit } from "../scripts/examples/councils.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { type Problem, stops } from "../scripts/model/problem.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { FIELDS, inReport, MARKDOWN, REFUSED, WORDS } from "./hostile-inputs.ts";
import { readPack } from "./pack-checks.ts";
import { inertFaults } from "./page-checks.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";

/** What an officer is told of a council to which something was done. */
function problemsOf(make: (root: string) => void): Problem[] {
  const { root, remove } = councilWith();
  try {
    make(root);
    return checkCouncil(loadCouncil(root, { drafts: true }));
  } finally {
    remove();
    rmSync(`${root}-outside`, { recursive: true, force: true });
  }
}

const told = (problems: readonly Problem[]) =>
  problems.filter(stops).map(({ rule, file, message }) => `${rule} ${file} ${message}`);

describe("at least forty hostile inputs are tried", () => {
  it("each of them once", () => {
    const all = [...MARKDOWN, ...FIELDS, ...REFUSED].map(({ what }) => what);
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set([...MARKDOWN.map(({ text }) => text), ...FIELDS.map(({ what }) => what)]).size).toBe(
      MARKDOWN.length + FIELDS.length,
    );
  });
});

describe("check refuses, in the file where it stands,", () => {
  for (const { what, rule, file, make } of REFUSED)
    it(what, () => {
      const problems = problemsOf(make);
      expect(told(problems).join("\n")).toContain(`${rule} ${file} `);
      for (const { message, mend } of problems) expect(`${message} ${mend}`).not.toMatch(/\bat .*\.ts:\d|node_modules/);
      expect(Object.prototype).not.toHaveProperty("isAdmin");
    });

  for (const { what, text, refusedBy } of MARKDOWN)
    if (refusedBy)
      it(`${what}, in a report`, () => {
        expect(told(problemsOf((root) => makeEdit(root, inReport(text)))).join("\n")).toContain(
          `${refusedBy} ${JUNE}/progress.md `,
        );
      });

  it("pictures from elsewhere on a page that is public at once", () => {
    const pictures = MARKDOWN.filter(({ refusedBy, text }) => refusedBy === "wrong-file" && /evil/i.test(text));
    for (const { text, what } of pictures)
      expect(
        told(
          problemsOf((root) =>
            makeEdit(root, { file: "content/pages/about.md", put: `---\ntitle: x\n---\n${text}\n` }),
          ),
        ),
        what,
      ).toEqual([expect.stringContaining("wrong-file content/pages/about.md")]);
  });

  it("on the command line too, which ends with 1, shows no trace, and lets nothing steer the terminal", () => {
    const { root, remove } = councilWith();
    for (const each of ["fields three thousand deep", "the prototype in JSON"])
      REFUSED.find(({ what }) => what === each)?.make(root);
    makeEdit(root, { file: `${JUNE}/\u001b]0;owned\u0007.md`, put: "---\n\u001b[2J: x\n---\n" });
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(PROJECT, "scripts/start.js"), "check", "--root", root],
      { encoding: "utf8" },
    );
    remove();
    expect(status).toBe(1);
    expect(stdout + stderr).not.toMatch(/\bat .*\.ts:\d|RangeError/);
    expect(stdout).toContain("[U+001B]");
    expect([...stdout].filter((character) => character < " " && character !== "\n")).toEqual([]);
  });
});

describe("what is let through", () => {
  let root: string;
  let remove: () => void;
  let site: BuiltSite;
  let preview: BuiltSite;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ({ root, remove } = councilWith());
    for (const { edit } of FIELDS) makeEdit(root, edit);
    // Each stands on a page that is public at once, as well as in a report.
    const inert = MARKDOWN.filter(({ refusedBy }) => !refusedBy).map(({ text }) => text);
    makeEdit(root, inReport(inert.join("\n\n")));
    makeEdit(root, { file: "content/pages/hostile.md", put: `---\ntitle: Hostile\n---\n${inert.join("\n\n")}\n` });
    expect(told(checkCouncil(loadCouncil(root, { drafts: true })))).toEqual([]);
    site = await builtSite("public", root);
    // What is refused is still shown in a preview, so that an officer can see it.
    const refused = MARKDOWN.filter(({ refusedBy }) => refusedBy).map(({ text }) => text);
    for (const file of ["content/pages/refused.md", "content/members/ben-carr.md", `${MARCH}/minutes.md`]) {
      const before = file.includes("refused") ? "---\ntitle: Refused\n---\n" : readFileSync(join(root, file), "utf8");
      makeEdit(root, { file, put: `${before}\n\n${refused.join("\n\n")}\n` });
    }
    makeEdit(root, inReport(refused.join("\n\n")));
    preview = await builtSite("preview", root);
    browser = await startBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await preview?.close();
    remove?.();
  });

  /** The words of a page, as a browser reads them. */
  const wordsOf = (html: string) =>
    page.evaluate((source) => {
      const document = new DOMParser().parseFromString(source, "text/html");
      return (document.querySelector("body")?.textContent ?? "").replace(/\s+/g, " ");
    }, html);

  it("runs nothing and fetches nothing, on any page of the public site", async () => {
    const faults: string[] = [];
    for (const [url, html] of site.pages)
      for (const fault of await inertFaults(page, html)) faults.push(`${url} ${fault}`);
    expect(faults).toEqual([]);
    expect(site.pages.size).toBeGreaterThan(10);
  });

  it("nor in the preview, where what is refused is shown as well", async () => {
    const faults: string[] = [];
    for (const [url, html] of preview.pages)
      for (const fault of await inertFaults(page, html)) faults.push(`${url} ${fault}`);
    expect(faults).toEqual([]);
  });

  it("stands as it was typed, in every field", async () => {
    for (const { what, page: url } of FIELDS) {
      const wanted = what.includes("method") ? "constructor" : WORDS;
      expect(await wordsOf(preview.pages.get(url) ?? ""), what).toContain(wanted);
    }
  });

  it("stands as it was typed, in a report and on a page", async () => {
    const words = [
      await wordsOf(preview.pages.get("/meetings/2026-06-01-panel/progress/") ?? ""),
      await wordsOf(site.pages.get("/hostile/") ?? ""),
    ];
    for (const { what, stands } of MARKDOWN)
      if (stands) for (const each of words) expect(each.includes(stands), what).toBe(true);
  });

  it("opens without an error or a request that leaves the site", async () => {
    const heard: string[] = [];
    const visit = await browser.newPage();
    visit.on("dialog", (dialog) => {
      heard.push(dialog.message());
      void dialog.dismiss();
    });
    visit.on("pageerror", (error) => heard.push(String(error)));
    visit.on("console", (message) => message.type() === "error" && heard.push(message.text()));
    visit.on("request", (request) => request.url().startsWith(site.address) || heard.push(request.url()));
    for (const url of ["/", "/about/", "/plans/wick-plan/", "/hostile/"])
      await visit.goto(site.address + url, { waitUntil: "load" });
    await visit.close();
    expect(heard).toEqual([]);
  });

  it("is words in the figures as CSV, even where it begins like a formula", async () => {
    const { root: other, remove: removeOther } = councilWith({
      file: "data/plans/wick-plan.json",
      find: '"Files checked"',
      put: '"=HYPERLINK(\\"https://evil.example\\")"',
    });
    const built = await builtSite("preview", other);
    const csv = readFileSync(join(built.folder, "plans/wick-plan/files-checked.csv"), "utf8");
    await built.close();
    removeOther();
    expect(csv.split("\r\n")[1]).toMatch(/^"'=HYPERLINK/);
  });

  it("is words in a pack: its head cannot change the pages, and nothing in it runs", { timeout: 120_000 }, async () => {
    const head = 'x"; } @page { size: 9cm } </style><script>y</script>';
    const { root: other, remove: removeOther } = councilWith(
      { file: `${JUNE}/progress.md`, find: "title: Progress with the plan", put: `title: ${JSON.stringify(head)}` },
      { file: "content/committees/panel.md", find: "Scrutiny Panel", put: JSON.stringify(head) },
    );
    const { file } = await makeDraftPack(
      { root: other, meeting: "2026-06-01-panel" },
      new Printer({ start: async () => browser }),
      () => {},
    );
    const bytes = readFileSync(file);
    const { pages, document } = await readPack(bytes);
    const { view } = await document.getPage(1);
    removeOther();
    // A long head is broken into lines where it will.
    const close = (words: string) => words.replace(/\s/g, "");
    expect(close(pages[2] ?? "")).toContain(close(`Item 2: ${head}`));
    expect(pages[2]).toMatch(/Page 3\s*$/);
    expect(close(pages[2] ?? "")).toContain(close(`${head}, 1 June 2026`));
    expect(view.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(bytes.toString("latin1")).not.toMatch(/\/(JavaScript|Launch|EmbeddedFile)/);
  });
});

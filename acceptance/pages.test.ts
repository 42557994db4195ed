import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPreview } from "../scripts/build.ts";
import { headersFor, pagePolicy } from "../scripts/hosting/security-headers.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { servePreview } from "../scripts/serve/preview-server.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { hasJava, javaIsRequired } from "./java.ts";
import { nuFaults } from "./nu-checker.ts";
import {
  axeFaults,
  htmlFaults,
  inertFaults,
  keyboardFaults,
  linkFaults,
  overflowFaults,
  policyFaults,
} from "./page-checks.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";

const SCREENS = [
  { name: "phone", width: 360, height: 740 },
  { name: "desktop", width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"] as const;

let site: BuiltSite;
let preview: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  site = await builtSite();
  preview = await builtSite("preview");
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await preview?.close();
});

/** Runs `check` over every page and gives each fault with its page. */
async function everyPage(
  check: (url: string, html: string) => Promise<string[]> | string[],
  built = site,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [url, html] of built.pages) for (const fault of await check(url, html)) faults.push(`${url} ${fault}`);
  return faults;
}

describe("every page of the sample", () => {
  it("is there: a page of every kind", () => {
    expect([...site.pages.keys()]).toEqual(
      expect.arrayContaining([
        "/",
        "/404.html",
        "/about/",
        "/accessibility-statement/",
        "/committees/",
        "/committees/cabinet/",
        "/decisions/",
        "/follow-ups/",
        "/inspections/2026-05-safeguarding/",
        "/meetings/",
        "/meetings/2026-07-13-cabinet/",
        "/meetings/2026-07-13-cabinet/inspection-of-safeguarding/",
        "/meetings/2026-07-13-cabinet/minutes/",
        "/members/jo-mbeki/",
        "/plans/recovery-plan/",
      ]),
    );
    expect([...site.anchors.keys()]).toEqual(
      expect.arrayContaining([
        "/sitemap.xml",
        "/meetings/2026-07-13-cabinet/agenda-pack.pdf",
        "/decisions/decisions.csv",
        "/decisions/votes.json",
        "/members/jo-mbeki/record.csv",
        "/plans/recovery-plan/staff-turnover.csv",
      ]),
    );
  });

  it("passes html-validate", async () => {
    expect(await everyPage((_, html) => htmlFaults(html))).toEqual([]);
  });

  // Without Java the checker cannot run; the test says so instead, unless Java is required.
  if (hasJava || javaIsRequired)
    it("passes the Nu checker", () => {
      expect(nuFaults(site.folder)).toEqual([]);
    });
  else process.stderr.write("not run: the Nu checker, which needs Java\n");

  it("links to nothing that is not there, and fetches nothing from elsewhere", async () => {
    expect(await everyPage((url, html) => linkFaults(url, html, site.anchors))).toEqual([]);
  });

  it("links to nothing that is not there in the preview either", async () => {
    const withPack = new Map(preview.anchors).set("/meetings/2026-12-03-childrens-scrutiny/draft-pack.pdf", new Set());
    expect(await everyPage((url, html) => linkFaults(url, html, withPack), preview)).toEqual([]);
  });

  it("says in the preview that it is one, and a draft that it is a draft", () => {
    for (const html of preview.pages.values()) expect(html).toContain("Preview with drafts: not published.");
    for (const html of site.pages.values()) expect(html).not.toContain("Preview with drafts");
    const draft = preview.pages.get("/meetings/2026-12-03-childrens-scrutiny/underlying-issues-and-domestic-abuse/");
    expect(draft).toContain("Draft, not issued");
  });

  it("weighs under 60 KB over the wire with its stylesheet", () => {
    const sheet = /href="(\/assets\/site\.[0-9a-f]{16}\.css)"/.exec(site.pages.get("/") ?? "")?.[1] ?? "";
    const css = gzipSync(readFileSync(join(site.folder, sheet))).length;
    const heavy = [...site.pages].filter(([, html]) => gzipSync(html).length + css > 60_000).map(([url]) => url);
    expect(heavy).toEqual([]);
  });

  for (const screen of SCREENS)
    for (const scheme of SCHEMES)
      it(`passes axe, fits the screen, and makes no error or foreign request: ${screen.name}, ${scheme}`, {
        timeout: 300_000,
      }, async () => {
        const page = await browser.newPage();
        await page.setViewport(screen);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        const heard = listen(page, site.address);
        const faults = await everyPage(async (url) => {
          await page.goto(site.address + url, { waitUntil: "load" });
          return [...(await axeFaults(page)), ...(await overflowFaults(page)), ...heard.splice(0)];
        });
        await page.close();
        expect(faults).toEqual([]);
      });

  it("lets a reader of a plan choose among its actions by keyboard and without a script", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.bringToFront();
    await page.goto(`${site.address}/plans/recovery-plan/`, { waitUntil: "load" });
    const shown = async () => {
      const actions = await page.$$("section.action");
      const seen = await Promise.all(actions.map(async (each) => ((await each.isVisible()) ? each : null)));
      return Promise.all(seen.filter((each) => each !== null).map((each) => each.evaluate((element) => element.id)));
    };
    await expect.poll(shown).toHaveLength(5);
    await page.focus("#show-all");
    await page.keyboard.press("ArrowDown");
    await expect.poll(shown).toEqual(["workforce-plan"]);
    await page.focus("#show-unowned");
    await page.keyboard.press("Space");
    await expect.poll(shown).toEqual(["household-work"]);
    await page.focus("#show-all");
    await page.keyboard.press("Space");
    await expect.poll(shown).toHaveLength(5);
    await page.close();
  });

  it("can be walked through with the keyboard, every stop in order and seen", { timeout: 300_000 }, async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740 });
    const faults = await everyPage(async (url) => {
      await page.goto(site.address + url, { waitUntil: "load" });
      return keyboardFaults(page);
    });
    await page.close();
    expect(faults).toEqual([]);
  });

  it("can be read without a script: there is none, and no style inside an element, and nothing from elsewhere", async () => {
    const page = await browser.newPage();
    const faults = await everyPage((_, html) => inertFaults(page, html));
    await page.close();
    expect(faults).toEqual([]);
  });

  it("reloads in the preview when a file has changed, by the one script that the preview's own policy lets run", async () => {
    const out = mkdtempSync(join(tmpdir(), "clear-days-reload-"));
    await buildPreview({ root: PROJECT, out, liveReload: true }, () => {});
    const server = await servePreview(out, 18_080, () => null);
    const page = await browser.newPage();
    const heard = listen(page, server.address);
    await page.goto(`${server.address}about/`, { waitUntil: "load" });
    await page.evaluate("window.isOld = true");
    const again = page.waitForNavigation({ timeout: 20_000 });
    const knock = setInterval(() => server.reload(["/about/"]), 200);
    page.once("framenavigated", () => clearInterval(knock));
    await again;
    const isOld = await page.evaluate("window.isOld === true");
    await page.close();
    await server.close();
    rmSync(out, { recursive: true, force: true });
    expect(isOld).toBe(false);
    expect(heard.filter((each) => !each.startsWith("failed:"))).toEqual([]);
  });

  it("holds a policy that lets no script run, and only the site's own styles, pictures and fonts in", async () => {
    expect(await everyPage((_, html) => policyFaults(html))).toEqual([]);
  });

  it("is shown with its styles and its font under the headers that hosts are told to send", async () => {
    const page = await browser.newPage();
    const heard = listen(page, site.address);
    const answer = await page.goto(`${site.address}/plans/recovery-plan/`, { waitUntil: "networkidle0" });
    const fonts = await page.evaluate('[...document.fonts].filter((font) => font.status === "loaded").length');
    const line = await page.evaluate('getComputedStyle(document.querySelector(".chart-grid")).stroke');
    await page.close();
    expect(answer?.headers()).toMatchObject(
      Object.fromEntries(Object.entries(headersFor("/")).map(([name, value]) => [name.toLowerCase(), value])),
    );
    expect(fonts).toBeGreaterThan(0);
    expect(line).toMatch(/^rgb\(213, 216, 211\)$/);
    expect(heard).toEqual([]);
  });
});

/** Errors that the page prints, and requests that leave the site, as they come. */
function listen(page: Page, address: string): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") heard.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`error: ${String(error)}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:"))
      heard.push(`request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => heard.push(`failed: ${request.url()}`));
  return heard;
}

describe("each check of pages finds the fault it is for", () => {
  const planted = (body: string, head = "") =>
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Planted</title>${head}</head><body><main><h1>Planted</h1>${body}</main></body></html>`;
  const open = async (html: string, width = 1280) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 740 });
    await page.setContent(html);
    return page;
  };

  it("html-validate: a heading level that is skipped", async () => {
    expect((await htmlFaults(planted("<h4>Low</h4>"))).join()).toContain("heading-level");
  });

  if (hasJava || javaIsRequired)
    it("the Nu checker: an element that does not exist", () => {
      const folder = mkdtempSync(join(tmpdir(), "clear-days-planted-"));
      writeFileSync(join(folder, "planted.html"), planted("<crown>No</crown>"));
      expect(nuFaults(folder).join()).toContain("crown");
    });

  it("links: a page, and an anchor, that are not there; an image from elsewhere", () => {
    const anchors = new Map([["/", new Set(["here"])]]);
    const html = planted(
      '<a href="/gone/">x</a><a href="/#there">y</a><a href="#here">z</a><img alt="" src="https://elsewhere.example/a.png">',
    );
    expect(linkFaults("/", html, anchors)).toEqual([
      "/gone/ leads nowhere",
      "/#there leads to no place on its page",
      "https://elsewhere.example/a.png is fetched from elsewhere",
    ]);
  });

  it("what could run: a script, a handler, a style, an address that is code, a picture from elsewhere", async () => {
    const page = await browser.newPage();
    const faults = async (body: string) => (await inertFaults(page, planted(body))).join();
    expect(await faults("<script>x</script>")).toContain("<script> stands in the page");
    expect(await faults("<style>p { color: red }</style>")).toContain("<style> stands in the page");
    expect(await faults('<p onclick="x">x</p>')).toContain("<p> has onclick");
    expect(await faults('<svg><path style="fill:red"/></svg>')).toContain("<path> has style");
    expect(await faults('<a href="java&#9;script:x">x</a>')).toContain("<a> leads to");
    expect(await faults('<a href="data:text/html,x">x</a>')).toContain("<a> leads to");
    expect(await faults('<img alt="" src="//elsewhere.example/a.png">')).toContain("<img> fetches");
    expect(await faults('<a href="/about/">x</a><a href="mailto:a@b.example">x</a><img alt="" src="a.png">')).toBe("");
    await page.close();
  });

  it("the policy: one that lets a style inside an element in, and none at all", () => {
    const policy = (words: string) => planted("", `<meta http-equiv="Content-Security-Policy" content="${words}">`);
    expect(policyFaults(planted("")).join()).toContain("does not say script-src");
    expect(
      policyFaults(policy(`${pagePolicy(false).replace("style-src", "style-src 'unsafe-inline'")}`)).join(),
    ).toContain("the policy is open");
    expect(policyFaults(policy(pagePolicy(true))).join()).toContain("does not say script-src 'none'");
    expect(policyFaults(policy(pagePolicy(false)))).toEqual([]);
  });

  it("errors: a script that the policy refuses to run", async () => {
    const page = await browser.newPage();
    const heard = listen(page, site.address);
    await page.goto(`${site.address}/about/`);
    await page.evaluate('document.body.append(Object.assign(document.createElement("script"), { text: "x" }))');
    await page.evaluate('document.body.setAttribute("style", "color: red")');
    expect(heard.join()).toMatch(/Content Security Policy/);
    await page.close();
  });

  it("axe: grey on grey", async () => {
    const page = await open(planted('<p style="color:#aaa;background:#bbb">Faint</p>'));
    expect((await axeFaults(page)).join()).toContain("color-contrast");
    await page.close();
  });

  it("the screen: a table that is too wide for a phone and has no frame", async () => {
    const page = await open(planted('<table style="width:900px"><tr><td>Wide</td></tr></table>'), 360);
    expect((await overflowFaults(page)).join()).toContain("wider than the screen");
    await page.close();
  });

  it("the keyboard: a link that takes focus out of turn, and one that does not show it", async () => {
    const page = await open(planted('<a href="#a">one</a><a href="#b" tabindex="-1">two</a><a href="#c">three</a>'));
    expect((await keyboardFaults(page)).join()).toContain("out of order");
    await page.setContent(planted('<a href="#a" style="outline:none">one</a>'));
    expect((await keyboardFaults(page)).join()).toContain("shows no focus");
    await page.close();
  });

  it("requests and errors: an image from elsewhere", async () => {
    const page = await browser.newPage();
    const heard = listen(page, site.address);
    await page.goto(`${site.address}/about/`);
    await page.setContent(planted('<img alt="" src="http://127.0.0.1:9/x.png">')).catch(() => {});
    expect(heard.join()).toMatch(/request: http:\/\/127\.0\.0\.1:9|console:/);
    await page.close();
  });
});

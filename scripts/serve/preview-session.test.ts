import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Built } from "../build.ts";
import { councilWith, JUNE, makeEdit } from "../examples/councils.ts";
import { Refusal } from "../model/refusal.ts";
import type { PreviewServer } from "./preview-server.ts";
import { previewSession } from "./preview-session.ts";

const REPORT = "/meetings/2026-06-01-panel/progress/";

// Every test builds several times, and other tests build beside it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let remove: () => void;
let server: PreviewServer;
let builds: Built[];
let failures: string[];
let news: { pages: string[] | null; total: number }[];
let stop: AbortController;

beforeEach(async () => {
  ({ root, remove } = councilWith());
  builds = [];
  failures = [];
  news = [];
  stop = new AbortController();
  server = await previewSession(
    { root, port: 18_600 },
    async () => {
      throw new Refusal("There is no browser here.");
    },
    {
      step: () => {},
      built: (built) => builds.push(built),
      packPrinted: () => {},
      failed: (what, error) => what.includes("draft pack") || failures.push(`${what}: ${error}`),
    },
  );
  void listen();
});
afterEach(async () => {
  stop.abort();
  await server.close();
  remove();
});

/** Hears what open pages hear. */
async function listen(): Promise<void> {
  const answer = await fetch(`${server.address}assets/live-reload`, { signal: stop.signal });
  try {
    for await (const chunk of answer.body ?? [])
      for (const [, data = ""] of Buffer.from(chunk)
        .toString("utf8")
        .matchAll(/^data: (\{.*)$/gm))
        news.push(JSON.parse(data));
  } catch {
    // The session is over.
  }
}
const page = async (url: string) => (await fetch(server.address.slice(0, -1) + url)).text();
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const edit = (file: string, find: string, put: string) => makeEdit(root, { file, find, put });
const shows = (url: string, words: string) => expect.poll(() => page(url), { timeout: 25_000 }).toContain(words);

describe("an edit while the preview runs", () => {
  it("is in its page, and news of it goes to its page and not to others", async () => {
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRAEDITED");
    await shows(REPORT, "ZEBRAEDITED");
    await expect.poll(() => news.length).toBe(1);
    expect(news[0]?.pages).toContain(REPORT);
    expect(news[0]?.pages).not.toContain("/about/");
  });

  it("of 500 files at once makes one build or two, and the last state is shown", { timeout: 90_000 }, async () => {
    const before = builds.length;
    for (let at = 0; at < 500; at++) {
      makeEdit(root, {
        file: `content/pages/page-${at}.md`,
        put: `---\ntitle: Page ${at}\nsummary: Words.\n---\nFIRST.\n`,
      });
      if (at % 25 === 0) await later(10);
    }
    await shows("/page-499/", "FIRST");
    const made = builds.length - before;
    expect(made).toBeLessThanOrEqual(2);
    for (let at = 0; at < 500; at++) {
      edit(`content/pages/page-${at}.md`, "FIRST", "SECOND");
      if (at % 25 === 0) await later(10);
    }
    await shows("/page-499/", "SECOND");
    await later(400);
    expect(builds.length - before - made).toBeLessThanOrEqual(2);
    for (const at of [0, 250, 498]) expect(await page(`/page-${at}/`)).toContain("SECOND");
    expect(failures).toEqual([]);
  });

  it("that takes a meeting's folder away and brings it again, as a checkout does, ends nothing", async () => {
    const aside = join(root, "aside");
    renameSync(join(root, JUNE), aside);
    await expect
      .poll(async () => (await fetch(`${server.address.slice(0, -1)}${REPORT}`)).status, { timeout: 25_000 })
      .toBe(404);
    mkdirSync(join(root, JUNE));
    for (const name of readdirSync(aside)) {
      writeFileSync(join(root, JUNE, name), "");
      await later(20);
      rmSync(join(root, JUNE, name));
      renameSync(join(aside, name), join(root, JUNE, name));
    }
    await shows(REPORT, "ZEBRADRAFT");
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRAAGAIN");
    await shows(REPORT, "ZEBRAAGAIN");
    expect(failures).toEqual([]);
  });
});

describe("what a build leaves for another day", () => {
  const memory = () => {
    const kept = join(root, ".cleardays/kept");
    return join(kept, readdirSync(kept)[0] ?? "", "memory");
  };

  it("is written down when there was no save for a while", async () => {
    await vi.waitFor(() => expect(existsSync(memory())).toBe(true), { timeout: 10_000, interval: 50 });
    const before = readFileSync(memory());
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRAKEPT");
    await vi.waitFor(() => expect(readFileSync(memory()).equals(before)).toBe(false), {
      timeout: 10_000,
      interval: 50,
    });
  });

  it("is written down when the preview is ended before that", async () => {
    await vi.waitFor(() => expect(existsSync(memory())).toBe(true), { timeout: 10_000, interval: 50 });
    const before = readFileSync(memory());
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRAENDED");
    await shows(REPORT, "ZEBRAENDED");
    expect(readFileSync(memory()).equals(before)).toBe(true);
    stop.abort();
    await server.close();
    expect(readFileSync(memory()).equals(before)).toBe(false);
  });

  it("ends nothing where it cannot be written down, and is told", async () => {
    await vi.waitFor(() => expect(existsSync(memory())).toBe(true), { timeout: 10_000, interval: 50 });
    rmSync(memory());
    mkdirSync(join(memory(), "in the way"), { recursive: true });
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRAUNKEPT");
    await vi.waitFor(() => expect(failures.join()).toContain("the next start will take longer"), {
      timeout: 10_000,
      interval: 50,
    });
    expect(await (await fetch(server.address + REPORT.slice(1))).text()).toContain("ZEBRAUNKEPT");
    rmSync(memory(), { recursive: true });
  });
});

describe("a mistake while the preview runs", () => {
  it("in a paper's words is told on its page, before the paragraph that it concerns, and goes when it is mended", async () => {
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRADRAFT [words](#p9-9)");
    await shows(REPORT, "in the files of this page");
    const html = await page(REPORT);
    const note = html.indexOf('<div class="problem-here" role="note"');
    expect(note).toBeGreaterThan(0);
    expect(html.indexOf("ZEBRADRAFT")).toBeGreaterThan(note);
    expect(html.slice(note, html.indexOf("ZEBRADRAFT")).match(/<p class="para"/g)).toHaveLength(1);
    expect(await page("/about/")).not.toContain("problems-here");
    await expect.poll(() => news.at(-1)?.pages).toContain(REPORT);
    edit(`${JUNE}/progress.md`, " [words](#p9-9)", "");
    await expect.poll(() => page(REPORT), { timeout: 25_000 }).not.toContain("problems-here");
  });

  it("in front matter leaves the page as it was, with what is wrong; one never seen says why it is not there", async () => {
    await page(REPORT);
    edit(`${JUNE}/progress.md`, "title:", "title: <b>Bold</b>\ntitle:");
    await shows(REPORT, "this page cannot be made");
    const html = await page(REPORT);
    expect(html).toContain("ZEBRADRAFT");
    expect(html).toContain("progress.md, line");
    expect(await page("/meetings/2026-06-01-panel/")).toContain("progress.md, line");
    edit(`${JUNE}/progress.md`, "title: <b>Bold</b>\n", "");
    await expect.poll(() => page(REPORT), { timeout: 25_000 }).not.toContain("problems-here");

    makeEdit(root, { file: `${JUNE}/new.md`, put: "---\ntitle: [\n---\n" });
    await shows("/meetings/2026-06-01-panel/new/", "It is made as soon as that is put right");
  });

  it("shows officers' words as text", async () => {
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRADRAFT [words](<#p9-<img-src=x>>)");
    await expect.poll(() => news.length, { timeout: 25_000 }).toBeGreaterThan(0);
    edit(`${JUNE}/progress.md`, "agendaItem: 2", 'agendaItem: "<img src=x>"');
    await shows("/meetings/2026-06-01-panel/", "problems-here");
    for (const url of [REPORT, "/meetings/2026-06-01-panel/"]) expect(await page(url)).not.toContain("<img src=x>");
  });

  it("in a template of the council's own is told on every page and the terminal; the next save builds again", async () => {
    makeEdit(root, {
      file: "templates/pages/report.njk",
      put: "{% extends 'layouts/page.njk' %}{% block content %}{% if %}{% endblock %}",
    });
    await shows(REPORT, "The preview could not be built again");
    const html = await page(REPORT);
    expect(html).toContain("ZEBRADRAFT");
    expect(html).toMatch(/templates\/pages\/report\.njk, line 1, character \d+: This template of the council/);
    expect(failures).toHaveLength(1);
    expect(news.at(-1)?.pages).toBe(null);
    edit(`${JUNE}/progress.md`, "ZEBRADRAFT", "ZEBRALATER");
    await expect.poll(() => failures.length, { timeout: 25_000 }).toBe(2);
    makeEdit(root, { file: "templates/pages/report.njk", put: null });
    await shows(REPORT, "ZEBRALATER");
    expect(await page(REPORT)).not.toContain("could not be built");
  });

  it("in the council's own file leaves what was there, and says so", async () => {
    const settings = readFileSync(join(root, "data/council.json"), "utf8");
    writeFileSync(join(root, "data/council.json"), settings.slice(0, 40));
    await shows("/", "in the files of this page");
    expect(await page(REPORT)).toContain("ZEBRADRAFT");
    writeFileSync(join(root, "data/council.json"), settings);
    await expect.poll(() => page("/"), { timeout: 25_000 }).not.toContain("problems-here");
    expect(failures).toEqual([]);
  });
});

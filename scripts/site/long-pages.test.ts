/** Pages of lists stay short however many meetings there were, and everything is still reached from them. */
import { describe, expect, it } from "vitest";
import type { PublicMeeting } from "../access/public-council.ts";
import { AllThere } from "../asking/around.ts";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { manyMeetings } from "../examples/many-meetings.ts";
import { meetingAt, siteOf } from "../examples/sites.ts";
import { makeEnvironment } from "../templating/environment.ts";
import { filesOf, shownOf, viewsOf } from "./all-pages.ts";
import { followUpHref } from "./facts/answered.ts";
import { layoutData } from "./layout-data.ts";
import type { PageView } from "./page-kind.ts";
import { PAGE_KINDS } from "./page-kinds.ts";
import { Site } from "./site.ts";

const good = siteOf();
const march = meetingAt(good, 0);
const environment = makeEnvironment(GOOD_COUNCIL);
environment.addGlobal("asset", (name: string) => `/assets/${name}`);

function siteWithMany(years: number, perYear: number): Site {
  return new Site({ ...good.council, meetings: manyMeetings(march, years, perYear) }, (name, data) =>
    environment.render(`components/${name}/template.njk`, data),
  );
}

/** Pages of the council, without those of each meeting, with their HTML by address. */
function councilPages(site: Site): Map<string, string> {
  const views: { template: string; view: PageView }[] = PAGE_KINDS.filter((kind) => kind.per === "council").flatMap(
    (kind) => shownOf(kind, site).map((view) => ({ template: kind.template, view })),
  );
  const layout = layoutData(site, {});
  return new Map(
    views.map(({ template, view }) => [view.url, environment.render(`pages/${template}.njk`, { ...layout, view })]),
  );
}

const small = siteWithMany(10, 60);
const big = siteWithMany(40, 60);
const [fewer, more] = [councilPages(small), councilPages(big)];
/** An address with its year and month taken out, so that pages of one kind can be told. */
const kindOf = (url: string) => url.replace(/\/(19|20)\d\d\/(\d\d\/)?/, "/<when>/");
const KB = 1000;

describe("no page grows without bound", () => {
  it("four times as many meetings make more pages, and none of a kind much longer than the longest before", () => {
    expect(more.size).toBeGreaterThan(fewer.size * 2);
    const longest = (pages: ReadonlyMap<string, string>) => {
      const found = new Map<string, number>();
      for (const [url, html] of pages) found.set(kindOf(url), Math.max(found.get(kindOf(url)) ?? 0, html.length));
      return found;
    };
    const before = longest(fewer);
    // Thirty more years are thirty more links, of under 120 characters each.
    const grown = [...longest(more)].filter(([kind, length]) => length > (before.get(kind) ?? 40 * KB) + 30 * 120);
    expect(grown).toEqual([]);
  });

  it("none is longer than 150 KB", () => {
    const long = [...more].filter(([, html]) => html.length > 150 * KB).map(([url, html]) => `${url} ${html.length}`);
    expect(long).toEqual([]);
  });

  it("the home page stays under 60 KB with 4,000 meetings of 12 papers each", () => {
    const papers = Array.from({ length: 12 }, (_, at) => ({ ...march.papers[0], id: `paper-${at}` }));
    const full = { ...march, papers } as typeof march;
    const site = new Site({ ...good.council, meetings: manyMeetings(full, 20, 200) }, () => "");
    const [home] = PAGE_KINDS.filter(({ template }) => template === "home").flatMap((kind) => viewsOf(kind, site));
    const html = environment.render("pages/home.njk", { ...layoutData(site, {}), view: home });
    expect(html.length).toBeLessThan(60 * KB);
    expect(home).toMatchObject({ latest: { length: 5 }, decided: { length: 3 } });
  });

  it("the facts of a meeting are small, since they are read of all of them", () => {
    const bytes = new Map<string, number>();
    const meetings = manyMeetings(march, 2, 60);
    const all = new AllThere<Site, PublicMeeting>(meetings);
    const site = new Site(good.council, () => "", {
      meeting: (id) => meetings.find((meeting) => meeting.id === id) ?? null,
      answers: {
        every: (fact) => {
          const found = all.every(fact);
          bytes.set(fact.name, JSON.stringify(found.map(({ value }) => value)).length / found.length);
          return found;
        },
        ask: (around, question, about) => all.ask(around, question, about),
        shared: (around, shared) => all.shared(around, shared),
      },
    });
    for (const kind of PAGE_KINDS)
      if (kind.per === "council") for (const part of kind.parts(site).slice(0, 2)) kind.pages(site, part);
    expect(bytes.size).toBeGreaterThan(5);
    expect([...bytes].filter(([, each]) => each > 2 * KB)).toEqual([]);
  });
});

describe("what is not on the first page", () => {
  const linksOf = (html = "") =>
    [...html.matchAll(/ href="([^"#]*)(#[^"]*)?"/g)].map(([, url = "", anchor]) => ({ url, anchor }));

  it("is of other years: the calendar has what was held in the latest, up to 120 meetings", () => {
    const held = linksOf(more.get("/meetings/")).filter(({ url }) => /^\/meetings\/\d{4}-/.test(url));
    expect(held).toHaveLength(60);
    expect(held.every(({ url }) => url.startsWith("/meetings/2025-"))).toBe(true);
  });

  it("is reached from it: every meeting from the calendar by its year, and from its committee", () => {
    const reachedFrom = (start: string) => {
      const pages = [start, ...linksOf(more.get(start)).map(({ url }) => url)].filter((url) => url.startsWith(start));
      return new Set(pages.flatMap((url) => linksOf(more.get(url)).map((link) => link.url)));
    };
    const meetings = big.meetingIds().map((id) => `/meetings/${id}/`);
    for (const start of ["/meetings/", "/committees/panel/"]) {
      const reached = reachedFrom(start);
      expect(meetings.filter((url) => !reached.has(url))).toEqual([]);
    }
  });

  it("has its place where links to it lead: no link to a list is dead, nor the place on it", () => {
    const ids = new Map(
      [...more].map(([url, html]) => [url, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => `#${id}`))]),
    );
    const files = new Set(
      PAGE_KINDS.filter((kind) => kind.per === "council").flatMap((kind) => filesOf(kind, big).map(({ url }) => url)),
    );
    const dead = [...more].flatMap(([from, html]) =>
      linksOf(html)
        .map(({ url, anchor }) => ({ url: url || from, anchor }))
        .filter(({ url }) => /^\/(meetings\/(\d{4}\/)?$|committees|decisions|follow-ups|members|feed)/.test(url))
        .filter(({ url, anchor }) => (anchor ? !ids.get(url)?.has(anchor) : !more.has(url) && !files.has(url)))
        .map(({ url, anchor = "" }) => `${from} to ${url}${anchor}`),
    );
    expect(dead).toEqual([]);
  });

  it("is where its address says: every follow-up stands on the page that links to it lead to", () => {
    const places = big.meetingIds().map((_, at) => followUpHref(big, `asked-${at}`).split("#"));
    expect(new Set(places.map(([url]) => url)).size).toBeGreaterThan(30);
    const lost = places.filter(([url = "", id]) => !more.get(url)?.includes(` id="${id}"`));
    expect(lost).toEqual([]);
  });

  it("is named once: no page has an id twice, and every follow-up stands on one page of the council's", () => {
    const twice = [...more].filter(([, html]) => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      return new Set(ids).size < ids.length;
    });
    expect(twice.map(([url]) => url)).toEqual([]);
    const places = [...more]
      .filter(([url]) => url.startsWith("/follow-ups/") && !url.startsWith("/follow-ups/panel/"))
      .flatMap(([, html]) => [...html.matchAll(/\sid="(asked-\d+)"/g)].map(([, id]) => id));
    expect(places.length).toBe(2400);
    expect(new Set(places).size).toBe(2400);
  });

  it("is not cut where there is little: a council of one year has no page of a year but its latest", () => {
    const pages = councilPages(siteWithMany(1, 10));
    expect([...pages.keys()].filter((url) => /\/\d{4}\//.test(url))).toEqual([]);
  });
});

describe("a year of the register that is long", () => {
  it("has totals by month and body, a page for each month, and its tables whole", () => {
    const long = siteWithMany(1, 200);
    const [register] = PAGE_KINDS.filter(({ template }) => template === "decisions");
    const views = register ? viewsOf(register, long) : [];
    expect(views.map(({ url }) => url).slice(0, 3)).toEqual([
      "/decisions/",
      "/decisions/2025/12/",
      "/decisions/2025/11/",
    ]);
    expect(views[0]).toMatchObject({
      totals: { bodies: [{ name: "Scrutiny Panel", meetings: 200, put: 200, resolutions: 400 }] },
      months: [{ id: "2025-12" }],
    });
    const csv = register ? filesOf(register, long).find(({ url }) => url === "/decisions/decisions.csv") : undefined;
    expect(csv?.content?.trimEnd().split("\r\n")).toHaveLength(401);
  });
});

describe("the data of follow-ups", () => {
  it("is one table up to 2,000 rows, and above that a table for each year beside what is open and latest", () => {
    const [kind] = PAGE_KINDS.filter(({ template }) => template === "follow-ups");
    const tables = (site: Site) =>
      new Map(
        (kind ? filesOf(kind, site) : [])
          .filter(({ url }) => url.endsWith(".csv"))
          .map(({ url, content = "" }) => [url, content.trimEnd().split("\r\n").slice(1)]),
      );
    expect([...tables(small)].map(([url, rows]) => [url, rows.length])).toEqual([["/follow-ups/follow-ups.csv", 600]]);
    const split = tables(big);
    expect(split.size).toBe(41);
    const ids = new Set([...split.values()].flat().map((row) => row.split(",")[0]));
    expect(ids.size).toBe(2400);
  });
});

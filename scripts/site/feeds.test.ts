/** The feeds are well-formed Atom, with what a reader of feeds asks for, and have no more than the latest. */
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { manyMeetings } from "../examples/many-meetings.ts";
import { meetingAt, siteOf } from "../examples/sites.ts";
import { withOffset } from "../model/civil.ts";
import { makeEnvironment } from "../templating/environment.ts";
import { feedFiles, feedOf } from "./feeds.ts";
import { Site } from "./site.ts";
import { sitemaps } from "./sitemap.ts";

const good = siteOf();
const environment = makeEnvironment(GOOD_COUNCIL);
const panel = { id: "panel", name: "Scrutiny Panel" };

function siteWith(years: number, more: object = {}): Site {
  const meetings = manyMeetings(meetingAt(good, 0), years, 40);
  return new Site({ ...good.council, meetings, ...more }, (name, data) =>
    environment.render(`components/${name}/template.njk`, data),
  );
}

/** Every element of a document with its words, in order: throws for what is not well-formed. */
function elements(xml = ""): { name: string; words: string; attributes: Record<string, string> }[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: { name: string; words: string; attributes: Record<string, string> }[] = [];
  const open: typeof found = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element = { name: `{${tag.uri}}${tag.local}`, words: "", attributes };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const last = open.at(-1);
    if (last) last.words += words;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

const ATOM = "{http://www.w3.org/2005/Atom}";
const of = (xml: string | undefined, name: string) => elements(xml).filter((each) => each.name === `${ATOM}${name}`);

describe("the feed of what was issued", () => {
  const [file] = feedFiles(siteWith(2));

  it("is well-formed, and has what Atom wants of a feed and of each entry", () => {
    expect(file?.url).toBe("/feed.xml");
    const names = elements(file?.content).map(({ name }) => name.replace(ATOM, ""));
    expect(names.slice(0, 8)).toEqual(["feed", "id", "title", "updated", "author", "name", "link", "link"]);
    expect(names.slice(8)).toEqual(
      Array.from({ length: 50 }, () => ["entry", "id", "title", "updated", "link", "summary"]).flat(),
    );
  });

  it("has the latest 50 acts, newest first, each under the address of its record, which no other has", () => {
    const ids = of(file?.content, "id").map(({ words }) => words);
    expect(ids[0]).toBe("https://papers.littlewick.example/feed.xml");
    expect(ids[1]).toMatch(/^https:\/\/papers\.littlewick\.example\/meetings\/2025-12-\d\d-panel-2\/record\/2\.json$/);
    expect(new Set(ids).size).toBe(51);
    const updated = of(file?.content, "updated").map(({ words }) => words);
    expect(updated[0]).toBe(updated[1]);
    expect(updated.slice(1)).toEqual(updated.slice(1).sort().reverse());
    expect(updated.every((each) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/.test(each))).toBe(true);
  });

  it("escapes what officers wrote", () => {
    const committee = { ...meetingAt(good, 0).committee, name: "Roads & <b>Rights</b>" };
    const meetings = manyMeetings({ ...meetingAt(good, 0), committee }, 1, 3);
    const site = new Site({ ...good.council, meetings }, (name, data) =>
      environment.render(`components/${name}/template.njk`, data),
    );
    const [feed] = feedFiles(site);
    expect(feed?.content).toContain("Roads &amp; &lt;b&gt;");
    expect(of(feed?.content, "title")[1]?.words).toContain("Roads & <b>Rights</b>");
  });

  it("is of one committee at its own address, and of one with nothing issued there is none", () => {
    const site = siteWith(1);
    expect(feedFiles(site, panel).map(({ url }) => url)).toEqual(["/committees/panel/feed.xml"]);
    expect(feedOf(site, { id: "cabinet", name: "Cabinet" })).toBeNull();
    expect(feedFiles(site, { id: "cabinet", name: "Cabinet" })).toEqual([]);
  });

  it("has of two meetings that something was issued for at one time the one whose name comes last first", () => {
    const march = meetingAt(good, 0);
    const [act] = manyMeetings(march, 1, 1)[0]?.acts ?? [];
    const meetings = ["a", "b", "c"].map((id) => ({ ...march, id, acts: act ? [act] : [] }));
    const site = new Site({ ...good.council, meetings }, (_, { entries }: { entries?: { href: string }[] }) =>
      (entries ?? []).map(({ href }) => href.replace(/^.*meetings/, "")).join(" "),
    );
    expect(feedFiles(site)[0]?.content).toBe("/c/ /b/ /a/");
  });

  it("is not there while the settings do not say where the site stands", () => {
    const site = siteWith(1, { settings: { ...good.council.settings, website: undefined } });
    expect([feedOf(site), ...feedFiles(site)]).toEqual([null]);
  });
});

describe("a time on the council's clock", () => {
  it("has the offset of its day, in summer and in winter, and on the days between", () => {
    const london = (moment: string) => withOffset(moment, "Europe/London");
    expect(london("2026-07-01T16:50")).toBe("2026-07-01T16:50:00+01:00");
    expect(london("2026-12-01T16:50")).toBe("2026-12-01T16:50:00+00:00");
    expect(london("2026-03-29T00:30")).toBe("2026-03-29T00:30:00+00:00");
    expect(london("2026-03-29T02:30")).toBe("2026-03-29T02:30:00+01:00");
    expect(london("2026-10-25T00:30")).toBe("2026-10-25T00:30:00+01:00");
    expect(london("2026-10-25T03:00")).toBe("2026-10-25T03:00:00+00:00");
    expect(withOffset("2026-01-01T09:00", "America/St_Johns")).toBe("2026-01-01T09:00:00-03:30");
  });
});

describe("the sitemap", () => {
  it("is an index of a sitemap for each year of meetings and one for the rest, with every page once", () => {
    const urls = [
      "/",
      "/meetings/",
      "/meetings/2015/",
      "/meetings/2015-03-02-panel/",
      "/meetings/2016-03-02-panel/minutes/",
      "/404.html",
    ];
    const files = sitemaps("https://council.example/", urls);
    expect(files.map(({ url }) => url)).toEqual([
      "/sitemap.xml",
      "/sitemap-2015.xml",
      "/sitemap-2016.xml",
      "/sitemap-council.xml",
    ]);
    const found = (content = "") =>
      elements(content)
        .filter(({ name }) => name.endsWith("}loc"))
        .map(({ words }) => words);
    expect(found(files[0]?.content)).toEqual(files.slice(1).map(({ url }) => `https://council.example${url}`));
    expect(
      files
        .slice(1)
        .flatMap(({ content }) => found(content))
        .sort(),
    ).toEqual(
      urls
        .slice(0, 5)
        .map((url) => `https://council.example${url}`)
        .sort(),
    );
  });

  it("gives a year with more than 50,000 pages a second sitemap", () => {
    const urls = Array.from({ length: 50_001 }, (_, at) => `/meetings/2015-03-02-panel/report-${at}/`);
    const files = sitemaps(null, urls);
    expect(files.map(({ url }) => url)).toEqual(["/sitemap.xml", "/sitemap-2015-2.xml", "/sitemap-2015.xml"]);
  });
});

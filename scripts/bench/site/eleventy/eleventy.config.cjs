/** The configuration of the plain Eleventy site that ours is timed beside: one Markdown template a paper, Nunjucks layouts. */
const { join } = require("node:path");
const MarkdownIt = require("markdown-it");
const footnotes = require("markdown-it-footnote");
const { Environment, FileSystemLoader } = require("nunjucks");

const MONTHS = "January February March April May June July August September October November December".split(" ");
const TODAY = "2026-11-21";

/** Things of a list by a name, made once for a list. */
function index(nameOf) {
  const made = new WeakMap();
  return (list, name) => {
    if (!made.has(list)) made.set(list, new Map(list.map((each) => [nameOf(each.data), each])));
    return made.get(list).get(name);
  };
}

const reportBy = index((data) => `${data.meeting}/${data.paper}`);
const minutesBy = index((data) => data.meeting);

function byYear(pages) {
  const years = new Map();
  for (const page of pages) {
    const year = page.data.day.slice(0, 4);
    if (!years.has(year)) years.set(year, []);
    years.get(year).push(page);
  }
  return [...years].map(([year, all]) => ({ year, pages: all }));
}

/** Sections with their numbers as addresses, so that a page can lead to them. */
function sectionAddresses(markdown) {
  markdown.core.ruler.push("section_addresses", (state) => {
    let section = 0;
    for (const token of state.tokens)
      if (token.type === "heading_open" && token.tag === "h2") token.attrSet("id", `s${++section}`);
  });
}

/** The papers of a meeting before and after one. */
function onward(reports, meeting, order) {
  if (!onward.made.has(reports)) {
    const byMeeting = new Map();
    for (const { url, data } of reports) {
      if (!byMeeting.has(data.meeting)) byMeeting.set(data.meeting, []);
      byMeeting.get(data.meeting)[data.order] = { url, title: data.title };
    }
    onward.made.set(reports, byMeeting);
  }
  const papers = onward.made.get(reports).get(meeting);
  return { previous: papers[order - 1], next: papers[order + 1] };
}
onward.made = new WeakMap();

module.exports = (config) => {
  const govuk = join(require.resolve("govuk-frontend/package.json"), "../dist");
  config.setLibrary("njk", new Environment(new FileSystemLoader([join(__dirname, "_includes"), govuk])));
  config.setLibrary("md", new MarkdownIt({ html: false }).use(footnotes.default ?? footnotes).use(sectionAddresses));
  config.addPassthroughCopy("assets");
  const latest = (api, tag) =>
    api
      .getFilteredByTag(tag)
      .sort((one, other) =>
        one.data.day < other.data.day ? 1 : one.data.day > other.data.day ? -1 : one.url < other.url ? -1 : 1,
      );
  config.addCollection("meetingsLatest", (api) => latest(api, "meetings"));
  config.addCollection("minutesLatest", (api) => latest(api, "minutes"));
  config.addCollection("reportsLatest", (api) =>
    api.getFilteredByTag("reports").sort((one, other) => (one.data.issued < other.data.issued ? 1 : -1)),
  );
  config.addCollection("meetingYears", (api) => byYear(latest(api, "meetings")));
  config.addCollection("decisionYears", (api) => byYear(latest(api, "minutes")));
  config.addFilter(
    "date",
    (day) => `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`,
  );
  config.addFilter("reportOf", (reports, meeting, paper) => reportBy(reports, `${meeting}/${paper}`));
  config.addFilter("minutesOf", (minutes, meeting) => minutesBy(minutes, meeting));
  config.addFilter("ofCommittee", (pages, committee) => pages.filter(({ data }) => data.committee === committee));
  config.addFilter("onward", onward);
  config.addFilter("sections", (content) =>
    [...content.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, id, title]) => ({ id, title })),
  );
  config.addFilter("ahead", (meetings) => meetings.filter(({ data }) => data.day >= TODAY && data.issued).reverse());
  config.addFilter("readingMinutes", (content) => Math.max(1, Math.round(content.split(/\s+/).length / 200)));
  return {
    dir: { input: ".", includes: "_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    templateFormats: ["md", "njk"],
  };
};

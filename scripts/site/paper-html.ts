/** Renders a paper's body: the same component on its web page and in the pack. Called by site/pages and packs. */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { type RenderOptions, renderPaper } from "../markdown/render.ts";
import { address } from "./addresses.ts";
import { measureFigure } from "./measure-figure.ts";
import type { Site } from "./site.ts";

/** The HTML of `paper`; `more` says what differs from a web page. */
export function paperHtml(
  site: Site,
  meeting: PublicMeeting,
  paper: PublicPaper<unknown>,
  more: Partial<RenderOptions> = {},
): string {
  return renderPaper(site.council.read(paper.body), {
    numbering: paper.outline.numbering,
    kept: paper.outline.kept,
    pages: paper.pageMap.blocks,
    range: paper.pages,
    // Minutes number apart from the packs that go before the meeting.
    pageName: paper.id === "minutes" ? "Minutes page" : "Pack page",
    chart: (id, until) => {
      const measure = Object.hasOwn(paper.measures, id) ? paper.measures[id] : undefined;
      // `check` has reported a chart of no measure as an error, so nothing with one is issued.
      if (!measure) return "";
      const readings = measure.readings.filter((reading) => until === null || reading.date <= until);
      const figure = measureFigure({ ...measure, readings }, measure.plan);
      return site.component("measure", {
        figure: {
          ...figure,
          csvHref: more.link?.(figure.csv) ?? figure.csv,
          forPrint: more.forPrint ?? false,
          inPaper: true,
        },
      });
    },
    image: (file) => address.meetingFile(meeting.id, paper.images.get(file)?.address ?? file),
    ...more,
  });
}

/** Prose that is not a paper: no numbers, no marks. */
export function proseHtml(site: Site, document: { body: Parameters<Site["council"]["read"]>[0] }): string {
  return renderPaper(site.council.read(document.body), {
    numbering: "none",
    plain: true,
    chart: () => "",
    // `check` refuses a picture from anywhere else, and a preview does not ask for it either.
    image: (file) => (file.startsWith("/assets/") ? file : ""),
  });
}

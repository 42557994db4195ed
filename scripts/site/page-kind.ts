/**
 * What a kind of page is: a template, and the pages of that kind with all that each needs, as plain data. Pages are worked out
 * a meeting or a part at a time, so that what did not change need not be worked out again.
 */
import type { PublicMeeting } from "../access/public-council.ts";
import type { Site } from "./site.ts";

export interface PageView {
  /** The page's address, such as `/meetings/2026-09-28-cabinet/`; a file's name where it ends in one. */
  readonly url: string;
  readonly title: string;
  /** One sentence for search engines and shared links. */
  readonly description: string;
  /** Where the page stands: what is above it, outermost first. */
  readonly above: readonly { readonly text: string; readonly href: string }[];
  readonly [more: string]: unknown;
}

/** Pages that each meeting has of its own. What they say of anything else they ask the site, and read no whole collection. */
export interface MeetingPages {
  readonly per: "meeting";
  /** The template under `templates/pages/`, without `.njk`. */
  readonly template: string;
  readonly pages: (site: Site, meeting: PublicMeeting) => readonly PageView[];
  /** Files that go with these pages: what is published as it is, and page maps. */
  readonly files?: (site: Site, meeting: PublicMeeting) => readonly SiteFile[];
}

/** Pages of the council as a whole, in parts that are worked out by themselves: a member, an inspection, a year. */
export interface CouncilPages {
  readonly per: "council";
  readonly template: string;
  /** What each part is called; one that is empty where all is one part, and none where there is no page. */
  readonly parts: (site: Site) => readonly string[];
  readonly pages: (site: Site, part: string) => readonly PageView[];
  /** Files that go with these pages: figures as CSV, and what is published as it is. */
  readonly files?: (site: Site, part: string) => readonly SiteFile[];
}

export type PageKind = MeetingPages | CouncilPages;

/** A file of the site that no template makes: copied from the council's folder, or written out. */
export interface SiteFile {
  readonly url: string;
  readonly from?: string;
  readonly content?: string;
}

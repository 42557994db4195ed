/** What a kind of page is: a template, and the pages of that kind with all that each needs, as plain data. */
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

export interface PageKind {
  /** The template under `templates/pages/`, without `.njk`. */
  readonly template: string;
  readonly pages: (site: Site) => readonly PageView[];
  /** Files that go with these pages: figures as CSV, and what is published as it is. */
  readonly files?: (site: Site) => readonly SiteFile[];
}

/** A file of the site that no template makes: copied from the council's folder, or written out. */
export interface SiteFile {
  readonly url: string;
  readonly from?: string;
  readonly content?: string;
}

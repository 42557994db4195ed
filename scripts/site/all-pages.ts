/** All pages and files of a kind, part by part. Called by render.ts, and by tests. */
import type { PageKind, PageView, SiteFile } from "./page-kind.ts";
import type { Site } from "./site.ts";

export function viewsOf(kind: PageKind, site: Site): PageView[] {
  return partsOf(kind, site).flatMap(({ pages }) => pages());
}

/** The same with the day that each says it is as of, as its template sees it. */
export function shownOf(kind: PageKind, site: Site): PageView[] {
  return partsOf(kind, site).flatMap(({ pages, asOf }) => pages().map((view) => ({ asOf: asOf(), ...view })));
}

export function filesOf(kind: PageKind, site: Site): SiteFile[] {
  return partsOf(kind, site).flatMap(({ files }) => files());
}

/** What is worked out together: the pages and files of one meeting, or of one part of a register. */
interface Part {
  readonly pages: () => readonly PageView[];
  readonly files: () => readonly SiteFile[];
  readonly asOf: () => string | null;
}

function partsOf(kind: PageKind, site: Site): Part[] {
  if (kind.per === "council")
    return kind.parts(site).map((part) => ({
      pages: () => kind.pages(site, part),
      files: () => kind.files?.(site, part) ?? [],
      asOf: () => site.today,
    }));
  return site.meetingIds().flatMap((id) => {
    const meeting = site.meeting(id);
    if (!meeting) return [];
    return {
      pages: () => kind.pages(site, meeting),
      files: () => kind.files?.(site, meeting) ?? [],
      asOf: () => site.asOf(id),
    };
  });
}

/** All pages and files of a kind, part by part. Called by render.ts, and by tests. */
import type { PageKind, PageView, SiteFile } from "./page-kind.ts";
import type { Site } from "./site.ts";

export function viewsOf(kind: PageKind, site: Site): PageView[] {
  return kind.per === "meeting"
    ? site.meetingIds().flatMap((id) => {
        const meeting = site.meeting(id);
        return meeting ? kind.pages(site, meeting) : [];
      })
    : kind.parts(site).flatMap((part) => kind.pages(site, part));
}

/** The same with the day that each says it is as of, as its template sees it. */
export function shownOf(kind: PageKind, site: Site): PageView[] {
  return kind.per === "meeting"
    ? site.meetingIds().flatMap((id) => {
        const meeting = site.meeting(id);
        return meeting ? kind.pages(site, meeting).map((view) => ({ asOf: site.asOf(id), ...view })) : [];
      })
    : viewsOf(kind, site).map((view) => ({ asOf: site.today, ...view }));
}

export function filesOf(kind: PageKind, site: Site): SiteFile[] {
  return kind.per === "meeting"
    ? site.meetingIds().flatMap((id) => {
        const meeting = site.meeting(id);
        return meeting ? (kind.files?.(site, meeting) ?? []) : [];
      })
    : kind.parts(site).flatMap((part) => kind.files?.(site, part) ?? []);
}

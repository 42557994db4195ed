/** A matter: one subject followed across meetings, each paper with what was decided on it. */
import type { PublicMatter } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import { decisionOn } from "../decisions.ts";
import type { PageKind } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import { meetingName, type Site } from "../site.ts";

export const matter: PageKind = {
  template: "matter",
  pages: (site) =>
    site.council.matters.map((found) => ({
      url: address.matter(found.id),
      title: found.value.title,
      description: found.value.summary,
      above: [],
      lede: found.value.summary,
      html: found.outline.words > 0 ? proseHtml(site, found) : null,
      papers: papersOf(site, found),
      toFollow: found.papersToFollow,
      inspections: site.council.inspections
        .filter(({ id }) => found.value.inspections.includes(id))
        .map(({ id, value }) => ({ href: address.inspection(id), title: value.title })),
    })),
};

/** The matters that a paper or an inspection belongs to, for its own page to link to. */
export function mattersOf(site: Site, wanted: { paper?: string; inspection?: string }) {
  return site.council.matters
    .filter(
      ({ value }) =>
        value.papers.some((reference) => reference.split("#")[0] === wanted.paper) ||
        (wanted.inspection !== undefined && value.inspections.includes(wanted.inspection)),
    )
    .map(({ id, value }) => ({ href: address.matter(id), title: value.title }));
}

/** Statements on record that do not agree, of the matters that an inspection belongs to. */
export function contradictionsOf(site: Site, wanted: { inspection: string }) {
  return site.council.matters
    .filter(({ value }) => value.inspections.includes(wanted.inspection))
    .flatMap((found) => contradictionViews(site, found));
}

export function contradictionViews(site: Site, { value }: PublicMatter) {
  return value.contradictions.map(({ about, statements }) => ({
    about,
    statements: statements.map(({ text, saidBy, source }) => ({
      text,
      saidBy,
      source: { text: site.sourceName(source), href: address.reference(source) },
    })),
  }));
}

function papersOf(site: Site, { value }: PublicMatter) {
  return value.papers.map((reference) => {
    const [meetingId = "", paperId = ""] = (reference.split("#")[0] ?? "").split("/");
    const meeting = site.meeting(meetingId);
    const paper = meeting?.papers.find((each) => each.id === paperId);
    const decision = meeting && paper ? decisionOn(site, meeting, paper.value.agendaItem) : null;
    return {
      href: address.reference(reference),
      title: site.sourceName(reference),
      where: meeting ? meetingName(meeting) : "",
      decided: decision?.summary ?? null,
    };
  });
}

/**
 * A meeting's restricted papers as parts of its members' pack. They are read here, from the restricted folder, and by
 * nothing that makes public output. Called by members-pack.ts.
 */

import { measuresNow } from "../access/present.ts";
import { NO_PAGES, type PublicMeeting, type PublicPaper } from "../access/public-council.ts";
import type { Loaded } from "../load/council.ts";
import { readBody } from "../load/document.ts";
import type { Document } from "../model/council.ts";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import type { Report } from "../model/report.ts";
import { type PackPart, type PackRequest, reportPart } from "../packs/pack-parts.ts";
import { checkRestricted } from "../restricted/check-restricted.ts";
import { readRestricted } from "../restricted/read-restricted.ts";
import type { Site } from "../site/site.ts";

export interface RestrictedParts {
  /** The restricted folder's real path, which their pictures and appendices are read from. */
  readonly folder: string;
  readonly parts: readonly PackPart[];
  readonly papers: readonly PublicPaper[];
  /** Files of the meeting that are no report's and go with none, so that they are not in the pack. */
  readonly leftOut: readonly string[];
  /** The site with these papers readable: for this pack and nothing else. */
  readonly site: Site;
  /** What stands at the head of every page of a part. */
  readonly mark: (part: PackPart) => string;
}

/** Reads the meeting's restricted papers in agenda order. Refuses where one cannot be read, or stands against a rule. */
export function restrictedParts(loaded: Loaded, request: PackRequest, dir: string): RestrictedParts {
  const { meeting } = request;
  const root = loaded.council?.root ?? "";
  const { folder, papers } = readRestricted(root, dir);
  const own = papers.filter((paper) => paper.meeting === meeting.id);
  const files = new Set(own.map(({ file }) => file));
  const errors = checkRestricted(loaded, dir).filter(({ severity, file }) => severity === "error" && files.has(file));
  if (errors.length > 0) throw new Refusal(problemLines(errors).join("\n"));
  const reports = own.flatMap((paper) => (paper.kind === "report" && paper.document ? [paper.document] : []));
  if (reports.length === 0)
    throw new Refusal(
      `${folder} has no restricted paper for ${meeting.id}. The public pack has everything there is.`,
      2,
    );
  const order = new Map(meeting.agenda?.value.items.map((item, at) => [item.number, at]));
  reports.sort((a, b) => (order.get(a.value.agendaItem) ?? 0) - (order.get(b.value.agendaItem) ?? 0));
  const site = withRestricted(request.site, folder, new Set(reports.map(({ file }) => file)));
  const measures = loaded.council ? measuresNow(loaded.council) : {};
  for (const { file, outline } of reports)
    for (const { measure } of outline.charts)
      if (!Object.hasOwn(measures, measure))
        throw new Refusal(`${file} draws a chart of \`${measure}\`, and data/plans/ has no such measure.`);
  const restricted = reports.map((report) => asPaper(report, measures));
  const parts = restricted.map((paper) => reportPart({ ...request, site }, paper));
  const taken = new Set([
    ...reports.map(({ file }) => file),
    ...restricted.flatMap((paper) => [...paper.appendices, ...paper.images.values()].map(({ file }) => file)),
  ]);
  const leftOut = own.map(({ file }) => file).filter((file) => !taken.has(file));
  return { folder, parts, leftOut, papers: restricted, site, mark: (part) => markOf(meeting, part, reports) };
}

/** The same site, which can also read these files of the restricted folder. */
function withRestricted(site: Site, folder: string, files: ReadonlySet<string>): Site {
  return site.reading((place) => (files.has(place.file) ? readBody(folder, place) : site.council.read(place)));
}

function asPaper(report: Document<Report>, measures: PublicPaper["measures"]): PublicPaper {
  const inMeeting = report.file.slice(0, report.file.lastIndexOf("/"));
  return {
    id: report.id,
    value: report.value,
    outline: report.outline,
    body: { file: report.file },
    issuedAt: null,
    issuedAs: null,
    issuedIn: null,
    version: 1,
    firstIssuedAt: null,
    reason: null,
    earlier: [],
    names: null,
    pages: null,
    pdf: null,
    pageMap: NO_PAGES,
    appendices: report.value.appendices.map(({ id, title, file }) => ({
      id,
      title,
      pages: null,
      file: `${inMeeting}/${file}`,
      address: file,
      bytes: 0,
      // Whether it has tags is known when its pages are read.
      isAccessible: true,
    })),
    images: new Map(
      report.outline.images.map(({ file }) => [file, { file: `${inMeeting}/${file}`, address: file, bytes: 0 }]),
    ),
    limbs: null,
    measures,
  };
}

/** The law's words for why the public may not have it (LGA 1972 s100A and Schedule 12A). */
function markOf(meeting: PublicMeeting, part: PackPart, reports: readonly Document<Report>[]): string {
  const access = reports.find(({ id }) => id === part.id)?.value.access;
  if (access === "confidential") return "Confidential: disclosure is forbidden";
  const paragraph = meeting.agenda?.value.items.find(({ number }) => number === part.item)?.withheld?.paragraph;
  return `Exempt${paragraph ? `: paragraph ${paragraph} of Part 1 of Schedule 12A` : ""}`;
}

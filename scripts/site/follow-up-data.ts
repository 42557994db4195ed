/**
 * Follow-ups as open data, one row each: all in one table while it has no more than 2,000 rows; after that what is open stands
 * with what was closed in the latest year, and each year that has a page has a table of what was closed in it. Called by
 * pages/follow-ups.ts.
 */
import type { FollowUpState } from "../model/follow-up-due.ts";
import { address } from "./addresses.ts";
import { type Row, tableFiles } from "./csv.ts";
import { closedAt, followUpHref, isClosed } from "./facts/answered.ts";
import { followUpsOn } from "./facts/follow-up-states.ts";
import { followUpView } from "./follow-up-view.ts";
import type { SiteFile } from "./page-kind.ts";
import type { Site } from "./site.ts";

const FIELDS = [
  "id",
  "text",
  "period",
  "kind",
  "status",
  "asked by",
  "asked on",
  "asked at",
  "undertaken by",
  "returns to",
  "said",
  "due on",
  "due at",
  "answered on",
  "answered by",
  "answered how",
  "replaced by",
  "about",
  "address",
] as const;

/** Addresses are whole where the council's settings name its website, and paths on it otherwise. */
function followUpRow(site: Site, state: FollowUpState): Row<(typeof FIELDS)[number]> {
  const view = followUpView(site, state);
  // A report on an agenda has answered nothing yet.
  const isAnswered = state.status === "discharged" || state.status === "superseded";
  const website = site.council.settings.website?.replace(/\/$/, "") ?? "";
  return {
    id: state.id,
    text: view.text,
    period: view.period,
    kind: view.kind,
    status: view.status,
    "asked by": view.askedBy,
    "asked on": state.date,
    "asked at": view.asked.text,
    "undertaken by": view.undertakenBy,
    "returns to": view.returnsTo,
    said: view.said,
    "due on": view.dueOn,
    "due at": view.due?.text ?? null,
    "answered on": isAnswered ? (view.answer?.on ?? null) : null,
    "answered by": isAnswered ? (view.answer?.text ?? null) : null,
    "answered how": isAnswered ? (state.discharge?.how ?? null) : null,
    "replaced by": state.replacedBy,
    about: state.followUp.about,
    address: `${website}${followUpHref(site, state.id)}`,
  };
}

/** As many rows as one table has. */
const MOST = 2000;

/** Whether each year has a table of its own. */
export function isSplit(site: Site): boolean {
  return followUpsOn(site).all.length > MOST && closedAt(site).years.length > 0;
}

/** The table of what was closed in a year: with `.csv` or `.json` after it. */
export function answeredData(year: string): string {
  return `${address.followUpsAnswered(year)}follow-ups`;
}

/** The tables of a part of the pages: of the council's own, and of its years where each has one. */
export function followUpFiles(site: Site, part: string): SiteFile[] {
  const { all } = followUpsOn(site);
  const { years } = closedAt(site);
  const year = /^\/(\d{4})$/.exec(part)?.[1];
  if (part === "" && !isSplit(site)) return table(site, address.followUpData(), all);
  if (part === "")
    return table(site, address.followUpData(), [...all.filter((each) => !isClosed(each)), ...(years[0]?.all ?? [])]);
  const found = isSplit(site) ? years.find((each) => each.year === year) : undefined;
  return found ? table(site, answeredData(found.year), found.all) : [];
}

function table(site: Site, at: string, states: readonly FollowUpState[]): SiteFile[] {
  return tableFiles(
    at,
    FIELDS,
    states.map((state) => followUpRow(site, state)),
    { licence: site.council.settings.licence.name, asOf: site.today },
  );
}

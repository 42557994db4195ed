/** The inspections that a report answers, with their pages. For the agenda of a meeting and the report's own page. */
import type { PublicPaper } from "../access/public-council.ts";
import { address } from "./addresses.ts";
import { titleOfInspection } from "./facts/names.ts";
import type { Site } from "./site.ts";

const INSPECTION = /^inspections\/([^/]+)$/;

/** Each once, in order of their names. */
export function inspectionsAnswered(site: Site, { value }: PublicPaper): { href: string; title: string }[] {
  const ids = value.respondsTo.flatMap((reference) => INSPECTION.exec(reference)?.[1] ?? []);
  return [...new Set(ids)].sort().flatMap((id) => {
    const title = site.ask(titleOfInspection, id);
    return title === null ? [] : [{ href: address.inspection(id), title }];
  });
}

/** Where a link of a printed part leads: to another part of the pack, to the website, or nowhere. For make-pack.ts. */
import { MINUTES_OF } from "../access/admit-acts.ts";
import type { LinkTarget } from "../assembling/assembly.ts";
import { PART_ADDRESS } from "../printing/addresses.ts";
import { address } from "../site/addresses.ts";
import type { PackPart, PackRequest } from "./pack-parts.ts";

/** What each address in the parts of this pack leads to. */
export function linkTargets({ site, meeting }: PackRequest, parts: readonly PackPart[]): (uri: string) => LinkTarget {
  const website = site.council.settings.website?.replace(/\/$/, "");
  const inPack = new Map<string, string>();
  for (const part of parts) {
    if (part.kind === "report") inPack.set(address.report(meeting.id, part.id), part.id);
    if (part.id === "minutes") inPack.set(address.minutes(meeting.id), part.id);
    if (part.id.startsWith(MINUTES_OF)) inPack.set(address.minutes(part.id.slice(MINUTES_OF.length)), part.id);
    for (const appendix of part.appendices) inPack.set(appendix.path, appendix.key);
  }
  return (uri) => {
    if (uri.startsWith(PART_ADDRESS.part)) return partTarget(uri.slice(PART_ADDRESS.part.length));
    if (!uri.startsWith(PART_ADDRESS.site)) return { uri };
    const path = `/${uri.slice(PART_ADDRESS.site.length)}`;
    const [page = "", anchor] = path.split("#");
    const part = inPack.get(page);
    // The web page of a paper has places that its print does not; a paragraph is in both.
    if (part && (!anchor || /^[ps]\d/.test(anchor))) return { part, anchor: anchor ?? null };
    return website ? { uri: `${website}${path}` } : null;
  };
}

function partTarget(rest: string): LinkTarget {
  const [part = "", anchor] = rest.split("#");
  return { part: decodeURIComponent(part), anchor: anchor ?? null };
}

/** Where a link of a printed part leads: to another part of the pack, to the website, or nowhere. For make-pack.ts. */
import { MINUTES_OF } from "../access/admit-acts.ts";
import type { LinkTarget } from "../assembling/assembly.ts";
import { PART_ADDRESS } from "../printing/addresses.ts";
import { address } from "../site/addresses.ts";
import type { PackRequest } from "./pack-parts.ts";

/** What each address leads to in a PDF of these parts, named as their sections are. */
export function linkTargets(
  { site, meeting, papers, withdrawn }: Pick<PackRequest, "site" | "meeting" | "papers" | "withdrawn">,
  keys: readonly string[],
): (uri: string) => LinkTarget {
  const website = site.council.settings.website?.replace(/\/$/, "");
  const inPack = new Map<string, string>();
  for (const key of keys) {
    const [paper = "", appendix] = key.split("/");
    const file = papers.find(({ id }) => id === paper)?.appendices.find(({ id }) => id === appendix)?.address;
    if (appendix) inPack.set(address.meetingFile(meeting.id, file ?? ""), key);
    else if (key === "minutes") inPack.set(address.minutes(meeting.id), key);
    else if (key.startsWith(MINUTES_OF)) inPack.set(address.minutes(key.slice(MINUTES_OF.length)), key);
    else inPack.set(address.report(meeting.id, key), key);
  }
  const onSite = (path: string): LinkTarget => (website ? { uri: `${website}${path}` } : null);
  return (uri) => {
    if (uri.startsWith(PART_ADDRESS.part)) return { part: uri.slice(PART_ADDRESS.part.length), anchor: null };
    if (!uri.startsWith(PART_ADDRESS.site)) return { uri };
    const path = `/${uri.slice(PART_ADDRESS.site.length)}`;
    const [page = "", anchor] = path.split("#");
    const part = inPack.get(page);
    // Of a paper that was withdrawn, only its tombstone is left to lead to.
    if (part && withdrawn?.has(part)) return { part, anchor: null };
    // The web page of a paper has places that its print does not; a paragraph is in both.
    return part && (!anchor || /^[ps]\d/.test(anchor)) ? { part, anchor: anchor ?? null } : onSite(path);
  };
}

/** A paper and its earlier versions: what it is called, and what its own page says of those before. */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { address } from "./addresses.ts";
import { meetingName } from "./meeting-words.ts";
import type { Site } from "./site.ts";
import { paperChanges } from "./version-changes.ts";

/** The title of a report; of minutes, the meeting that they are of. */
export function titleOf(meeting: PublicMeeting, paper: PublicPaper<unknown>): string {
  return paper.id === "minutes"
    ? `Minutes of ${meetingName(meeting)}`
    : String((paper.value as { title?: string }).title);
}

/** For the page of the paper itself: its earlier versions, latest first, and what the present one changed. */
export function versionsView(site: Site, meeting: PublicMeeting, paper: PublicPaper<unknown>) {
  const before = paper.earlier.at(-1);
  if (!before) return null;
  return {
    version: paper.version,
    reason: paper.reason,
    issuedAt: paper.issuedAt,
    changes: paperChanges(site, before, paper),
    earlier: [...paper.earlier].reverse().map((old) => ({
      href: address.version(meeting.id, paper.id, old.version),
      version: old.version,
      issuedAt: old.issuedAt,
    })),
  };
}

/** What stands where a paper was withdrawn: what it was for, when it went and why, and nothing that it held. */
import type { PublicMeeting, PublicTombstone } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import type { MeetingPages } from "../page-kind.ts";

export const tombstone: MeetingPages = {
  per: "meeting",
  template: "tombstone",
  pages: (_, meeting) =>
    meeting.tombstones.flatMap((stone) => addressesOf(meeting, stone).map((url) => tombstonePage(meeting, stone, url))),
};

/** Every address that a version of it had; the paper's own too, unless a mended version stands there. */
function addressesOf(meeting: PublicMeeting, { id, versions, isReissued }: PublicTombstone): string[] {
  const earlier = Array.from({ length: isReissued ? versions : versions - 1 }, (_, index) =>
    address.version(meeting.id, id, index + 1),
  );
  return isReissued ? earlier : [address.report(meeting.id, id), ...earlier];
}

function tombstonePage(meeting: PublicMeeting, stone: PublicTombstone, url: string) {
  return {
    url,
    title: "Withdrawn",
    documentTitle: `Withdrawn, ${meetingName(meeting)}`,
    description: `A paper for ${meetingName(meeting)} that was withdrawn.`,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: meetingName(meeting), href: address.meeting(meeting.id) },
    ],
    isDraft: false,
    what: tombstoneWords(meeting, stone),
    meetingHref: address.meeting(meeting.id),
    recordHref: address.meetingRecord(meeting.id),
    contact: meeting.committee.contact,
    ...stone,
  };
}

/** `The report for item 5, Improvement plan`; of minutes, what they were of. */
export function tombstoneWords(meeting: PublicMeeting, { kind, item }: PublicTombstone): string {
  if (kind === "minutes") return `The minutes of ${meetingName(meeting)}`;
  const found = meeting.agenda?.value.items.find((each) => each.number === item);
  return found ? `A report for item ${found.displayed ?? found.number}, ${found.title}` : "A report";
}

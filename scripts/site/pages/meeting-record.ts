/** The record of a meeting: every act of issuing with its hashes, so that anybody can check what they downloaded. */
import type { PublicAct, PublicMeeting } from "../../access/public-council.ts";
import { ACTS, actWords } from "../acts.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import type { MeetingPages } from "../page-kind.ts";

export const meetingRecord: MeetingPages = {
  per: "meeting",
  template: "meeting-record",
  pages: (_, meeting) => (meeting.acts.length > 0 ? [recordPage(meeting)] : []),
  files: (_, { id, acts }) =>
    acts.map(({ record }) => ({ url: address.meetingFile(id, record.address), from: record.file })),
};

function recordPage(meeting: PublicMeeting) {
  const standing = standingFiles(meeting);
  return {
    url: address.meetingRecord(meeting.id),
    title: "The record of what was issued",
    documentTitle: `Record, ${meetingName(meeting)}`,
    description: `When each paper of ${meetingName(meeting)} was issued, with what anybody needs to check it.`,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: meetingName(meeting), href: address.meeting(meeting.id) },
    ],
    isDraft: false,
    explained: address.record(),
    acts: meeting.acts.map((act) => ({
      number: act.number,
      what: ACTS[act.kind],
      issuedAt: act.issuedAt,
      words: actWords(meeting, act),
      recordHref: address.meetingFile(meeting.id, act.record.address),
      recordName: `${act.number}.json`,
      hash: act.record.hash,
      files: filesOf(act, standing),
    })),
  };
}

/** The addresses at which files of the snapshots stand now, by snapshot and name. */
function standingFiles(meeting: PublicMeeting): Map<string, string> {
  const files = [
    ...meeting.packs,
    ...[...meeting.papers, ...(meeting.minutes ? [meeting.minutes] : [])].flatMap((paper) =>
      [paper, ...paper.earlier].flatMap((each) => [...each.appendices, ...each.images.values()]),
    ),
  ];
  return new Map(files.map(({ file, address: name }) => [file, address.meetingFile(meeting.id, name)]));
}

/** Files of an act that a reader can download, with their hashes. */
function filesOf({ record }: PublicAct, standing: ReadonlyMap<string, string>) {
  const folder = record.file.replace(/record\.json$/, "");
  return Object.entries(record.files)
    .map(([name, hash]) => ({ name, hash, href: standing.get(`${folder}${name}`) ?? null }))
    .filter(({ href }) => href !== null);
}

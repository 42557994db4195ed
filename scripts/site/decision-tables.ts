/** Decisions and recorded votes as rows, for the files beside the register of decisions. Addresses are paths from the site's root. */
import type { MinuteItem } from "../model/minutes.ts";
import { address } from "./addresses.ts";
import type { Cell, Row } from "./csv.ts";
import { limbsCounted } from "./limbs.ts";
import { itemTitle, type MinutedMeeting } from "./meeting-words.ts";
import { moversOf } from "./movers.ts";
import { votersIn, votesOn } from "./recorded-votes.ts";
import type { Site } from "./site.ts";

export const DECISION_FIELDS = [
  "date",
  "body",
  "meeting",
  "item",
  "title",
  "minute",
  "letter",
  "text",
  "change",
  "difference",
  "answers",
  "movedBy",
  "secondedBy",
  "effective",
  "votesFor",
  "votesAgainst",
  "votesAbstained",
  "castingVote",
  "result",
  "address",
] as const;

/** One row for each resolution, in the order of the minutes. A vote is the resolution's own, or its item's. */
export function decisionRows(site: Site, meeting: MinutedMeeting): Row<(typeof DECISION_FIELDS)[number]>[] {
  const name = site.namesIn(meeting.minutes);
  const named = (id: string | undefined): Cell => (id ? name(id) : null);
  return meeting.minutes.value.items.flatMap((item) => {
    const limbs = limbsCounted(meeting, item.item);
    return item.resolutions.map((resolution) => {
      const vote = resolution.vote ?? item.vote;
      const { movedBy, secondedBy } = moversOf(item, resolution);
      return {
        date: meeting.living.value.date,
        body: meeting.committee.name,
        meeting: meeting.id,
        item: item.item,
        title: itemTitle(meeting, item.item),
        minute: item.minute,
        letter: resolution.letter,
        text: resolution.text,
        change: resolution.change,
        difference: resolution.difference ?? null,
        answers: resolution.answers.map((limb) => limbs[Number(limb) - 1]?.href ?? `limb ${limb}`),
        movedBy: named(movedBy),
        secondedBy: named(secondedBy),
        effective: resolution.effective ?? null,
        votesFor: vote?.for.length ?? null,
        votesAgainst: vote?.against.length ?? null,
        votesAbstained: vote?.abstained.length ?? null,
        castingVote: vote?.casting?.way ?? null,
        result: vote?.result ?? null,
        address: address.resolution(meeting.id, item.minute, resolution.letter),
      };
    });
  });
}

export const VOTE_FIELDS = [
  "date",
  "body",
  "meeting",
  "minute",
  "title",
  "on",
  "letter",
  "text",
  "member",
  "name",
  "way",
  "casting",
  "result",
  "address",
] as const;

/** One row for each member and each recorded vote. Who had a casting vote and no other has a row with that alone. */
export function voteRows(site: Site, meeting: MinutedMeeting): Row<(typeof VOTE_FIELDS)[number]>[] {
  const name = site.namesIn(meeting.minutes);
  return meeting.minutes.value.items.flatMap((item: MinuteItem) =>
    votesOn(meeting, item).flatMap((cast) =>
      votersIn(cast).map(({ member, way, casting }) => ({
        date: meeting.living.value.date,
        body: meeting.committee.name,
        meeting: meeting.id,
        minute: cast.minute,
        title: cast.title,
        on: cast.on,
        letter: cast.letter,
        text: cast.text,
        member,
        name: name(member),
        way,
        casting,
        result: cast.vote.result,
        address: cast.href,
      })),
    ),
  );
}

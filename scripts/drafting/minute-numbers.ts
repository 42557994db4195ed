/** The numbers that new minutes begin with. For new-minutes.ts. */
import { atAGlance } from "../check/at-a-glance.ts";
import { Surroundings } from "../check/surroundings.ts";
import { formatDate } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";

export interface FirstMinute {
  readonly number: number;
  /** Why that number, and when it is to be changed. */
  readonly why: string;
}

/**
 * The number of the first minute: one more than the last of the committee's minutes before, where its minutes count on;
 * 1 where each of its minutes on record begins with 1.
 */
export function firstMinute(council: Council, meeting: CouncilMeeting): FirstMinute {
  const { committee, date } = meeting.living.value;
  const before = new Surroundings(council)
    .every(atAGlance)
    .filter(({ meeting: id, value: { living } }) => {
      const isOfSameBody = living.committee === committee && id !== meeting.id;
      return isOfSameBody && living.status !== "cancelled" && living.date <= date;
    })
    .map(({ value }) => value)
    .sort((a, b) => (a.living.date < b.living.date ? -1 : 1));
  const kept = before.flatMap((each) => (each.minutes ? [{ each, ...each.minutes }] : []));
  const latest = kept.at(-1);
  if (!latest) return { number: 1, why: "Minutes are numbered from 1, since there are no earlier ones here." };
  const day = formatDate(latest.each.living.date);
  if (kept.length > 1 && kept.every(({ first }) => first === 1))
    return { number: 1, why: `Minutes are numbered from 1, as those of ${day} are.` };
  const gap = before.some((each) => each.living.date > latest.each.living.date)
    ? " A meeting in between has no minutes here, so look what number its last had."
    : "";
  return {
    number: latest.last + 1,
    why: `Minutes are numbered on from ${latest.last}, the last of ${day}.${gap} If a new year's numbers begin, change them in the front matter and the headings.`,
  };
}

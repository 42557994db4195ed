/** Which minutes come to a meeting to be approved. For standing-items.ts. */
import { atAGlance } from "../check/at-a-glance.ts";
import { Surroundings } from "../check/surroundings.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";

/**
 * The meetings of the same committee that were held before `meeting` and whose minutes nobody has approved, first to
 * last; of a committee with no approval on record, the last one alone. Not known where no meeting was held before it on
 * record, or where another comes in between.
 */
export function minutesToApprove(
  council: Council,
  meeting: CouncilMeeting,
  today: CivilDate,
): readonly CouncilMeeting[] | "not known" {
  const earlier = council.meetings
    .filter(({ id, living: { value } }) => {
      const isOfSameBody = value.committee === meeting.living.value.committee && id !== meeting.id;
      return isOfSameBody && value.date <= meeting.living.value.date && value.status !== "cancelled";
    })
    .filter(({ id, living: { value } }) => value.date < meeting.living.value.date || id < meeting.id)
    .sort((a, b) => (a.living.value.date < b.living.value.date ? -1 : 1));
  const isHeld = ({ living: { value } }: CouncilMeeting) => value.status === "held" || value.date < today;
  if (earlier.length === 0 || earlier.some((each) => !isHeld(each))) return "not known";
  const approved = new Set(new Surroundings(council).every(atAGlance).flatMap(({ value }) => value.approves.now));
  const lastApproved = earlier.findLastIndex(({ id }) => approved.has(id));
  return lastApproved < 0 ? earlier.slice(-1) : earlier.slice(lastApproved + 1);
}

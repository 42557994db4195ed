/**
 * The council as it stood when a snapshot was issued: what was public then, with the names and facts of that day. A pack
 * is printed from it again when a paper in it is withdrawn. Called by pack-then.ts.
 */
import { type Council, type CouncilMeeting, memberName, type Snapshot } from "../model/council.ts";
import type { Member } from "../model/member.ts";

/** The council of `snapshot`'s day, with no drafts. */
export function councilThen(council: Council, snapshot: Snapshot): Council {
  const moment = snapshot.record.issuedAt;
  const { address, number } = snapshot.record;
  const then = (meeting: CouncilMeeting): CouncilMeeting => {
    const isThis = meeting.id === address;
    const issued = meeting.issued.filter(({ record }) => (isThis ? record.number <= number : record.issuedAt < moment));
    const facts = isThis ? snapshot.context.meeting : (issued.at(-1)?.context.meeting ?? meeting.living.value);
    return { ...meeting, living: { ...meeting.living, value: facts }, drafts: null, issued };
  };
  return {
    ...council,
    now: moment,
    settings: { ...council.settings, value: { ...council.settings.value, name: snapshot.context.council } },
    members: council.members.map((member) => ({
      ...member,
      value: named(member.value, snapshot.context.members[member.id]),
    })),
    meetings: council.meetings.map(then),
    forwardPlan: council.forwardPlan.map((entry) => ({
      ...entry,
      draft: null,
      issued: entry.issued.filter(({ record }) => record.issuedAt <= moment),
    })),
  };
}

/** A member under the name of that day. */
function named(member: Member, name: string | undefined): Member {
  if (!name || name === memberName(member)) return member;
  return { ...member, title: "none", name };
}

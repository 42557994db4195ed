/** What claims to answer a follow-up comes to the body that it returns to, and not before it was asked for. */
import { dayOf, formatDate } from "../model/civil.ts";
import type { Council, CouncilMeeting, Positions } from "../model/council.ts";
import type { Asked } from "../model/follow-up-business.ts";
import { followUpStates } from "../model/follow-ups.ts";
import type { Problem } from "../model/problem.ts";
import { businessNow } from "./business-now.ts";
import { problemAt, type Rule } from "./rule.ts";

export const discharges: Rule = {
  names: ["discharged-elsewhere", "discharged-before-asked"],
  check(council) {
    const claims = council.meetings.flatMap(claimsOf);
    if (claims.length === 0) return [];
    const business = businessNow(council);
    const asked = new Map(business.asked.map((each) => [each.followUp.id, each]));
    const open = new Set(
      followUpStates(business, dayOf(council.now))
        .filter(({ status, discharge }) => discharge === null && status !== "superseded")
        .map(({ followUp }) => followUp.id),
    );
    return claims.flatMap((claim) => {
      const found = asked.get(claim.followUp);
      const problem = found && problemOf(council, claim, found, open.has(claim.followUp));
      return problem ? [problem] : [];
    });
  },
};

/** Where a draft says that it answers a follow-up. What was issued is as it is. */
interface Claim {
  readonly followUp: string;
  readonly meeting: CouncilMeeting;
  readonly source: { file: string; positions: Positions };
  readonly path: (string | number)[];
}

function claimsOf(meeting: CouncilMeeting): Claim[] {
  const { reports = [], minutes = null } = meeting.drafts ?? {};
  return [
    ...reports.flatMap((source) =>
      source.value.discharges.map((followUp, at) => ({ followUp, meeting, source, path: ["discharges", at] })),
    ),
    ...(minutes?.value.discharges ?? []).map(({ followUp }, at) => ({
      followUp,
      meeting,
      source: minutes as NonNullable<typeof minutes>,
      path: ["discharges", at, "followUp"],
    })),
  ];
}

function problemOf(
  council: Council,
  { meeting, source, path }: Claim,
  { followUp, date, meeting: askedAt, minute }: Asked,
  isOpen: boolean,
): Problem | null {
  const { value } = meeting.living;
  if (value.date < date)
    return problemAt(
      source,
      path,
      "discharged-before-asked",
      "error",
      `\`${followUp.id}\` was asked for on ${formatDate(date)} (${askedAt}, minute ${minute}), after this meeting on ${formatDate(value.date)}.`,
      "Name the follow-up that this answers, or take it out.",
    );
  if (value.committee === followUp.returnsTo || !isOpen) return null;
  const name = (id: string) => council.committees.find((each) => each.id === id)?.value.name ?? id;
  return problemAt(
    source,
    path,
    "discharged-elsewhere",
    "warning",
    `\`${followUp.id}\` is to come back to ${name(followUp.returnsTo)}, and this goes to ${name(value.committee)}, so it does not answer it.`,
    `Bring it to ${name(followUp.returnsTo)} too, with \`discharges: [${followUp.id}]\` in the report that goes there.`,
  );
}

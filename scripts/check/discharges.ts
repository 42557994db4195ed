/** What claims to answer a follow-up comes to the body that it returns to, and not before it was asked for. */
import { formatDate } from "../model/civil.ts";
import type { CouncilMeeting, Positions } from "../model/council.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Problem } from "../model/problem.ts";
import { bodyNamed } from "./bodies.ts";
import { isUnanswered, whereAsked } from "./open-follow-ups.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export const discharges: Rule = {
  names: ["discharged-elsewhere", "discharged-before-asked"],
  ofMeeting: (around, meeting) =>
    claimsOf(meeting).flatMap((claim) => problemOf(around, meeting.living.value, claim) ?? []),
};

/** Where a draft says that it answers a follow-up. What was issued is as it is. */
interface Claim {
  readonly followUp: string;
  readonly source: { file: string; positions: Positions };
  readonly path: (string | number)[];
}

function claimsOf({ drafts }: CouncilMeeting): Claim[] {
  const { reports = [], minutes = null } = drafts ?? {};
  return [
    ...reports.flatMap((source) =>
      source.value.discharges.map((followUp, at) => ({ followUp, source, path: ["discharges", at] })),
    ),
    ...(minutes?.value.discharges ?? []).map(({ followUp }, at) => ({
      followUp,
      source: minutes as NonNullable<typeof minutes>,
      path: ["discharges", at, "followUp"],
    })),
  ];
}

function problemOf(
  around: Surroundings,
  { date, committee }: Meeting,
  { followUp, source, path }: Claim,
): Problem | null {
  const asked = around.ask(whereAsked, followUp);
  if (!asked) return null;
  if (date < asked.date)
    return problemAt(
      source,
      path,
      "discharged-before-asked",
      "error",
      `\`${followUp}\` was asked for on ${formatDate(asked.date)} (${asked.meeting}, minute ${asked.minute}), after this meeting on ${formatDate(date)}.`,
      "Name the follow-up that this answers, or take it out.",
    );
  const { returnsTo } = asked;
  if (committee === returnsTo || !around.ask(isUnanswered, followUp)) return null;
  const name = (id: string) => around.ask(bodyNamed, id)?.name ?? id;
  return problemAt(
    source,
    path,
    "discharged-elsewhere",
    "warning",
    `\`${followUp}\` is to come back to ${name(returnsTo)}, and this goes to ${name(committee)}, so it does not answer it.`,
    `Bring it to ${name(returnsTo)} too, with \`discharges: [${followUp}]\` in the report that goes there.`,
  );
}

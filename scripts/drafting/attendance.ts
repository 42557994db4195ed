/** Who had a seat on the day of a meeting, as its new minutes list them. For new-minutes.ts. */
import { type CivilDate, formatDate } from "../model/civil.ts";
import type { Committee, Seat } from "../model/committee.ts";
import { Refusal } from "../model/refusal.ts";
import { toBeFilledIn } from "../model/unfilled.ts";
import type { Fields } from "./draft-text.ts";

const ORDER: readonly Seat["role"][] = ["chair", "vice-chair", "member", "co-optee", "substitute"];

/**
 * Everybody with a seat but the substitutes, who are there only where somebody is not; the chair first. Officers are a
 * gap. Refused where nobody had a seat, or nobody who could take the chair.
 */
export function attendanceOf(
  committee: Committee,
  id: string,
  day: CivilDate,
): { attendance: Fields[]; chair: string } {
  const seats = committee.membership
    .filter(({ from, until }) => from <= day && (!until || until >= day))
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
    .filter(({ member }, index, all) => all.findIndex((each) => each.member === member) === index)
    .filter(({ role }) => role !== "substitute");
  const chair = seats.find(({ role }) => role === "chair" || role === "vice-chair")?.member;
  if (!chair)
    throw new Refusal(
      seats.length === 0
        ? `Nobody had a seat on ${committee.name} on ${formatDate(day)}. Write its membership of that day in content/committees/${id}.md first.`
        : `${committee.name} had no chair or vice-chair on ${formatDate(day)}, and minutes name who was in the chair. Write who it was in content/committees/${id}.md first.`,
    );
  const members = seats.map(({ member, role, voting }) =>
    role === "co-optee" ? { member, as: role, voting: voting ? "yes" : "no" } : { member },
  );
  return {
    attendance: [
      ...members,
      {
        officer: toBeFilledIn("the officers who were there, a line each; and take out above every member who was not"),
      },
    ],
    chair,
  };
}

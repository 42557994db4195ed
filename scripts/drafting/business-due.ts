/**
 * What is due at a meeting and so stands on its new agenda: what was asked for earlier, and what the forward plan brings.
 * For new-agenda.ts; what is due is also told in new minutes and reports.
 */
import { openFollowUpsDueAt, openFollowUps as openNow } from "../check/open-follow-ups.ts";
import { Surroundings } from "../check/surroundings.ts";
import { openedUnder } from "../law/regimes.ts";
import { formatDate } from "../model/civil.ts";
import type { Committee } from "../model/committee.ts";
import type { Council } from "../model/council.ts";
import type { FollowUpState } from "../model/follow-up-due.ts";
import type { ForwardPlanEntry } from "../model/forward-plan.ts";
import { toBeFilledIn } from "../model/unfilled.ts";
import type { DraftItem } from "./draft-item.ts";
import { oneLine } from "./draft-text.ts";

/** What was asked for in minutes and has not been answered. What the law asks of late business is told by its clocks. */
export function openFollowUps(council: Council): readonly FollowUpState[] {
  return new Surroundings(council).shared(openNow);
}

export function followUpsDueAt(council: Council, meeting: string): readonly FollowUpState[] {
  return openFollowUpsDueAt(new Surroundings(council), meeting);
}

/** An item for each follow-up that is due; its id is the follow-up's, by which a new report knows what it answers. */
export function followUpItems(council: Council, meeting: string): DraftItem[] {
  return followUpsDueAt(council, meeting).map((state) => ({
    id: state.id,
    title: followUpTitle(state),
    text: askedWords(state),
    toFollow: toBeFilledIn("why its paper is not here yet; or nothing, where none is wanted"),
  }));
}

/** Its words without the full stop, but for words that would then stand between quotation marks alone. */
export function followUpTitle({ followUp, period }: FollowUpState): string {
  const words = oneLine(followUp.text);
  return `${/[”’]\.$/.test(words) ? words : words.replace(/\.$/, "")}${period ? ` (${period})` : ""}`;
}

/** `Asked for by the Panel on 2 March 2026 (minute 2), and undertaken by the Director.` */
export function askedWords({ followUp, date, minute, undertaking }: FollowUpState): string {
  const undertaken = undertaking ? `; ${oneLine(undertaking.by)} undertook it` : "";
  return `Asked for by ${oneLine(followUp.askedBy)} on ${formatDate(date)} (minute ${minute})${undertaken}.`;
}

/** The entries of the forward plan that name this meeting, as items; those to be taken in private come apart. */
export function forwardPlanItems(
  council: Council,
  committee: Committee,
  meeting: string,
): { open: DraftItem[]; inPrivate: DraftItem[] } {
  const due = entriesNow(council).filter(({ value }) => value.meeting === meeting);
  const isExecutive = openedUnder(committee) === "executive";
  return {
    open: due.filter(({ value }) => !value.private).map(({ id, value }) => planItem(id, value)),
    inPrivate: due
      .filter(({ value }) => value.private)
      .map(({ id, value }) => ({ ...planItem(id, value), withheld: withheldGaps(isExecutive) })),
  };
}

/** Entries that name no meeting and say that this committee decides: nobody can tell whether they come to this one. */
export function entriesWithoutMeeting(council: Council, committee: string): string[] {
  return entriesNow(council)
    .filter(({ value }) => !value.meeting && value.decisionMaker === committee)
    .map(
      ({ id, value }) =>
        `${oneLine(value.title)} (content/forward-plan/${id}${value.period ? `, ${oneLine(value.period)}` : ""})`,
    );
}

function planItem(id: string, { title, keyDecision }: ForwardPlanEntry): DraftItem {
  return { id, title: oneLine(title), for: "decision", keyDecision: keyDecision ? "yes" : undefined, forwardPlan: id };
}

/** The law lets a part be withheld for a reason that somebody has to give, and nobody has yet. */
function withheldGaps(isExecutive: boolean) {
  return {
    category: "exempt",
    paragraph: toBeFilledIn("the number of the paragraph of Part 1 of Schedule 12A"),
    description: toBeFilledIn("what sort of information it is, in the words of the Schedule"),
    publicInterest: toBeFilledIn("why withholding it serves the public better than publishing it"),
    representations: isExecutive
      ? toBeFilledIn("what was said against taking it in private, and the response; or that nobody said anything")
      : undefined,
  };
}

function entriesNow({ forwardPlan }: Council): { readonly id: string; readonly value: ForwardPlanEntry }[] {
  return forwardPlan.flatMap(({ id, draft, issued }) => {
    const entry = draft ?? issued.at(-1)?.entry;
    return entry ? [{ id, value: entry.value }] : [];
  });
}

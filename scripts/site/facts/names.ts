/**
 * Questions about one member, committee, inspection or day, so that a page which names one depends on that name and not on
 * all of them. Called by site.ts and pages of meetings.
 */
import type { Question, Shared } from "../../asking/around.ts";
import { dayOf } from "../../model/civil.ts";
import { memberName } from "../../model/council.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

const memberNames: Shared<Site, ReadonlyMap<string, string>> = {
  name: "member-names",
  make: ({ council }) => new Map(council.members.map(({ id, value }) => [id, memberName(value)])),
};

/** `Councillor Jo Mbeki`, by file name; null for who is no member. */
export const nameOfMember: Question<Site, string | null> = pageQuestions.add({
  name: "name-of-member",
  answer: (site, id) => site.shared(memberNames).get(id) ?? null,
});

/** The file name of the member who is called so now; null where nobody is. */
export const memberCalled: Question<Site, string | null> = pageQuestions.add({
  name: "member-called",
  answer: (site, name) => [...site.shared(memberNames)].findLast(([, called]) => called === name)?.[0] ?? null,
});

/** What a body is called now; null for one that is no more. */
export const nameOfCommittee: Question<Site, string | null> = pageQuestions.add({
  name: "name-of-committee",
  answer: ({ council }, id) => council.committees.find((each) => each.id === id)?.value.name ?? null,
});

export const titleOfInspection: Question<Site, string | null> = pageQuestions.add({
  name: "title-of-inspection",
  answer: ({ council }, id) => council.inspections.find((each) => each.id === id)?.value.title ?? null,
});

/** The day it is: what depends on it is the same all day long. */
export const dayOfToday: Question<Site, string> = pageQuestions.add({
  name: "today",
  answer: ({ council }) => dayOf(council.now),
});

/** Whether a day is before today. For most days the answer never changes again. */
export const isPastDay: Question<Site, boolean> = pageQuestions.add({
  name: "is-past-day",
  answer: ({ today }, day) => day < today,
});

/** Whether a day is today or was before. */
export const hasComeDay: Question<Site, boolean> = pageQuestions.add({
  name: "has-come-day",
  answer: ({ today }, day) => day <= today,
});

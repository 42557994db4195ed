/**
 * Questions about the clock on the wall, each with an answer that seldom changes, so that a meeting long past is not checked
 * again because a day, or a minute, went by. Asked by rules.
 */
import type { Question } from "../asking/around.ts";
import { councilDays } from "../law/council-days.ts";
import { type CivilDateTime, dayOf } from "../model/civil.ts";
import type { CouncilSettings } from "../model/council-settings.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** How the day asked about lies to today. */
export const whenIs: Question<Surroundings, "past" | "today" | "to come"> = ruleQuestions.add({
  name: "when-is",
  answer: ({ today }, day) => (day < today ? "past" : day === today ? "today" : "to come"),
});

/** Whether the day and time asked about has come. */
export const hasCome: Question<Surroundings, boolean> = ruleQuestions.add({
  name: "has-come",
  answer: ({ council }, moment) => moment <= council.now,
});

/**
 * A moment that every clock of law/ counts as it counts now: they ask for the day, and whether the office has closed. It
 * changes twice a day at the most.
 */
export const momentOfClocks: Question<Surroundings, CivilDateTime> = ruleQuestions.add({
  name: "moment-of-clocks",
  answer: ({ council }) => {
    const { officeCloses } = councilDays(council.settings.value);
    const isShut = officeCloses !== undefined && council.now.slice(11) >= officeCloses;
    return `${dayOf(council.now)}T${isShut ? officeCloses : "00:00"}`;
  },
});

/**
 * The first moment after `now`, on the same day, at which an answer of this file may be another one; null where none is. `asked`
 * are the keys of all that was asked.
 */
export function nextChange(
  now: CivilDateTime,
  settings: CouncilSettings,
  asked: Iterable<string>,
): CivilDateTime | null {
  const begin = `ask ${hasCome.name} `;
  const moments = [...asked].flatMap((key) => (key.startsWith(begin) ? key.slice(begin.length) : []));
  const { officeCloses } = councilDays(settings);
  if (officeCloses !== undefined) moments.push(`${dayOf(now)}T${officeCloses}`);
  return moments.filter((moment) => moment > now && dayOf(moment) === dayOf(now)).sort()[0] ?? null;
}

/** Which draft pack is printed without being asked for. Called by serve/. */
import { atAGlance } from "../check/at-a-glance.ts";
import { Surroundings } from "../check/surroundings.ts";
import type { Council } from "../model/council.ts";

/** The next meeting, from today on, that has an agenda in draft and nothing issued; null where there is none. */
export function nextToPrint(council: Council): string | null {
  const around = new Surroundings(council);
  const [next] = around
    .every(atAGlance)
    .filter(({ value }) => value.living.date >= around.today && value.hasAgendaDraft && value.issued.length === 0)
    .sort((a, b) => (a.value.living.date < b.value.living.date ? -1 : 1));
  return next?.meeting ?? null;
}

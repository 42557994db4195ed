/** Business that was issued late and that the law lets go on with the chair's opinion. Pure; for check and the public view. */
import type { AgendaItem } from "./agenda.ts";
import type { Minutes } from "./minutes.ts";
import type { MissedClock } from "./record.ts";

export interface LateBusiness {
  readonly item: AgendaItem;
  /** The clock it missed. */
  readonly missed: MissedClock;
  /** The place of its minute among the minutes' items; null where they have none, or there are none yet. */
  readonly minute: number | null;
  /** Whether the minutes give the chair's opinion, which is the cure. */
  readonly isCured: boolean;
}

/** Each item once, in the order of the agenda. */
export function lateBusiness(
  missedClocks: readonly MissedClock[],
  items: readonly AgendaItem[],
  minutes: Minutes | null,
): LateBusiness[] {
  const curable = missedClocks.filter(({ cure }) => cure !== null);
  return items.flatMap((item) => {
    const missed = curable.find((each) => each.items.includes(item.id));
    if (!missed) return [];
    const at = minutes?.items.findIndex((each) => each.item === item.number) ?? -1;
    return [{ item, missed, minute: at < 0 ? null : at, isCured: Boolean(minutes?.items[at]?.urgency) }];
  });
}

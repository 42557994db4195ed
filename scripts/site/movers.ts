/** Who moved and seconded something, in words and for tables. Called by decisions.ts, decision-tables.ts and member-record.ts. */
import type { MinuteItem, Resolution } from "../model/minutes.ts";

/** Who moved and seconded something: each a member's file name, or for a resolution perhaps words. */
export interface MovedBy {
  readonly movedBy?: string | undefined;
  readonly secondedBy?: string | undefined;
}

/** Who moved a resolution: its own movers; failing them, and for a motion that is the whole of its item, the item's. */
export function moversOf(item: MinuteItem, resolution: Resolution): MovedBy {
  const isItems =
    resolution.movedBy === undefined || (resolution.change === "on a motion" && resolution.movedBy === item.movedBy);
  return isItems ? { movedBy: item.movedBy, secondedBy: resolution.secondedBy ?? item.secondedBy } : resolution;
}

/** `Moved by Councillor Jo Mbeki, seconded by Councillor Tom Ashdown`, with `moved` as the first word; empty where nobody did. */
export function moverWords(name: (who: string) => string, moved: string, { movedBy, secondedBy }: MovedBy): string {
  return [movedBy && `${moved} by ${name(movedBy)}`, secondedBy && `seconded by ${name(secondedBy)}`]
    .filter(Boolean)
    .join(", ");
}

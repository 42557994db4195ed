/** An item of a new agenda before it has its number: its fields as an officer would type them. For new-agenda.ts. */
import type { Fields } from "./draft-text.ts";

export interface DraftItem extends Fields {
  readonly id: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly for?: string | undefined;
  readonly keyDecision?: "yes" | undefined;
  readonly forwardPlan?: string | undefined;
  readonly toFollow?: string | undefined;
  readonly minutesOf?: string | undefined;
  readonly excludesPublicFor?: readonly string[] | undefined;
  readonly withheld?: Fields | undefined;
}

/** The items, each with an id that no item before it has. A forward plan's entry is still named where its id had to change. */
export function withOwnIds(items: readonly DraftItem[]): DraftItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    let id = item.id;
    for (let copy = 2; taken.has(id); copy++) id = `${item.id}-${copy}`;
    taken.add(id);
    return { ...item, id };
  });
}

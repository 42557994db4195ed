/** Pure questions about a plan's actions. */
import type { CivilDate } from "./civil.ts";
import type { Action, ProgressEntry } from "./plan.ts";

type Said = NonNullable<ProgressEntry["status"]>;

/** `overdue` is worked out from the dates; `not said` where nobody has said where it stands. */
export type ActionStatus = Said | "overdue" | "not said";

export interface ActionState {
  readonly status: ActionStatus;
  /** What was said last, and where; null where nothing was. */
  readonly said: (ProgressEntry & { readonly status: Said }) | null;
  /** Whether inspectors said it, so that it is not on the council's word alone. */
  readonly isConfirmed: boolean;
}

/** What was said last of where an action stands; null where nobody has ever said. */
export function lastSaid({ progress }: Pick<Action, "progress">): ActionState["said"] {
  return progress.findLast((each): each is NonNullable<ActionState["said"]> => Boolean(each.status)) ?? null;
}

/** Whether nothing more is to come of an action, by what was said last: it is done, or stopped. */
export function isOver(action: Pick<Action, "progress">): boolean {
  const status = lastSaid(action)?.status;
  return status === "done" || status === "stopped";
}

/** Where an action stands on `today`: what was said of it last, or overdue where its day has passed and it is still open. */
export function actionState(action: Action, today: CivilDate): ActionState {
  const said = lastSaid(action);
  const status = !isOver(action) && action.due && action.due < today ? "overdue" : (said?.status ?? "not said");
  return { status, said, isConfirmed: said?.for === "inspectors" };
}

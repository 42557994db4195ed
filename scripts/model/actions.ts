/** Pure questions about a plan's actions. */
import type { CivilDate } from "./civil.ts";
import type { Action } from "./plan.ts";

export type ActionStatus = Action["status"] | "overdue";

/** What the council says of an action, or `overdue` where its day has passed and it is neither done nor stopped. */
export function actionStatus(action: Action, today: CivilDate): ActionStatus {
  const open = action.status === "not started" || action.status === "under way";
  return open && action.due && action.due < today ? "overdue" : action.status;
}

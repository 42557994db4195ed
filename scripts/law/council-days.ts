/** Which days count for one council: its jurisdiction's holidays, with what its own standing orders add. */
import type { CouncilSettings } from "../model/council-settings.ts";
import type { CouncilDays } from "./clear-days.ts";
import { JURISDICTIONS } from "./jurisdictions.ts";

/** From `data/council.json`, or by another jurisdiction where one is asked for. */
export function councilDays(
  settings: Pick<CouncilSettings, "jurisdiction" | "standingOrders">,
  jurisdiction = settings.jurisdiction,
): CouncilDays {
  const { closedDays = [], officeCloses } = settings.standingOrders ?? {};
  return {
    nation: JURISDICTIONS[jurisdiction].nation,
    closed: new Map(closedDays.map(({ date, why }) => [date, why])),
    ...(officeCloses ? { officeCloses } : {}),
  };
}

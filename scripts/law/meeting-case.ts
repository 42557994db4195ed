/**
 * The facts of one meeting that clocks ask about: when it is, what is public already and since when. Plain data, which
 * check/ gathers from the council and the clocks of this folder judge.
 */

import type { Withheld } from "../model/agenda.ts";
import type { CivilDate, CivilDateTime } from "../model/civil.ts";
import type { ForwardPlanEntry } from "../model/forward-plan.ts";
import type { CouncilDays } from "./clear-days.ts";
import type { Jurisdiction } from "./jurisdictions.ts";
import type { OpenedUnder } from "./regimes.ts";

export interface MeetingCase {
  readonly jurisdiction: Jurisdiction;
  readonly days: CouncilDays;
  /** Clear days that papers must be open in this jurisdiction. */
  readonly wanted: number;
  readonly opened: OpenedUnder;
  readonly body: string;
  /** The day that clocks count to: the day of the meeting; of an adjourned one, the day it was first held. */
  readonly date: CivilDate;
  /** The day an adjourned meeting goes on, where it is one. */
  readonly resumes: CivilDate | null;
  /** Where the meeting was convened at shorter notice: when, and why. */
  readonly shorterNotice: { readonly convened: CivilDateTime; readonly because: string } | null;
  /** When notice of this very day, time and place was published. */
  readonly notice: CivilDateTime | null;
  readonly agenda: CivilDateTime | null;
  readonly items: readonly ItemCase[];
  /** The standing order under which urgent business may come to full council, where there is one. */
  readonly urgentBusiness: string | null;
  /** How the 28 days of the executive regulations are counted. */
  readonly longNotice: "calendar" | "working";
  readonly now: CivilDateTime;
}

export interface ItemCase {
  readonly id: string;
  readonly index: number;
  readonly number: string;
  readonly title: string;
  readonly isBusiness: boolean;
  /** When the agenda with this item was first public. */
  readonly openSince: CivilDateTime | null;
  readonly urgent: string | null;
  readonly toFollow: string | null;
  readonly keyDecision: boolean;
  readonly withheld: Withheld | null;
  /** When the agenda first told of representations against taking it in private, and the response. */
  readonly representationsSince: CivilDateTime | null;
  readonly papers: readonly { readonly id: string; readonly at: number; readonly openSince: CivilDateTime | null }[];
  /** The forward plan's notices of it, first to last. */
  readonly notices: readonly { readonly issuedAt: CivilDateTime; readonly entry: ForwardPlanEntry }[];
}

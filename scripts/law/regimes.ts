/**
 * Which clocks a body's meetings are under, by its regime and its jurisdiction. Data, read by clocks.ts; licensing
 * hearings have none of these (Licensing Act 2003 and SI 2005/44 govern them), and boards are not the council's committees.
 */
import type { Committee } from "../model/committee.ts";
import type { Jurisdiction } from "./jurisdictions.ts";

export type ClockId =
  | "notice-of-meeting"
  | "agenda-open"
  | "executive-agenda-open"
  | "summons"
  | "key-decision-28"
  | "general-exception"
  | "special-urgency"
  | "private-meeting-28";

/** How a body's business is opened to the public: what its regime comes to, once a joint body or board has said. */
export type OpenedUnder = "council" | "part VA" | "executive" | "none";

/** A joint committee is a committee under s100E unless it is set up otherwise; a board is not unless it says so. */
export function openedUnder({ regime, meetsUnder }: Pick<Committee, "regime" | "meetsUnder">): OpenedUnder {
  switch (regime) {
    case "council":
      return "council";
    case "committee":
    case "scrutiny":
      return "part VA";
    case "executive":
      return "executive";
    case "joint":
      return meetsUnder ?? "part VA";
    case "board":
      return meetsUnder ?? "none";
    default:
      return "none";
  }
}

const PART_VA: readonly ClockId[] = ["notice-of-meeting", "agenda-open"];
const COUNCIL: readonly ClockId[] = ["notice-of-meeting", "agenda-open", "summons"];

const CLOCKS: Readonly<Record<Jurisdiction, Readonly<Record<OpenedUnder, readonly ClockId[]>>>> = {
  england: {
    council: COUNCIL,
    "part VA": PART_VA,
    executive: [
      "notice-of-meeting",
      "executive-agenda-open",
      "key-decision-28",
      "general-exception",
      "special-urgency",
      "private-meeting-28",
    ],
    none: [],
  },
  // The English regulations on key decisions and private meetings are not Welsh law.
  wales: {
    council: COUNCIL,
    "part VA": PART_VA,
    executive: ["notice-of-meeting", "executive-agenda-open"],
    none: [],
  },
  // Scottish councils have no executive regulations; a cabinet there is a committee like any other.
  scotland: { council: PART_VA, "part VA": PART_VA, executive: PART_VA, none: [] },
  "english-parish": {
    council: ["notice-of-meeting", "summons"],
    "part VA": ["notice-of-meeting"],
    executive: ["notice-of-meeting"],
    none: [],
  },
};

/** The clocks of a body's meetings, in the order that their duties fall. */
export function clocksOf(
  jurisdiction: Jurisdiction,
  committee: Pick<Committee, "regime" | "meetsUnder">,
): readonly ClockId[] {
  return CLOCKS[jurisdiction][openedUnder(committee)];
}

/** Clear days of the executive regulations' notices: SI 2012/2089 reg 5, 9 and 10. */
export const EXECUTIVE_NOTICES = {
  keyDecision: 28,
  generalException: 5,
  privateBusiness: 28,
  furtherNotice: 5,
} as const;

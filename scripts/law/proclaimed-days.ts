/**
 * Bank holidays that were moved or added for one year, each with its occasion: data that no rule gives. Read by
 * bank-holidays.ts. Sources: the proclamations under section 1 of the Banking and Financial Dealings Act 1971.
 */
import type { CivilDate } from "../model/civil.ts";

export type Nation = "england-and-wales" | "scotland";

export interface ProclaimedDay {
  readonly nations: readonly Nation[];
  /** The day it was moved from; null for a day of its own. */
  readonly from: CivilDate | null;
  readonly to: CivilDate;
  readonly occasion: string;
}

const BOTH: readonly Nation[] = ["england-and-wales", "scotland"];

export const PROCLAIMED_DAYS: readonly ProclaimedDay[] = [
  { nations: BOTH, from: "1995-05-01", to: "1995-05-08", occasion: "Early May bank holiday, moved for VE Day" },
  { nations: BOTH, from: null, to: "1999-12-31", occasion: "Millennium" },
  {
    nations: BOTH,
    from: "2002-05-27",
    to: "2002-06-04",
    occasion: "Spring bank holiday, moved for the Golden Jubilee",
  },
  { nations: BOTH, from: null, to: "2002-06-03", occasion: "Golden Jubilee" },
  { nations: BOTH, from: null, to: "2011-04-29", occasion: "Royal wedding" },
  {
    nations: BOTH,
    from: "2012-05-28",
    to: "2012-06-04",
    occasion: "Spring bank holiday, moved for the Diamond Jubilee",
  },
  { nations: BOTH, from: null, to: "2012-06-05", occasion: "Diamond Jubilee" },
  { nations: BOTH, from: "2020-05-04", to: "2020-05-08", occasion: "Early May bank holiday, moved for VE Day" },
  {
    nations: BOTH,
    from: "2022-05-30",
    to: "2022-06-02",
    occasion: "Spring bank holiday, moved for the Platinum Jubilee",
  },
  { nations: BOTH, from: null, to: "2022-06-03", occasion: "Platinum Jubilee" },
  { nations: BOTH, from: null, to: "2022-09-19", occasion: "State funeral of Queen Elizabeth II" },
  { nations: BOTH, from: null, to: "2023-05-08", occasion: "Coronation of King Charles III" },
  { nations: ["scotland"], from: null, to: "2026-06-15", occasion: "Scotland at the World Cup" },
];

/** The years whose bank holidays are known, first to last. A day outside them is never guessed at. */
export const COVERED: Readonly<Record<Nation, readonly [first: number, last: number]>> = {
  "england-and-wales": [1990, 2028],
  scotland: [2007, 2028],
};

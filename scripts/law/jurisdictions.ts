/** Whose law sets the clocks: the holidays that are left out, and how many clear days papers must be open. Data. */
import type { Nation } from "./proclaimed-days.ts";

export type Jurisdiction = "england" | "wales" | "scotland" | "english-parish";

export interface ClockRules {
  readonly nation: Nation;
  /** Clear days that an agenda is open before a meeting. */
  readonly clearDays: number;
  readonly source: string;
}

export const JURISDICTIONS: Readonly<Record<Jurisdiction, ClockRules>> = {
  england: {
    nation: "england-and-wales",
    clearDays: 5,
    source: "Local Government Act 1972 s100A(6)(a) and s100B(3), as amended by SI 2002/715",
  },
  wales: {
    nation: "england-and-wales",
    clearDays: 3,
    source: "Local Government Act 1972 s100A and s100B, as they apply in Wales",
  },
  scotland: { nation: "scotland", clearDays: 3, source: "Local Government (Scotland) Act 1973 s50A and s50B" },
  "english-parish": {
    nation: "england-and-wales",
    clearDays: 3,
    source: "Local Government Act 1972 Sch 12 para 10 and s243",
  },
};

/** When inspectors were here, in words: as it was said where the days are not known. For pages of inspections and matters. */
import { formatRange } from "../../model/civil.ts";
import type { Inspection } from "../../model/inspection.ts";

/** `11 to 22 May 2026`, or `August 2011`. */
export function fieldworkWords({ fieldwork: { from, to, said } }: Pick<Inspection, "fieldwork">): string {
  return said ?? formatRange(from, to);
}

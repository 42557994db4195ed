/** The limbs that a minute's resolutions answer: those of the item's reports, in the order of the agenda. */
import type { Papers } from "../model/council.ts";
import { limbsOf } from "../model/recommendations.ts";
import type { Limb } from "../model/report.ts";

/** The limbs of the item with this number, counted from 1 as resolutions name them. */
export function limbsOfItem(
  { agenda, reports }: Papers,
  number: string,
): { readonly name: string; readonly limb: Limb }[] {
  const order = agenda?.value.items.find((each) => each.number === number)?.papers ?? [];
  return order
    .flatMap((id) => reports.find((report) => report.id === id) ?? [])
    .flatMap((report) => limbsOf(report.value))
    .map((limb, at) => ({ name: String(at + 1), limb }));
}

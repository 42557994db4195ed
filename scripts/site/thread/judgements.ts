/** Judgements over successive inspections, as a table: an area a row, an inspection a column. For an inspection's page. */
import type { PublicDocument } from "../../access/public-council.ts";
import { formatMonth } from "../../model/civil.ts";
import type { Inspection } from "../../model/inspection.ts";
import { address } from "../addresses.ts";
import type { Site } from "../site.ts";

export interface JudgementTable {
  readonly columns: readonly { readonly title: string; readonly href: string; readonly isThis: boolean }[];
  readonly rows: readonly { readonly area: string; readonly isWhole: boolean; readonly grades: readonly string[] }[];
  /** Inspections in between that gave no grade. */
  readonly ungraded: readonly { readonly title: string; readonly href: string }[];
  /** Grades of which only the number is known: `Inadequate in 5 of 7 areas; which ones is not said.` */
  readonly counts: readonly string[];
}

export function judgementTable(site: Site, found: PublicDocument<Inspection>): JudgementTable {
  const chain = chainOf(site, found);
  const isGraded = ({ value }: PublicDocument<Inspection>) => value.judgements.length > 0 || Boolean(value.overall);
  const graded = chain.filter(isGraded);
  const areas = [...new Set([found, ...graded].flatMap(({ value }) => value.judgements.map(({ area }) => area)))];
  const whole = [
    { area: "Overall", grade: ({ overall }: Inspection) => overall },
    { area: "Capacity to improve", grade: ({ capacity }: Inspection) => capacity },
  ].filter(({ grade }) => graded.some(({ value }) => grade(value)));
  return {
    columns: graded.map((each) => ({
      title: formatMonth(each.value.fieldwork.from),
      href: address.inspection(each.id),
      isThis: each.id === found.id,
    })),
    rows: [
      ...whole.map(({ area, grade }) => ({
        area,
        isWhole: true,
        grades: graded.map(({ value }) => grade(value) ?? "Not on record"),
      })),
      ...areas.map((area) => ({
        area,
        isWhole: false,
        grades: graded.map((each, index) => gradeWords(each.value, area, graded[index - 1]?.value)),
      })),
    ],
    ungraded: chain
      .filter((each) => !isGraded(each))
      .map(({ id, value }) => ({ title: value.title, href: address.inspection(id) })),
    counts: found.value.judgementCounts.map(
      ({ grade, areas: count, of }) => `${grade} in ${count} of ${of} areas; which areas is not on record.`,
    ),
  };
}

/** The inspection and every one before it, oldest first. */
function chainOf(site: Site, found: PublicDocument<Inspection>): PublicDocument<Inspection>[] {
  const chain = new Map([[found.id, found]]);
  for (const each of chain.values())
    for (const id of each.value.before) {
      const earlier = site.council.inspections.find((other) => other.id === id);
      if (earlier) chain.set(id, earlier);
    }
  return [...chain.values()].sort((a, b) => (a.value.fieldwork.from < b.value.fieldwork.from ? -1 : 1));
}

/** `Inadequate, worse`; with what stood before where no column shows it. */
function gradeWords({ judgements }: Inspection, area: string, before: Inspection | undefined): string {
  const judged = judgements.find((each) => each.area === area);
  if (!judged) return "Not on record";
  const change = judged.change && judged.change !== "not judged before" ? `, ${judged.change}` : "";
  const isShown = before?.judgements.some((each) => each.area === area);
  return `${judged.grade}${change}${judged.before && !isShown ? ` (before: ${judged.before})` : ""}`;
}

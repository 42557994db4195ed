/** What an inspection says of the judgement before agrees with that judgement, as far as two grades without an order can tell. */
import type { Document } from "../model/council.ts";
import type { Inspection } from "../model/inspection.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Living } from "./surroundings.ts";

export const judgementBefore: Rule = {
  names: ["judgement-before"],
  ofCouncil: ({ council }) =>
    council.inspections.flatMap((inspection) => {
      const earlier = earlierThan(council, inspection);
      return inspection.value.judgements.flatMap((judgement, at) => {
        const fault = faultOf(judgement, earlier);
        if (!fault) return [];
        const [field, message, mend] = fault;
        return [problemAt(inspection, ["judgements", at, field], "judgement-before", "error", message, mend)];
      });
    }),
};

type Judgement = Inspection["judgements"][number];
type Fault = [field: "before" | "change", message: string, mend: string];

function faultOf({ area, grade, before, change }: Judgement, earlier: readonly Document<Inspection>[]): Fault | null {
  const last = earlier.find(({ value }) => gradeOf(value, area) !== null);
  const known = last ? gradeOf(last.value, area) : null;
  if (before && known && !isSame(before, known))
    return [
      "before",
      `${last?.value.title} judged ${area} \`${known}\`, and not \`${before}\`.`,
      `Give \`before: ${known}\`, or correct that inspection.`,
    ];
  const was = before ?? known;
  if (!was || !change) return null;
  if (change === "not judged before")
    return [
      "change",
      `${area} was judged before, \`${was}\`.`,
      "Say `change: better`, `worse` or `same`; or take `before` out.",
    ];
  if (isSame(was, grade) !== (change === "same"))
    return [
      "change",
      `${area} was \`${was}\` and is \`${grade}\`, which is not \`${change}\`.`,
      isSame(was, grade)
        ? "Say `change: same`, or correct the grade."
        : "Say `change: better` or `worse`, or correct the grade.",
    ];
  return null;
}

function gradeOf({ judgements }: Inspection, area: string): string | null {
  return judgements.find((each) => isSame(each.area, area))?.grade ?? null;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The inspections before this one, as each names those before it, latest first. */
function earlierThan({ inspections }: Living, { value }: Document<Inspection>): Document<Inspection>[] {
  const found = new Set<Document<Inspection>>();
  const follow = (before: readonly string[]) => {
    for (const inspection of inspections)
      if (before.includes(inspection.id) && !found.has(inspection)) {
        found.add(inspection);
        follow(inspection.value.before);
      }
  };
  follow(value.before);
  return [...found]
    .filter((each) => each.value.fieldwork.to < value.fieldwork.from)
    .sort((a, b) => (a.value.fieldwork.to < b.value.fieldwork.to ? 1 : -1));
}

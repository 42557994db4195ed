/** Which reports of a meeting most likely answer what was asked for, so that an officer is told where to say so. */
import type { Document } from "../model/council.ts";
import type { FollowUp } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { contentWords } from "./content-words.ts";

/** The best match, or several that match alike: by the plans and inspections both name, then by the words they share. */
export function likeliestReports(
  followUp: Pick<FollowUp, "text" | "about">,
  reports: readonly Document<Report>[],
): Document<Report>[] {
  const asked = new Set(contentWords(followUp.text));
  const scores = reports.map(({ value }) => {
    const names = [...value.reportsOn.map((plan) => `plans/${plan}`), ...value.respondsTo];
    const about = followUp.about.filter((each) => names.some((name) => each === name || each.startsWith(`${name}/`)));
    const words = contentWords(`${value.title} ${value.summary ?? ""}`).filter((word) => asked.has(word));
    return about.length * 3 + new Set(words).size;
  });
  const best = Math.max(...scores);
  return reports.filter((_, index) => scores[index] === best);
}

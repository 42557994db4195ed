/** Pure questions about findings. */
import type { CivilDate } from "./civil.ts";
import type { Finding, Inspection } from "./inspection.ts";

/**
 * The day by which inspectors want a finding put right: the one their words come to, or for `at once` the day their report
 * was published. Null where their words come to none.
 */
export function wantedBy(finding: Finding, { published }: Pick<Inspection, "published">): CivilDate | null {
  return finding.by ?? (finding.priority === "at once" ? (published ?? null) : null);
}

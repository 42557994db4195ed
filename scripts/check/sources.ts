/**
 * Papers that plans, inspections and matters cite are there, and so are the paragraphs they name. A paper may be a draft
 * still, or withdrawn since; the public site's build opens no draft, so it asks for the meeting alone.
 */
import type { Positions } from "../model/council.ts";
import { type Missing, missingOf } from "./cited-papers.ts";
import { type Known, problemAt, type Rule } from "./rule.ts";
import type { Living, Surroundings } from "./surroundings.ts";

export const sources: Rule = {
  names: ["unknown-source"],
  ofCouncil: (around, known) =>
    citationsOf(around.council).flatMap(({ source, path, cited }) => {
      const fault = sourceFault(around, known, cited);
      return fault ? [problemAt(source, path, "unknown-source", "error", ...fault)] : [];
    }),
};

interface Citation {
  readonly source: { file: string; positions: Positions };
  readonly path: (string | number)[];
  /** `2026-10-08-scrutiny/recovery-plan#p3-2`. */
  readonly cited: string;
}

function citationsOf({ plans, inspections, matters }: Living): Citation[] {
  const cite = (source: Citation["source"], path: Citation["path"], cited: string | undefined): Citation[] =>
    cited === undefined || /^https?:/.test(cited) ? [] : [{ source, path, cited }];
  return [
    ...plans.flatMap((plan) => [
      ...plan.value.actions.flatMap(({ progress, evidence }, at) => [
        ...progress.flatMap((each, index) => cite(plan, ["actions", at, "progress", index, "source"], each.source)),
        ...evidence.flatMap((each, index) => cite(plan, ["actions", at, "evidence", index, "source"], each.source)),
      ]),
      ...(plan.value.submitted ? cite(plan, ["submitted", "source"], plan.value.submitted.source) : []),
      ...plan.value.measures.flatMap(({ readings }, at) =>
        readings.flatMap((each, index) => {
          const path = ["measures", at, "readings", index];
          return [
            ...cite(plan, [...path, "source"], each.source),
            ...each.revisions.flatMap((before, place) =>
              cite(plan, [...path, "revisions", place, "source"], before.source),
            ),
          ];
        }),
      ),
    ]),
    ...inspections.flatMap((inspection) =>
      inspection.value.forecasts.flatMap((each, at) => cite(inspection, ["forecasts", at, "source"], each.source)),
    ),
    ...matters.flatMap((matter) => [
      ...matter.value.papers.flatMap((paper, at) => cite(matter, ["papers", at], paper)),
      ...matter.value.contradictions.flatMap(({ statements }, at) =>
        statements.flatMap((each, index) =>
          cite(matter, ["contradictions", at, "statements", index, "source"], each.source),
        ),
      ),
    ]),
  ];
}

type Fault = [message: string, mend: string];

/** What is wrong with a reference to a paper or its paragraph; null where it leads somewhere. import-readings.ts asks too. */
export function sourceFault(
  around: Surroundings,
  known: Pick<Known, "hasFile" | "isUnreadable">,
  reference: string,
): Fault | null {
  const missing = around.ask(missingOf, reference);
  if (!missing) return null;
  const [address = "", anchor] = reference.split("#");
  const [meeting = "", paper = ""] = address.split("/");
  const folder = `content/meetings/${meeting.slice(0, 4)}/${meeting}`;
  if (missing.what === "meeting") {
    if (known.hasFile(`${folder}/meeting.md`)) return null;
    return [
      `There is no meeting \`${meeting}\`.`,
      didYouMean(missing, "Use a meeting's folder name, such as `2026-10-08-scrutiny`."),
    ];
  }
  if (known.isUnreadable(`${folder}/${paper}.md`)) return null;
  if (missing.what === "paper")
    return [
      `The meeting ${meeting} has no paper \`${paper}\`.`,
      didYouMean(missing, "Name one of its reports, or `minutes`."),
    ];
  return [
    `\`${address}\` has no paragraph \`#${anchor}\`.`,
    didYouMean(missing, "Use the paragraph's number, such as `#p3-2` for 3.2."),
  ];
}

function didYouMean({ guess }: Missing, otherwise: string): string {
  return guess ? `Did you mean \`${guess}\`?` : otherwise;
}

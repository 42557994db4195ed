/** Links inside papers, and references to paragraphs of papers, lead to a paragraph that exists. */
import type { Council, CouncilMeeting, Document } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { type Known, problemAt, type Rule } from "./rule.ts";

export const paperLinks: Rule = {
  names: ["unknown-paragraph", "unknown-reference"],
  check(council, known) {
    const problems: Problem[] = [];
    for (const { drafts } of council.meetings)
      for (const paper of [...(drafts?.reports ?? []), ...(drafts?.minutes ? [drafts.minutes] : [])])
        for (const { to, line } of paper.outline.links) {
          if (!to.startsWith("#") || hasAnchor(paper, to.slice(1))) continue;
          problems.push({
            rule: "unknown-paragraph",
            severity: "error",
            file: paper.file,
            line,
            column: 1,
            message: `The link \`${to}\` leads to no paragraph of this paper.`,
            mend: "Link to a paragraph by its number, such as `#p4-7` for 4.7.",
          });
        }
    for (const plan of council.plans) {
      const check = (path: (string | number)[], source: string | undefined) => {
        const fault = source && sourceFault(council, known, source);
        if (fault) problems.push(problemAt(plan, path, ...fault));
      };
      plan.value.actions.forEach((action, at) =>
        action.progress.forEach((each, index) => check(["actions", at, "progress", index, "source"], each.source)),
      );
      plan.value.measures.forEach((measure, at) =>
        measure.readings.forEach((each, index) => {
          const path = ["measures", at, "readings", index];
          check([...path, "source"], each.source);
          each.revisions.forEach((before, place) => check([...path, "revisions", place, "source"], before.source));
        }),
      );
    }
    for (const matter of council.matters)
      matter.value.papers.forEach((source, index) => {
        const fault = sourceFault(council, known, source);
        if (fault) problems.push(problemAt(matter, ["papers", index], ...fault));
      });
    return problems;
  },
};

type Fault = [rule: string, severity: "error", message: string, mend: string];

/** What is wrong with a reference to a paper or its paragraph; null where it leads somewhere. import-readings.ts asks too. */
export function sourceFault(council: Council, known: Pick<Known, "unreadable">, reference: string): Fault | null {
  const [address = "", anchor] = reference.split("#");
  const [meetingId, paperId] = address.split("/");
  const meeting = council.meetings.find((each) => each.id === meetingId);
  if (!meeting) {
    const guess = nearest(
      meetingId ?? "",
      council.meetings.map(({ id }) => id),
    );
    return [
      "unknown-reference",
      "error",
      `There is no meeting \`${meetingId}\`.`,
      guess ? `Did you mean \`${guess}\`?` : "Use a meeting's folder name, such as `2026-10-08-scrutiny`.",
    ];
  }
  const papers = papersOf(meeting, paperId ?? "");
  if (known.unreadable.has(`${meeting.folder}/${paperId}.md`)) return null;
  // A public build does not open drafts, so a paper that is not issued yet is simply not there to be checked.
  if (papers.length === 0)
    return meeting.drafts
      ? [
          "unknown-reference",
          "error",
          `The meeting ${meetingId} has no paper \`${paperId}\`.`,
          "Name one of its reports, or `minutes`.",
        ]
      : null;
  if (!anchor || papers.some((paper) => hasAnchor(paper, anchor))) return null;
  return [
    "unknown-paragraph",
    "error",
    `\`${address}\` has no paragraph \`#${anchor}\`.`,
    "Use the paragraph's number, such as `#p3-2` for 3.2.",
  ];
}

function papersOf(meeting: CouncilMeeting, paper: string): Document<unknown>[] {
  const versions = [...(meeting.drafts ? [meeting.drafts] : []), ...meeting.issued.map((snapshot) => snapshot.papers)];
  return versions
    .flatMap(({ reports, minutes }) => [...reports, ...(minutes ? [minutes] : [])])
    .filter((each) => each.id === paper);
}

function hasAnchor(paper: Document<unknown>, anchor: string): boolean {
  return paper.outline.blocks.some((block) => block.anchor === anchor);
}

/**
 * Papers that plans, inspections and matters cite are there, and so are the paragraphs they name. A paper may be a draft
 * still, or withdrawn since; the public site's build opens no draft, so it asks for the meeting alone.
 */
import type { Council, CouncilMeeting, Document, Positions } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import { type Known, problemAt, type Rule } from "./rule.ts";

export const sources: Rule = {
  names: ["unknown-source"],
  check: (council, known) =>
    citationsOf(council).flatMap(({ source, path, cited }) => {
      const fault = sourceFault(council, known, cited);
      return fault ? [problemAt(source, path, "unknown-source", "error", ...fault)] : [];
    }),
};

interface Citation {
  readonly source: { file: string; positions: Positions };
  readonly path: (string | number)[];
  /** `2026-10-08-scrutiny/recovery-plan#p3-2`. */
  readonly cited: string;
}

function citationsOf({ plans, inspections, matters }: Council): Citation[] {
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
  council: Council,
  known: Pick<Known, "hasFile" | "unreadable">,
  reference: string,
): Fault | null {
  const [address = "", anchor] = reference.split("#");
  const [meetingId = "", paperId = ""] = address.split("/");
  const meeting = council.meetings.find((each) => each.id === meetingId);
  if (!meeting) {
    const folder = `content/meetings/${meetingId.slice(0, 4)}/${meetingId}`;
    if (known.hasFile(`${folder}/meeting.md`)) return null;
    return [
      `There is no meeting \`${meetingId}\`.`,
      didYouMean(meetingId, council.meetings, "Use a meeting's folder name, such as `2026-10-08-scrutiny`."),
    ];
  }
  if (!meeting.drafts || known.unreadable.has(`${meeting.folder}/${paperId}.md`)) return null;
  const all = papersOf(meeting);
  const papers = all.filter(({ id }) => id === paperId);
  if (papers.length === 0)
    return wasIssued(meeting, paperId)
      ? null
      : [
          `The meeting ${meetingId} has no paper \`${paperId}\`.`,
          didYouMean(paperId, all, "Name one of its reports, or `minutes`."),
        ];
  const blocks = papers.flatMap(({ outline }) => outline.blocks.map((block) => ({ id: block.anchor })));
  if (!anchor || blocks.some(({ id }) => id === anchor) || wasWithdrawn(meeting, paperId)) return null;
  return [
    `\`${address}\` has no paragraph \`#${anchor}\`.`,
    didYouMean(anchor, blocks, "Use the paragraph's number, such as `#p3-2` for 3.2."),
  ];
}

function didYouMean(id: string, known: readonly { readonly id: string }[], otherwise: string): string {
  const guess = nearest(
    id,
    known.map((each) => each.id),
  );
  return guess ? `Did you mean \`${guess}\`?` : otherwise;
}

/** Every version of every paper of a meeting: as drafted, and as each snapshot has it. */
function papersOf({ drafts, issued }: CouncilMeeting): Document<unknown>[] {
  return [...(drafts ? [drafts] : []), ...issued.map(({ papers }) => papers)].flatMap(({ reports, minutes }) => [
    ...reports,
    ...(minutes ? [minutes] : []),
  ]);
}

/** Whether a record holds the paper: its words may be withdrawn since, and what cited them is not wrong. */
function wasIssued({ issued }: CouncilMeeting, paper: string): boolean {
  return issued.some(({ record }) => record.papers.some(({ id }) => id === paper));
}

/** Whether a version of the paper was withdrawn, which may have had paragraphs that the others have not. */
function wasWithdrawn({ issued }: CouncilMeeting, paper: string): boolean {
  return issued.some(({ record }) => record.withdrawn.some(({ id }) => id === paper));
}

/** Where in the preview a problem can be looked at: the page that its file makes, and the place on it. For the desk. */
import type { Council, CouncilMeeting, Document } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { address } from "../site/addresses.ts";
import { pageOfLiving } from "./pages-of-file.ts";

export interface ProblemView extends Problem {
  readonly stops: boolean;
  /** The preview's page and the place on it; null where the file makes none that is there. */
  readonly href: string | null;
}

/** A council, and which pages of its preview there are. */
export interface ShownPages {
  readonly council: Council;
  readonly pages: { readonly has: (url: string) => boolean };
}

/** The address of what a problem is about; null where the preview has no such page. */
export function placeOnPage({ council, pages }: ShownPages, problem: Problem): string | null {
  const at = pageOf(council, problem);
  return at && pages.has(at.split("#")[0] ?? "") ? at : null;
}

function pageOf(council: Council, problem: Problem): string | null {
  // A link that leads nowhere is told of by the page that it stands on.
  if (problem.file.startsWith("/")) return problem.file;
  const meeting = council.meetings.find(({ folder }) => problem.file.startsWith(`${folder}/`));
  if (meeting) return pageInMeeting(meeting, problem);
  const page = pageOfLiving(problem.file);
  const block = page ? blockOfLiving(council, problem) : null;
  return page && block ? `${page}#${block}` : page;
}

/** The block of a living page that a problem's line stands in. */
function blockOfLiving(council: Council, { file, line }: Problem): string | null {
  const { committees, members, inspections, matters, pages, forwardPlan } = council;
  const drafts = forwardPlan.flatMap(({ draft }) => draft ?? []);
  const all: readonly Document<unknown>[] = [
    ...committees,
    ...members,
    ...inspections,
    ...matters,
    ...pages,
    ...drafts,
  ];
  const found = all.find((each) => each.file === file);
  return found ? blockAt(found, line) : null;
}

function pageInMeeting(meeting: CouncilMeeting, { file, line }: Problem): string {
  const name = file.slice(meeting.folder.length + 1);
  const { drafts } = meeting;
  const page = address.meeting(meeting.id);
  if (name === "agenda.md") {
    const item = itemAt(drafts?.agenda ?? null, line);
    return item ? `${page}#${item}` : page;
  }
  const found = name === "minutes.md" ? drafts?.minutes : drafts?.reports.find((each) => each.file === file);
  if (!found) return name.startsWith("issued/") ? address.meetingRecord(meeting.id) : page;
  const at = found.id === "minutes" ? address.minutes(meeting.id) : address.report(meeting.id, found.id);
  const block = blockAt(found, line);
  return block ? `${at}#${block}` : at;
}

/** The anchor of the block that a line of a paper stands in; null for its front matter. */
function blockAt({ outline, bodyLine }: Document<unknown>, line: number): string | null {
  if (line < bodyLine) return null;
  return outline.blocks.findLast((block) => block.line <= line)?.anchor ?? null;
}

/** The id of the item that a line of the agenda stands in; null for what comes before the items. */
function itemAt(agenda: NonNullable<CouncilMeeting["drafts"]>["agenda"], line: number): string | null {
  const items = agenda?.value.items ?? [];
  const index = items.findLastIndex((_, each) => (agenda?.positions.get(`items/${each}`)?.[0] ?? Infinity) <= line);
  return items[index]?.id ?? null;
}

/** The desk of the tiny good council, as it stands or with something changed: for tests of what the desk says. */
import { type DeskCouncil, deskAt } from "../desk/desk-council.ts";
import { meetingPage } from "../desk/meeting-page.ts";
import { loadCouncil } from "../load/council.ts";
import { councilWith, type Edit } from "./councils.ts";

export const JUNE_MEETING = "2026-06-01-panel";

/** Every page of a preview, for a desk that links to them. */
const EVERY_PAGE = { has: () => true } as unknown as ReadonlySet<string>;

/** The desk of the council in `root`, at `now` or at the council's own time. */
export function deskOf(root: string, now?: string): DeskCouncil {
  const loaded = loadCouncil(root, { drafts: true, now });
  const desk = loaded.council && deskAt(loaded, now ?? loaded.council.now, EVERY_PAGE);
  if (!desk) throw new Error("The council cannot be read");
  return desk;
}

/** The desk's page of a meeting in the council of `root`. */
export function pageOf(root: string, now?: string, id = JUNE_MEETING) {
  const desk = deskOf(root, now);
  const meeting = desk.council.meetings.find((each) => each.id === id);
  if (!meeting?.drafts) throw new Error(`There is no meeting ${id}`);
  return meetingPage(desk, meeting, meeting.drafts);
}

/** The same of the good council with `edits` made. */
export function pageWith(edits: readonly Edit[], now?: string, id = JUNE_MEETING) {
  const { root, remove } = councilWith(...edits);
  try {
    return pageOf(root, now, id);
  } finally {
    remove();
  }
}

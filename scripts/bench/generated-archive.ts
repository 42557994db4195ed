/**
 * Writes a made-up council's archive into a folder: twenty years of meetings whose papers are issued, their drafts beside
 * them, and a few meetings still to come. It loads and breaks no rule; the same seed writes the same bytes. It prints
 * nothing: what stands for a PDF is a small page of its own. Called by the bench, and by tests that need an archive.
 */
import { archiveBodies } from "./archive-bodies.ts";
import { ARCHIVE_NOW, archiveCalendar } from "./archive-calendar.ts";
import { forwardPlanOf, type LivingSetting, writeLiving } from "./archive-living.ts";
import { type ArchivedMeeting, MeetingWriter } from "./archive-meetings.ts";
import { archivePlans } from "./archive-plans.ts";

export interface ArchiveOptions {
  /** Reports at meetings that are over. */
  readonly papers: number;
  readonly seed?: number;
  /** Meetings still to come: half with an issued agenda, two with drafts only, the rest with their day alone. */
  readonly meetingsAhead?: number;
}

export interface GeneratedArchive {
  readonly now: string;
  readonly meetings: readonly ArchivedMeeting[];
  readonly committees: readonly string[];
  readonly members: readonly string[];
  readonly inspections: readonly string[];
  readonly plans: readonly string[];
  readonly matters: readonly string[];
  readonly forwardPlan: readonly string[];
  readonly followUps: readonly string[];
}

/** Writes the archive into `root`, which should be empty. Throws where there are fewer than two papers. */
export function writeGeneratedArchive(root: string, options: ArchiveOptions): GeneratedArchive {
  const { papers, seed = 1, meetingsAhead = papers < 100 ? 2 : 8 } = options;
  if (papers < 2) throw new Error("An archive has two papers at the least, at two meetings.");
  const years = papers >= 500 ? 20 : Math.max(1, Math.ceil(papers / 25));
  const begins = `${2027 - years}-01-13`;
  const bodies = archiveBodies(sizeOf(papers), begins, seed);
  const meetings = archiveCalendar({ papers, meetingsAhead, begins, seed }, bodies.committees);
  const plans = archivePlans(papers >= 1000 ? 20 : Math.max(1, Math.round(papers / 50)), begins, meetings, seed);
  const setting: LivingSetting = { root, papers, seed, meetings, bodies, plans };
  const forwardPlan = forwardPlanOf(setting);
  const matters = writeLiving(setting, forwardPlan);
  const writer = new MeetingWriter(setting, forwardPlan);
  return {
    now: ARCHIVE_NOW,
    meetings: meetings.map((meeting) => writer.write(meeting)),
    committees: bodies.committees.map(({ id }) => id),
    members: bodies.members.map(({ id }) => id),
    inspections: plans.inspections.map(({ id }) => id),
    plans: plans.inspections.map(({ plan }) => plan),
    matters,
    forwardPlan: forwardPlan.map(({ id }) => id),
    followUps: meetings.flatMap(({ asks }) => asks.map(({ id }) => id)),
  };
}

function sizeOf(papers: number): { committees: number; members: number } {
  if (papers < 100) return { committees: 3, members: 5 };
  return papers < 500 ? { committees: 6, members: 24 } : { committees: 12, members: 60 };
}

/**
 * The living files of a made-up archive: settings, bodies, inspections, plans, matters, pages and the forward plan. Called
 * by generated-archive.ts.
 */
import { addDays, dayNumber } from "../model/civil.ts";
import type { ArchiveBodies } from "./archive-bodies.ts";
import { ARCHIVE_NOW, type PlannedMeeting, paperAt } from "./archive-calendar.ts";
import type { ArchivePlans } from "./archive-plans.ts";
import { ARCHIVE_COUNCIL, ArchiveChain, putFile } from "./archive-snapshots.ts";
import { Draws } from "./draws.ts";
import { capital, fill, sentence, sentences } from "./made-up-words.ts";
import { matterText } from "./matter-text.ts";

export interface LivingSetting {
  readonly root: string;
  readonly papers: number;
  readonly seed: number;
  readonly meetings: readonly PlannedMeeting[];
  readonly bodies: ArchiveBodies;
  readonly plans: ArchivePlans;
}

/** One entry of the forward plan, and the meeting it names. */
export interface ForwardPlanned {
  readonly id: string;
  readonly meeting: PlannedMeeting | null;
}

/** Notices of key decisions at Cabinet: most of meetings that are over, some of what is to come. */
export function forwardPlanOf({ papers, meetings }: LivingSetting): ForwardPlanned[] {
  const count = Math.max(2, Math.min(220, Math.round(papers / 100)));
  const cabinet = meetings.filter(({ committee, ahead }) => committee.id === "cabinet" && ahead === null);
  const past = Math.min(cabinet.length, Math.ceil(count * 0.9));
  return Array.from({ length: count }, (_, at) => ({
    id: `key-decision-${at + 1}`,
    meeting: at < past ? (cabinet[Math.floor((at * cabinet.length) / past)] ?? null) : null,
  }));
}

/** Writes all of them. Gives the names of the matters. */
export function writeLiving(setting: LivingSetting, forwardPlan: readonly ForwardPlanned[]): string[] {
  const { root, seed, bodies, plans } = setting;
  const draws = new Draws(seed * 122_949_823);
  const files = { ...bodies.files, ...plans.files, ...pages(draws) };
  for (const [file, text] of Object.entries(files)) putFile(root, file, text);
  putFile(root, "data/council.json", settings());
  for (const [at, entry] of forwardPlan.entries()) writeEntry(setting, entry, at, draws);
  const matters = Math.max(1, Math.min(60, Math.round(setting.papers / 50)));
  return Array.from({ length: matters }, (_, at) => writeMatter(setting, at, draws));
}

function settings(): string {
  const value = {
    name: ARCHIVE_COUNCIL,
    shortName: "Alderwick",
    jurisdiction: "england",
    website: "https://papers.alderwick.example",
    address: ["The Long House", "Alderwick"],
    phone: "01555 010 100",
    email: "papers@alderwick.example",
    colours: { light: "#14532d", dark: "#86d5a4" },
    licence: { name: "Open licence", statement: "You may copy what stands here if you say where it came from." },
    sample: { now: ARCHIVE_NOW, issued: [] },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function pages(draws: Draws): Record<string, string> {
  const page = (title: string) =>
    matterText(
      { title, summary: sentence(draws), reviewed: "2026-05-01" },
      `${sentences(draws, 3, 6)}\n\n${sentences(draws, 3, 6)}\n`,
    );
  return {
    "content/pages/about.md": page("About these papers"),
    "content/pages/accessibility-statement.md": page("Accessibility statement"),
    "content/pages/contact.md": page("How to ask"),
  };
}

function writeEntry({ root, seed }: LivingSetting, { id, meeting }: ForwardPlanned, at: number, draws: Draws): void {
  const folder = `content/forward-plan/${id}`;
  const text = matterText(
    {
      title: capital(fill(draws, "{kind} {things} at {place}")),
      access: "public",
      decisionMaker: "cabinet",
      meeting: meeting?.id,
      period: meeting ? undefined : "spring 2027",
      keyDecision: "yes",
      documents: [`Report of the ${fill(draws, "{who}")}`],
      contact: { role: "Democratic Services Officer", phone: "01555 010 101", email: "papers@alderwick.example" },
    },
    `${sentences(draws, 1, 3)}\n`,
  );
  putFile(root, `${folder}/entry.md`, text);
  const issuedAt = meeting ? `${addDays(meeting.date, -42)}T12:00` : "2026-11-10T12:00";
  new ArchiveChain({ root, address: `forward-plan/${id}`, folder, seed }, -1 - at).notice(issuedAt, text);
}

function writeMatter({ root, seed, meetings, plans }: LivingSetting, at: number, draws: Draws): string {
  const id = `matter-${at + 1}`;
  const past = meetings.filter(({ ahead, later }) => !ahead && later === null);
  const chosen = Array.from({ length: draws.whole(3, 16) }, () => draws.pick(past));
  const papers = [...new Set(chosen)]
    .sort((a, b) => dayNumber(a.date) - dayNumber(b.date) || a.index - b.index)
    .map((meeting) =>
      draws.happens(25)
        ? `${meeting.id}/minutes#s${meeting.firstMinute + 1}`
        : `${meeting.id}/${paperAt(meeting, draws.whole(0, meeting.reports - 1), seed).id}#p2-1`,
    );
  const text = matterText(
    {
      title: capital(fill(draws, "{things} at {place}")),
      summary: sentences(draws, 2, 2),
      papers,
      inspections: [draws.pick(plans.inspections).id],
    },
    `${sentences(draws, 3, 8)}\n`,
  );
  putFile(root, `content/matters/${id}.md`, text);
  return id;
}

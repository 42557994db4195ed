/**
 * One report of a made-up archive: its front matter and its text of two hundred to eight thousand words. Called by
 * archive-meetings.ts and archive-items.ts.
 */
import { addDays } from "../model/civil.ts";
import type { Measure } from "../model/plan.ts";
import type { PlannedMeeting } from "./archive-calendar.ts";
import { paperAt } from "./archive-calendar.ts";
import type { ArchiveInspection } from "./archive-plans.ts";
import { Draws } from "./draws.ts";
import { capital, decimal, fill, pounds, sentence, sentences } from "./made-up-words.ts";
import { matterText } from "./matter-text.ts";

export interface ArchiveLimb {
  readonly verb: string;
  readonly object: string;
}

export interface ArchiveReport {
  readonly id: string;
  readonly title: string;
  readonly item: string;
  readonly text: string;
  /** Its text without the front matter. */
  readonly body: string;
  readonly numbering: "automatic" | "typed";
  readonly limbs: readonly ArchiveLimb[];
  readonly words: number;
  /** The measure that it charts. */
  readonly measure: (Measure & { readonly plan: string }) | null;
  /** The file of its appendix, in the meeting's folder, and what it is called. */
  readonly appendix: { readonly id: string; readonly file: string; readonly title: string } | null;
}

export interface ReportPlace {
  readonly meeting: PlannedMeeting;
  readonly at: number;
  readonly item: string;
  readonly discharges: readonly string[];
  readonly isKeyDecision: boolean;
  /** Those that were published by then. */
  readonly inspections: readonly ArchiveInspection[];
  /** A few papers of earlier meetings that it may lead to, by their addresses. */
  readonly earlier: readonly string[];
  readonly seed: number;
}

/** Words of a report at twenty places from the shortest to the longest: half have fewer than about twelve hundred. */
const WORDS = [
  200, 280, 360, 450, 550, 650, 760, 880, 1000, 1100, 1200, 1350, 1500, 1700, 2000, 2400, 2900, 3600, 4800, 6200, 8000,
];

const ITEMS: readonly string[] = ["notes", "agrees", "approves", "endorses"];

/** The report at its place: the same place and seed give the same report. */
export function archiveReport(place: ReportPlace): ArchiveReport {
  const { meeting, at, item, seed } = place;
  const { id, title } = paperAt(meeting, at, seed);
  const draws = new Draws(seed * 86_028_121 + meeting.index * 64 + at);
  const inspection = place.inspections.length > 0 ? draws.pick(place.inspections) : null;
  const measure = inspection && draws.whole(1, 40) === 1 ? draws.pick(inspection.measures) : null;
  const appendix =
    draws.whole(1, 30) === 1 ? { id: "appendix-a", title: "Appendix A: figures", file: `appendices/${id}.pdf` } : null;
  const limbs = draws.happens(85) ? Array.from({ length: draws.whole(1, 4) }, () => limbOf(draws)) : [];
  const step = draws.whole(0, WORDS.length - 2);
  const words = draws.whole(WORDS[step] as number, WORDS[step + 1] as number);
  const isTyped = draws.happens(15);
  const text = bodyOf(draws, { words, isTyped, measure: measure?.id ?? null, earlier: place.earlier });
  const matter = {
    title,
    access: "public",
    agendaItem: item,
    from: fill(draws, "{who}"),
    contactOfficer: { role: fill(draws, "{who}"), phone: "01555 010 200", email: "papers@alderwick.example" },
    deadline: "none",
    keyDecision: place.isKeyDecision ? "yes" : undefined,
    authority: draws.happens(30) ? `${meeting.committee.id}/2.${draws.whole(1, 3)}` : undefined,
    summary: sentences(draws, 1, 2),
    recommendations:
      limbs.length > 0 ? [{ that: meeting.committee.called, limbs: limbs.map((limb) => ({ ...limb })) }] : undefined,
    implications: draws.happens(70)
      ? {
          financial: { text: sentence(draws), clearedBy: "Chief Accountant", on: addDays(meeting.date, -20) },
          legal: { text: sentence(draws), clearedBy: "Monitoring Officer", on: addDays(meeting.date, -20) },
        }
      : undefined,
    respondsTo:
      inspection && draws.whole(1, 50) === 1
        ? [draws.pick([`inspections/${inspection.id}`, ...inspection.findings])]
        : undefined,
    reportsOn: measure ? [measure.plan] : undefined,
    discharges: place.discharges.length > 0 ? place.discharges : undefined,
    backgroundPapers: draws.happens(30) ? [capital(fill(draws, "{kind} survey of {things}, {place}"))] : "none",
    appendices: appendix ? [{ ...appendix, access: "public" }] : undefined,
  };
  return {
    id,
    title,
    item,
    text: matterText(matter, text),
    body: text,
    numbering: isTyped ? "typed" : "automatic",
    limbs,
    words,
    measure,
    appendix,
  };
}

function limbOf(draws: Draws): ArchiveLimb {
  return { verb: draws.pick(ITEMS), object: fill(draws, "the {kind} proposals for {things} at {place}, {aim}") };
}

/** With the space after it. Counting words one by one takes longer than making them up. */
const LETTERS_A_WORD = 5.7;

interface BodySetting {
  readonly words: number;
  readonly isTyped: boolean;
  readonly measure: string | null;
  readonly earlier: readonly string[];
}

/** Sections of a few paragraphs each until there are words enough, and two at the least. */
function bodyOf(draws: Draws, { words, isTyped, measure, earlier }: BodySetting): string {
  const lines: string[] = [];
  let count = 0;
  const put = (text: string) => {
    count += text.length / LETTERS_A_WORD;
    lines.push(text, "");
  };
  const hasTable = draws.whole(1, 3) === 1;
  const most = Math.max(40, Math.floor(words / 6));
  for (let section = 1; section <= 2 || count < words; section++) {
    put(
      `## ${isTyped ? `${section}. ` : ""}${capital(fill(draws, draws.pick(["{kind} {things}", "the {thing} at {place}", "what {body} said"])))}`,
    );
    const begun = count;
    let paragraph = 0;
    const say = (text: string) => {
      paragraph += 1;
      put(`${isTyped ? `${section}.${paragraph} ` : ""}${text}`);
    };
    for (const paragraphs = draws.whole(2, 5); paragraph < paragraphs && (paragraph === 0 || count - begun < most); )
      say(sentences(draws, 1, words < 400 ? 2 : 5));
    const to = section === 2 && earlier.length > 0 ? draws.pick(earlier) : null;
    if (to)
      say(
        `${sentence(draws)} [An earlier report](${to}) says more, and the first section here [begins with it](#p1-1).`,
      );
    if (section === 1 && measure) put(`::: chart ${measure}`);
    if (section % 3 === 1 && draws.happens(50)) put(listOf(draws));
    if (hasTable && section === 2) put(tableOf(draws));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function listOf(draws: Draws): string {
  return Array.from({ length: draws.whole(2, 5) }, () => `- ${sentence(draws)}`).join("\n");
}

function tableOf(draws: Draws): string {
  const rows = Array.from(
    { length: draws.whole(3, 12) },
    () => `| ${fill(draws, "{place}")} | ${draws.whole(4, 900)} | ${decimal(draws, 1, 60)}% | ${pounds(draws)} |`,
  );
  const head = ["| Area | Counted | Share | Cost |", "| --- | ---: | ---: | ---: |"];
  return [`Table 1: ${fill(draws, "{things} by area")}`, "", ...head, ...rows].join("\n");
}

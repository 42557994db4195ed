/** What the projects of rivals have in common: the council's own facts, the stylesheet, and how changes are made to them. For the rivals. */
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { write } from "./rival-content.ts";
import type { PreparedSite, Sign } from "./site-rival.ts";

export const LAYOUTS = join(import.meta.dirname);

/** The navigation that every page of ours has. */
export const NAVIGATION = [
  ["/meetings/", "Meetings"],
  ["/decisions/", "Decisions"],
  ["/committees/", "Committees and members"],
  ["/inspections/", "Inspections"],
  ["/follow-ups/", "Follow-ups"],
  ["/forward-plan/", "Forward plan"],
  ["/about/", "About"],
].map(([href, text]) => ({ href, text }));

/** What the council says of itself in the archive at `root`. */
export function councilOf(root: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, "data/council.json"), "utf8")) as Record<string, unknown>;
}

/** Copies the assets of a site of ours, under names without hashes. */
export function copyAssets(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name.replace(/\.[0-9a-f]{16}\./, ".")));
}

/** What ours does and no rival does: each is a clause after "it does not". */
export const NOT_IN_ANY = [
  "check a rule of law, a date, a link or a reference before it builds",
  "read the snapshots' records or prove their hashes: its content was converted beforehand, with one file a paper and names of members filled in",
  "number sections and paragraphs, or give paragraphs, list items and table rows addresses",
  "mark the pages of the pack in a paper, or say which pages of the pack a paper has",
  "give scopes to table headers, draw charts or mark passages in another language",
  "compare what was recommended with what was resolved, or show earlier versions, withdrawals, follow-ups and threads",
  "make the pages of members, inspections, plans, matters, the forward plan, follow-ups, each meeting's record and pages of its pack, or CSV and JSON",
  "copy PDFs of packs, papers and minutes",
  "show drafts beside what is issued: it is changed in content like any other",
  "put a whole new tree in place at once: a reader can meet a site half written",
] as const;

interface Project {
  /** Where the content stands, with `reports/` and `meetings/` in it. */
  readonly content: string;
  readonly reports: readonly string[];
  /** The layout of a report's page; null where there is none. */
  readonly layout: string | null;
  /** What the line that changes the layout is put above. */
  readonly above?: string;
}

/** Makes changes to a rival's content: to another report each round, and a meeting more each time. */
export function changesTo({ content, reports, layout, above = "<article" }: Project): PreparedSite["change"] {
  const report = (round: number) => {
    const file = reports[(Math.floor(reports.length / 2) + round) % reports.length] ?? "";
    return { file: join(content, file), page: file.replace(/^reports/, "meetings").replace(/\.md$/, "/index.html") };
  };
  return (what, round) => {
    const { file, page } = report(round);
    if (what === "body") return changeBody(file, page, round);
    if (what === "title") return changeTitle(file, page, round);
    if (what === "template") return layout === null ? null : changeLayout(layout, above, page, round);
    return what === "meeting" ? newMeeting(content, round) : null;
  };
}

function changeBody(file: string, page: string, round: number): Sign {
  const words = `This was added at reading ${round + 1}.`;
  appendFileSync(file, `\n${words}\n`);
  return { page, words };
}

function changeTitle(file: string, page: string, round: number): Sign {
  const before = readFileSync(file, "utf8");
  const words = `Title ${round + 1} of what was`;
  const after = before.replace(/^title: ("?)/m, `title: $1${words} `);
  if (after === before) throw new Error(`${file} has no title to change`);
  writeFileSync(file, after);
  return { page, words };
}

function changeLayout(layout: string, above: string, page: string, round: number): Sign {
  const words = `Layout ${round + 1} of reports`;
  const before = readFileSync(layout, "utf8");
  if (!before.includes(above)) throw new Error(`${layout} has no ${above} to write above`);
  writeFileSync(layout, before.replace(above, `<p>${words}</p>\n${above}`));
  return { page, words };
}

/** A meeting to come with an agenda and three reports. */
function newMeeting(content: string, round: number): Sign {
  const day = `2026-12-${10 + round}`;
  const meeting = `${day}-cabinet-${round + 1}`;
  const known = {
    meeting,
    committee: "cabinet",
    committeeName: "Cabinet",
    day,
    year: day.slice(0, 4),
    issued: "2026-11-20T10:00",
  };
  const papers = [1, 2, 3].map((number) => `added-${number}`);
  const items = papers.map((id, at) => ({
    anchor: id,
    number: `${at + 1}`,
    title: `Added ${at + 1}`,
    for: "decision",
    papers: [id],
  }));
  const url = `/meetings/${meeting}/`;
  const place = { name: "The Long Room", address: "The Long House", access: "Step-free from the street." };
  const when = { time: "18:30", duration: "about 2 hours", place, summary: "Cabinet decides on three reports." };
  write(
    join(content, "meetings", `${meeting}.md`),
    { title: `Cabinet, ${day}`, url, ...known, ...when, items },
    "Come and listen.\n",
  );
  for (const [order, paper] of papers.entries()) {
    const heading = {
      title: `Added ${order + 1}`,
      url: `${url}${paper}/`,
      paper,
      ...known,
      order,
      item: `${order + 1}`,
      from: "Head of Estates",
      contact: { role: "Head of Estates", phone: "01555 010 200", email: "papers@alderwick.example" },
      deadline: "None",
      summary: "This was added.",
      recommendations: [{ that: "Cabinet", limbs: [{ verb: "notes", object: "the report" }] }],
      implications: [],
      backgroundPapers: [],
    };
    write(join(content, "reports", meeting, `${paper}.md`), heading, "## What it says\n\nThis report was added.\n");
  }
  return { page: `meetings/${meeting}/added-3/index.html`, words: "This report was added." };
}

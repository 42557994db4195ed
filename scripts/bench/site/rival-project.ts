/** What the projects of rivals have in common: the council's own facts, the stylesheet, and how changes are made to them. For the rivals. */
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { write } from "./rival-content.ts";
import type { Change, PreparedSite } from "./site-rival.ts";

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

interface Project {
  /** Where the content stands, with `reports/` and `meetings/` in it. */
  readonly content: string;
  readonly reports: readonly string[];
  /** The layout of a report's page. */
  readonly layout: string;
  /** What the words that change the layout go behind; left out, its end. */
  readonly after?: string;
}

/** Makes changes to a rival's content: to another report each round, and a meeting more each time. */
export function changesTo({ content, reports, layout, after }: Project): PreparedSite["change"] {
  const report = (round: number) => join(content, reports[(Math.floor(reports.length / 2) + round) % reports.length] ?? "");
  const changes: Record<Change, (round: number) => void> = {
    nothing: () => {},
    body: (round) => appendFileSync(report(round), `\nThis was added at reading ${round + 1}.\n`),
    title: (round) => {
      const file = report(round);
      const before = readFileSync(file, "utf8");
      const after = before.replace(/^title: "?(.*?)"?$/m, (_, title: string) => `title: ${JSON.stringify(`${title}, again`)}`);
      if (after === before) throw new Error(`${file} has no title to change`);
      writeFileSync(file, after);
    },
    template: (round) => changeLayout(layout, after, `<p class="quiet">Layout ${round + 1}</p>\n`),
    meeting: (round) => newMeeting(content, round),
  };
  return (what, round) => changes[what](round);
}

function changeLayout(layout: string, after: string | undefined, words: string): void {
  const before = readFileSync(layout, "utf8");
  const end = after === undefined ? before.length : before.indexOf("\n", before.indexOf(after)) + 1;
  writeFileSync(layout, `${before.slice(0, end)}${words}${before.slice(end)}`);
}

/** A meeting to come with an agenda and three reports. */
function newMeeting(content: string, round: number): void {
  const day = `2026-12-${10 + round}`;
  const meeting = `${day}-cabinet-${round + 1}`;
  const known = { meeting, committee: "cabinet", committeeName: "Cabinet", day, issued: "2026-11-20T10:00" };
  const papers = [1, 2, 3].map((number) => `added-${number}`);
  const items = papers.map((id, at) => ({ anchor: id, number: `${at + 1}`, title: `Added ${at + 1}`, for: "decision", papers: [id] }));
  const url = `/meetings/${meeting}/`;
  const place = { name: "The Long Room", address: "The Long House", access: "Step-free from the street." };
  const when = { time: "18:30", duration: "about 2 hours", place, summary: "Cabinet decides on three reports." };
  write(join(content, "meetings", `${meeting}.md`), { title: `Cabinet, ${day}`, url, ...known, ...when, items }, "Come and listen.\n");
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
}

/**
 * Our own site as the bench builds it, by our own commands: the public one, and the preview for what is changed in drafts,
 * as officers see it. Called by bench-site.ts.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PROJECT } from "../../templating/environment.ts";
import type { PreparedSite, Sign, SiteTask } from "./site-rival.ts";

export interface OurSite {
  readonly build: SiteTask;
  readonly preview: SiteTask;
  readonly change: PreparedSite["change"];
}

/** The site of the archive in `root`, written beside it. */
export function ourSite(root: string, folder: string): OurSite {
  const drafts = draftReports(root);
  const draft = (round: number): Draft => {
    const found = drafts[round % drafts.length];
    if (!found) throw new Error(`${root} has no drafts to change`);
    return found;
  };
  return {
    build: task("build", root, join(folder, "ours")),
    preview: task("preview", root, join(folder, "ours-preview")),
    change(what, round) {
      if (what === "body") return changeBody(draft(round), round);
      if (what === "title") return changeTitle(draft(round), round);
      if (what === "template") return changeTemplate(root, draft(round), round);
      return what === "meeting" ? newMeeting(root, round) : null;
    },
  };
}

function task(name: "build" | "preview", root: string, out: string): SiteTask {
  // As an officer starts it, with all that comes before the program itself.
  const command = [process.execPath, join(PROJECT, "scripts/start.js"), name, "--root", root, "--out", out] as const;
  return { command, folder: PROJECT, out, kept: [join(root, ".cleardays"), out] };
}

interface Draft {
  readonly file: string;
  /** Where its page is on the site. */
  readonly page: string;
}

/** Reports of meetings to come whose agenda is not issued. */
function draftReports(root: string): Draft[] {
  const folder = join(root, "content/meetings");
  return readdirSync(folder).flatMap((year) =>
    readdirSync(join(folder, year)).flatMap((meeting) => {
      const own = join(folder, year, meeting);
      if (existsSync(join(own, "issued")) || !existsSync(join(own, "agenda.md"))) return [];
      return readdirSync(own)
        .filter((file) => file.endsWith(".md") && file !== "meeting.md" && file !== "agenda.md")
        .map((file) => ({ file: join(own, file), page: `meetings/${meeting}/${file.slice(0, -3)}/index.html` }));
    }),
  );
}

function changeBody({ file, page }: Draft, round: number): Sign {
  const words = `This was added at reading ${round + 1}.`;
  appendFileSync(file, `\n${words}\n`);
  return { page, words };
}

function changeTitle({ file, page }: Draft, round: number): Sign {
  const before = readFileSync(file, "utf8");
  const words = `Title ${round + 1} of what was`;
  const after = before.replace(/^title: ("?)/m, `title: $1${words} `);
  if (after === before) throw new Error(`${file} has no title to change`);
  writeFileSync(file, after);
  return { page, words };
}

/** The council's own template for reports: ours, and a line of its own. */
function changeTemplate(root: string, { page }: Draft, round: number): Sign {
  const words = `Layout ${round + 1} of reports`;
  const ours = readFileSync(join(PROJECT, "templates/pages/report.njk"), "utf8");
  const article = '<article class="paper">';
  if (!ours.includes(article)) throw new Error("The template of reports has no article to write above");
  const file = join(root, "templates/pages/report.njk");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ours.replace(article, `<p>${words}</p>\n${article}`));
  return { page, words };
}

/** A draft meeting with an agenda and three reports. */
function newMeeting(root: string, round: number): Sign {
  const date = `2026-12-${10 + round}`;
  const id = `${date}-cabinet`;
  const folder = join(root, "content/meetings/2026", id);
  mkdirSync(folder, { recursive: true });
  const place = "place:\n  name: The Long Room\n  address: The Long House\n  access: Step-free from the street.";
  writeFileSync(
    join(folder, "meeting.md"),
    `---\ncommittee: cabinet\ndate: ${date}\ntime: "18:30"\nduration: about 2 hours\n${place}\n---\nCome and listen.\n`,
  );
  const numbers = [1, 2, 3];
  const items = numbers.map(
    (number) =>
      `  - id: item-${number}\n    number: "${number}"\n    title: Added ${number}\n    for: decision\n    papers: ["added-${number}"]`,
  );
  const notice = `notice: Notice is given of a meeting of Cabinet on ${date} at 6.30pm. It is open to the public.`;
  const summary = `access: public\nsummary: Cabinet decides on three reports.\n${notice}`;
  writeFileSync(join(folder, "agenda.md"), `---\n${summary}\nitems:\n${items.join("\n")}\n---\n`);
  for (const number of numbers) writeFileSync(join(folder, `added-${number}.md`), reportText(number));
  return { page: `meetings/${id}/added-3/index.html`, words: "This report was added." };
}

function reportText(number: number): string {
  return `---
title: Added ${number}
access: public
agendaItem: "${number}"
from: Head of Estates
contactOfficer:
  role: Head of Estates
  phone: "01555 010 200"
  email: papers@alderwick.example
deadline: none
summary: This was added.
recommendations:
  - that: Cabinet
    limbs:
      - verb: notes
        object: the report
backgroundPapers: none
---
## What it says

This report was added.
`;
}

/** What officers and clerks change in a meeting and its papers. Listed in edits.ts. */
import { basename, dirname } from "node:path";
import { standInPdf } from "../bench/stand-in-pdf.ts";
import { type EditedCouncil, listIn, withFrontMatter } from "./edited-council.ts";
import type { PossibleEdit } from "./edits.ts";

/** Papers as they are drafted, and not as they were issued. */
const IN_MEETING = "content/meetings/\\d{4}/[^/]+";
export const REPORT = new RegExp(`^${IN_MEETING}/(?!meeting|agenda|minutes)[^/]+\\.md$`);
const MEETING = new RegExp(`^${IN_MEETING}/meeting\\.md$`);
const AGENDA = new RegExp(`^${IN_MEETING}/agenda\\.md$`);
const MINUTES = new RegExp(`^${IN_MEETING}/minutes\\.md$`);
const ANY_PAPER = new RegExp(`^${IN_MEETING}/[^/]+\\.md$`);

export const EDITS_OF_PAPERS: readonly PossibleEdit[] = [
  {
    name: "change a body",
    make: (council) =>
      council.edit(council.oneOf(ANY_PAPER), (_, body) => `${body}\n\nMore was said of the ${council.word()}.\n`),
  },
  {
    name: "put a paragraph in the middle of a report, with a heading and a link",
    make: (council) =>
      council.edit(council.oneOf(REPORT), (_, body) => {
        const parts = body.split("\n\n");
        const link = council.draws.pick(["#p1", "#nowhere", "/meetings/nowhere/", "https://elsewhere.example/"]);
        parts.splice(council.draws.whole(0, parts.length), 0, `## Of the ${council.word()}`, `See [there](${link}).`);
        return parts.join("\n\n");
      }),
  },
  {
    name: "change the title of a report",
    make: (council) =>
      council.edit(council.oneOf(REPORT), (fields) => {
        fields.title = `The ${council.word()}`;
        return undefined;
      }),
  },
  {
    name: "change a summary",
    make: (council) =>
      council.edit(council.oneOf(ANY_PAPER), (fields) => {
        if (fields.committee === undefined) fields.summary = `It is about the ${council.word()}.`;
        return undefined;
      }),
  },
  {
    name: "change a recommendation",
    make: (council) =>
      council.edit(council.oneOf(REPORT), (fields) => {
        const limbs = listIn(fields, "recommendations").flatMap((each) => listIn(each, "limbs"));
        if (limbs.length > 0) council.draws.pick(limbs).object = `the ${council.word()}`;
        else fields.recommendations = [{ that: "the Committee", limbs: [{ verb: "notes", object: council.word() }] }];
        return undefined;
      }),
  },
  {
    name: "keep a report from the public, or open it",
    make: (council) =>
      council.edit(council.oneOf(REPORT), (fields) => {
        fields.access = fields.access === "public" ? "restricted" : "public";
        return undefined;
      }),
  },
  {
    name: "change a meeting's date",
    make: (council) =>
      council.edit(council.oneOf(MEETING), (fields) => {
        fields.date = `${council.draws.whole(2025, 2027)}-0${council.draws.whole(1, 9)}-1${council.draws.whole(0, 9)}`;
        return undefined;
      }),
  },
  {
    name: "change a meeting's time or place",
    make: (council) =>
      council.edit(council.oneOf(MEETING), (fields) => {
        if (council.draws.happens(50)) fields.time = `1${council.draws.whole(0, 9)}:30`;
        else fields.place = { name: `The ${council.word()} room` };
        return undefined;
      }),
  },
  {
    name: "change a meeting's status",
    make: (council) =>
      council.edit(council.oneOf(MEETING), (fields) => {
        fields.status = council.draws.pick(["scheduled", "held", "cancelled", "moved"]);
        fields.because = `Of the ${council.word()}.`;
        return undefined;
      }),
  },
  {
    name: "change an item of an agenda",
    make: (council) =>
      council.edit(council.oneOf(AGENDA), (fields) => {
        const items = listIn(fields, "items");
        if (items.length === 0) return undefined;
        if (council.draws.happens(60)) council.draws.pick(items).title = `The ${council.word()}`;
        else if (council.draws.happens(50)) council.draws.pick(items).number = String(council.draws.whole(1, 40));
        else fields.items = items.toReversed();
        return undefined;
      }),
  },
  {
    name: "change what minutes say was resolved",
    make: (council) =>
      council.edit(council.oneOf(MINUTES), (fields) => {
        const resolutions = listIn(fields, "items").flatMap((item) => listIn(item, "resolutions"));
        if (resolutions.length > 0) council.draws.pick(resolutions).text = `That the ${council.word()} be noted.`;
        return undefined;
      }),
  },
  {
    name: "change who attended, and how they voted",
    make: (council) =>
      council.edit(council.oneOf(MINUTES), (fields) => {
        const attended = listIn(fields, "attendance").filter(({ member }) => member !== undefined);
        const voted = listIn(fields, "items").filter(({ resolutions }) => resolutions !== undefined);
        if (voted.length > 0 && council.draws.happens(60)) {
          const names = attended.map(({ member }) => String(member));
          const [one = "", ...others] = names;
          const totals = { for: String(others.length), against: "1" };
          council.draws.pick(voted).vote = { for: others, against: [one], totals, result: "carried" };
        } else if (attended.length > 1)
          fields.attendance = listIn(fields, "attendance").filter((each) => each !== attended.at(-1));
        return undefined;
      }),
  },
  {
    name: "ask for something in minutes",
    make: (council) =>
      council.edit(council.oneOf(MINUTES), (fields) => {
        const items = listIn(fields, "items");
        if (items.length === 0) return undefined;
        const id = `asked-${council.draws.whole(1, 9999)}`;
        const asked = {
          id,
          text: `A word on the ${council.word()}`,
          askedBy: "the Committee",
          undertakenBy: "Director",
        };
        const item = council.draws.pick(items);
        item.followUps = [...listIn(item, "followUps"), { ...asked, kind: "action", due: { said: "soon" } }];
        return undefined;
      }),
  },
  {
    name: "add a report, with its item on the agenda or without",
    make: (council) => {
      const agenda = council.oneOf(AGENDA);
      if (agenda === null) return null;
      const id = `report-${council.draws.whole(1, 9999)}`;
      const number = String(council.draws.whole(20, 99));
      const file = council.put(`${dirname(agenda)}/${id}.md`, newReport(council, number));
      if (council.draws.happens(70))
        council.edit(agenda, (fields) => {
          fields.items = [...listIn(fields, "items"), { id, number, title: `Of the ${council.word()}`, papers: [id] }];
          return undefined;
        });
      return file;
    },
  },
  {
    name: "rename a report",
    make: (council) => {
      const file = council.oneOf(REPORT);
      return file && council.rename(file, `${dirname(file)}/renamed-${council.draws.whole(1, 9999)}.md`);
    },
  },
  {
    name: "move a report to another meeting",
    make: (council) => {
      const [file, meeting] = [council.oneOf(REPORT), council.oneOf(MEETING)];
      return file && meeting && council.rename(file, `${dirname(meeting)}/${basename(file)}`);
    },
  },
  {
    name: "delete a report, with its item on the agenda or without",
    make: (council) => {
      const file = council.oneOf(REPORT);
      if (file === null) return null;
      const agenda = `${dirname(file)}/agenda.md`;
      if (council.has(agenda) && council.draws.happens(70))
        council.edit(agenda, (fields) => {
          const holds = (papers: unknown) => Array.isArray(papers) && papers.includes(basename(file, ".md"));
          fields.items = listIn(fields, "items").filter(({ papers }) => !holds(papers));
          return undefined;
        });
      return council.remove(file);
    },
  },
  {
    name: "put another file in the place of an appendix",
    make: (council) => {
      const file = council.oneOf(new RegExp(`^${IN_MEETING}/(?!issued/).+\\.pdf$`));
      return file && council.put(file, standInPdf(council.word(), council.draws));
    },
  },
  {
    name: "delete an agenda or minutes",
    make: (council) => {
      const file = council.oneOf(council.draws.happens(50) ? AGENDA : MINUTES);
      return file && council.remove(file);
    },
  },
  {
    name: "add a meeting",
    make: (council) => {
      const committee = council.oneOf(/^content\/committees\/[^/]+\.md$/);
      if (committee === null) return null;
      const name = basename(committee, ".md");
      const date = `202${council.draws.whole(5, 7)}-1${council.draws.whole(0, 2)}-1${council.draws.whole(0, 9)}`;
      const folder = `content/meetings/${date.slice(0, 4)}/${date}-${name}`;
      if (council.has(folder)) return null;
      const fields = { committee: name, date, time: "18:30", place: { name: `The ${council.word()} room` } };
      return council.put(`${folder}/meeting.md`, withFrontMatter(fields, ""));
    },
  },
  {
    name: "delete a meeting",
    make: (council) => {
      const file = council.oneOf(MEETING);
      return file && council.remove(dirname(file));
    },
  },
  {
    name: "rename a meeting's folder",
    make: (council) => {
      const folder = dirname(council.oneOf(MEETING) ?? "");
      const day = `1${council.draws.whole(0, 9)}`;
      const to = folder.replace(/(\/\d{4}-\d{2}-)\d{2}/, `$1${day}`);
      return folder === "." || council.has(to) ? null : council.rename(folder, to);
    },
  },
];

function newReport(council: EditedCouncil, number: string): string {
  const fields = {
    title: `Of the ${council.word()}`,
    ...{ access: "public", agendaItem: number, from: "Director", contactOfficer: { role: "Director" } },
    backgroundPapers: "none",
  };
  return withFrontMatter(fields, `## What it is\n\nIt is about the ${council.word()}.\n`);
}

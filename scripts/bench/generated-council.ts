/**
 * Writes a made-up council into a folder: sound by every rule of `check`, with one draft meeting whose pack has as many
 * reports, of as many pages, as are asked for. The same seed writes the same files. Called by the bench and by tests.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { Draws } from "./draws.ts";
import { madeUpPicture } from "./made-up-picture.ts";
import { madeUpReport } from "./made-up-report.ts";
import { capital, decimal, fill, sentence, sentences } from "./made-up-words.ts";

export interface GeneratedOptions {
  readonly reports: number;
  /** A4 pages a report in the pack, its share of the front sheet and agenda among them; 11 where nothing is said. */
  readonly pagesEach?: number;
  readonly seed?: number;
}

export interface GeneratedCouncil {
  /** The meeting's name, as the commands take it. */
  readonly meeting: string;
  /** Each report's file under `root`, in the order of the agenda. */
  readonly reports: readonly string[];
}

const MEETING = "2027-03-09-resources";
const WEBSITE = "https://papers.alderwick.example";
const FOLDER = `content/meetings/2027/${MEETING}`;
/** Millimetres of an A4 page between its margins. */
const PAGE = 253;

/** Writes the council into `root`, which should be empty. */
export function writeGeneratedCouncil(root: string, options: GeneratedOptions): GeneratedCouncil {
  const { reports, pagesEach = 11, seed = 1 } = options;
  const put = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  const papers = Array.from({ length: reports }, (_, at) => paperAt(at, reports, pagesEach, seed));
  for (const [file, content] of Object.entries(around(new Draws(seed)))) put(file, content);
  put("data/plans/service-plan.json", json(plan(papers, seed)));
  put(`${FOLDER}/agenda.md`, document(agenda(papers)));
  for (const paper of papers) {
    put(`${FOLDER}/${paper.id}.md`, paper.text);
    // A short report may have no room for it.
    if (paper.text.includes(paper.picture))
      put(`${FOLDER}/${paper.picture}`, madeUpPicture(new Draws(seed * 7919 + paper.at)));
  }
  return { meeting: MEETING, reports: papers.map(({ id }) => `${FOLDER}/${id}.md`) };
}

interface Paper {
  readonly at: number;
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly measure: string;
  readonly picture: string;
  readonly text: string;
}

/** A report depends on its place and the seed alone, but for the one link that leads from the last to the first. */
function paperAt(at: number, reports: number, pagesEach: number, seed: number): Paper {
  const draws = new Draws(seed * 104_729 + at);
  const id = nameOf("report", at);
  const next = `/meetings/${MEETING}/${nameOf("report", (at + 1) % reports)}/`;
  // Every fifth report shares its item with the one before it.
  const item = String(3 + at - Math.floor(at / 5));
  const [measure, picture] = [nameOf("measure", at), `${nameOf("plan", at)}.png`];
  const title = capital(fill(draws, at % 4 === 1 ? LONG_TITLE : "{kind} {things} and the {thing} at {place}"));
  const isTyped = at % 5 === 3;
  const links = [next, `${WEBSITE}${next}`, `${next}#p2-1`];
  // What the front matter becomes takes about a page and a half, and the last page is half empty.
  const height = Math.max(0.3, pagesEach - 1.85) * PAGE;
  const body = madeUpReport(draws, { height, isTyped, measure, picture, links });
  return { at, id, item, title, measure, picture, text: document(frontMatter(draws, title, item), body) };
}

const LONG_TITLE =
  "What is to become of the {thing} at {place}, of the {kind} {things} that depend on it, and of the money set aside {aim}";

function frontMatter(draws: Draws, title: string, item: string): object {
  const cleared = (kind: string) => ({
    text: sentences(draws, 1, 3),
    clearedBy: kind,
    on: `2027-02-1${draws.whole(0, 9)}`,
  });
  return {
    title,
    access: "public",
    agendaItem: item,
    from: fill(draws, "{who}"),
    contactOfficer: { role: fill(draws, "{who}"), phone: "01555 010 200", email: "papers@alderwick.example" },
    deadline: "none",
    majorPolicyItem: draws.happens(20) ? "yes" : "no",
    origin: { referredBy: "the Committee", on: "2026-12-08", because: sentence(draws) },
    authority: "resources/2.10",
    summary: sentences(draws, 2, 2),
    recommendations: [
      {
        that: "the Committee",
        limbs: Array.from({ length: draws.whole(2, 5) }, () => ({
          verb: draws.pick(["notes", "agrees", "approves", "endorses"]),
          object: fill(draws, "the {kind} proposals for {things} at {place}, {aim}"),
        })),
      },
    ],
    implications: {
      financial: cleared("Chief Accountant"),
      legal: cleared("Monitoring Officer"),
      equality: cleared("Equality Adviser"),
      climate: cleared("Head of Parks"),
    },
    backgroundPapers: Array.from({ length: draws.whole(1, 4) }, () =>
      capital(fill(draws, "{kind} survey of {things}, {place}")),
    ),
  };
}

function agenda(papers: readonly Paper[]): object {
  const items = new Map<string, Paper[]>();
  for (const paper of papers) items.set(paper.item, [...(items.get(paper.item) ?? []), paper]);
  return {
    access: "public",
    summary: "The Committee decides on services and buildings throughout the borough.",
    notice: "Notice is given of a meeting of the Resources Committee in the Long Room. It is open to the public.",
    items: [
      { id: "apologies", number: "1", title: "Apologies for absence" },
      { id: "declarations", number: "2", title: "Declarations of interest" },
      ...[...items].map(([number, own]) => ({
        id: `item-${number}`,
        number,
        title: own[0]?.title,
        for: "decision",
        papers: own.map(({ id }) => id),
      })),
    ],
  };
}

/** The council that the meeting is of: all but its agenda, papers and figures. */
function around(draws: Draws): Record<string, string> {
  const member = (name: string, ward: string) =>
    document({ name, title: "none", party: "Independent", ward, from: "2023-05-04" }, "");
  return {
    "data/council.json": json({
      name: "Alderwick Borough Council",
      jurisdiction: "england",
      website: WEBSITE,
      address: ["The Long House", "Alderwick"],
      phone: "01555 010 100",
      email: "papers@alderwick.example",
      colours: { light: "#14532d", dark: "#86d5a4" },
      licence: { name: "Open licence", statement: "You may copy what stands here if you say where it came from." },
      sample: { now: "2027-02-22T10:00", issued: [] },
    }),
    "content/committees/resources.md": document(
      {
        name: "Resources Committee",
        shortName: "the Committee",
        kind: "committee",
        regime: "committee",
        remit: "Decides how the council's money, land and buildings are used.",
        quorum: "2",
        termsOfReference: [{ number: "2.10", text: "To decide on services and buildings within the budget." }],
        membership: [
          { member: "first-seat", role: "chair", from: "2025-05-20" },
          { member: "second-seat", from: "2025-05-20" },
        ],
        contact: { role: "Democratic Services Officer", phone: "01555 010 101", email: "papers@alderwick.example" },
      },
      sentence(draws),
    ),
    "content/members/first-seat.md": member("The member for Netherfold", "Netherfold"),
    "content/members/second-seat.md": member("The member for Sallow Bridge", "Sallow Bridge"),
    "content/inspections/2026-services.md": document(
      {
        title: "Inspection of services, May 2026",
        inspectorate: "The inspectorate",
        framework: "Framework of 2025",
        kind: "full",
        fieldwork: { from: "2026-05-11", to: "2026-05-15" },
        findings: [{ id: "upkeep", title: "Upkeep was put off", kind: "for improvement" }],
      },
      sentences(draws, 2, 3),
    ),
    [`${FOLDER}/meeting.md`]: document({
      committee: "resources",
      date: "2027-03-09",
      time: "18:30",
      place: { name: "The Long Room, Alderwick" },
    }),
  };
}

/** A measure for the chart of every report. */
function plan(papers: readonly Paper[], seed: number): object {
  return {
    title: "Service plan",
    kind: "improvement",
    inspection: "2026-services",
    version: "1.0",
    status: "draft",
    summary: "Puts right what inspectors found.",
    owner: "Chief Accountant",
    updated: "2027-02-10",
    reportsTo: ["resources"],
    actions: [
      {
        id: "upkeep",
        title: "Catch up with upkeep",
        findings: ["2026-services/upkeep"],
        owner: "Chief Accountant",
        due: "2027-12-31",
        progress: [{ date: "2027-02-10", status: "under way", text: "It has begun." }],
      },
    ],
    measures: papers.map((paper) => measure(new Draws(seed * 1_299_709 + paper.at), paper.measure)),
  };
}

function measure(draws: Draws, id: string): object {
  const months = ["06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31"];
  const days = months.map((each) => `2026-${each}`).concat("2027-01-31");
  return {
    id,
    title: capital(fill(draws, "{kind} {things} at {place}")),
    unit: "%",
    direction: "higher is better",
    frequency: "monthly",
    baseline: { value: Number(decimal(draws, 8, 30)), date: "2026-05-31" },
    target: { value: draws.whole(70, 95), by: "2027-12-31" },
    actions: ["upkeep"],
    readings: days.map((date, at) => ({ date, value: Number(decimal(draws, 24 + 4 * at, 34 + 5 * at)) })),
  };
}

function nameOf(what: string, at: number): string {
  return `${what}-${String(at + 1).padStart(3, "0")}`;
}

function document(frontMatter: object, body = ""): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n${body}${body.endsWith("\n") ? "" : "\n"}`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Writes an archive's issued papers as content of a plain static site, a Markdown file each: `reports/`, `meetings/`,
 * `minutes/`, `committees/`. Every rival reads the same files. Called by the rivals' `prepare`, which is not timed.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { stringify } from "yaml";
import { type IssuedMeeting, type IssuedReport, issuedMeetings, readMatterFile } from "./issued-content.ts";

type Matter = Readonly<Record<string, unknown>>;

/** Where the files of one report are, for the changes that the bench makes. */
export interface WrittenContent {
  readonly reports: readonly string[];
  readonly meetings: number;
  /** Years, latest first, that have meetings, and that have minutes. */
  readonly years: { readonly meetings: readonly string[]; readonly minutes: readonly string[] };
}

/** Writes the content of the archive in `root` into `folder`. */
export function writeRivalContent(root: string, folder: string): WrittenContent {
  const names = memberNames(root);
  const committees = writeCommittees(root, folder, names);
  const reports: string[] = [];
  let meetings = 0;
  const years = { meetings: new Set<string>(), minutes: new Set<string>() };
  for (const issued of issuedMeetings(root)) {
    meetings += 1;
    const committee = String(issued.meeting.matter.committee);
    const day = text(issued.meeting.matter.date);
    const known = { committee, committeeName: committees.get(committee), day, year: day.slice(0, 4) };
    write(join(folder, "meetings", `${issued.id}.md`), meetingMatter(issued, known), issued.meeting.body);
    for (const [order, report] of issued.reports.entries()) {
      const file = join("reports", issued.id, `${report.id}.md`);
      write(join(folder, file), reportMatter(issued.id, report, order, known), report.body);
      reports.push(file);
    }
    years.meetings.add(known.year);
    if (!issued.minutes) continue;
    years.minutes.add(known.year);
    write(join(folder, "minutes", `${issued.id}.md`), minutesMatter(issued, names, known), issued.minutes.body);
  }
  const latest = (all: ReadonlySet<string>) => [...all].sort().reverse();
  return { reports, meetings, years: { meetings: latest(years.meetings), minutes: latest(years.minutes) } };
}

/** A file of Markdown with front matter that every tool reads alike: no dates, and no number that is words. */
export function write(file: string, matter: Matter, body: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\n${stringify(matter, { lineWidth: 0, version: "1.1" })}---\n${body}`);
}

interface Known {
  readonly committee: string;
  readonly committeeName: string | undefined;
  readonly day: string;
  readonly year: string;
}

function meetingMatter({ id, meeting, agenda, issuedAt }: IssuedMeeting, known: Known): Matter {
  const { time, duration, place } = meeting.matter;
  const items = (agenda?.matter.items ?? []) as Matter[];
  return dropEmpty({
    title: `${known.committeeName}, ${known.day}`,
    url: `/meetings/${id}/`,
    meeting: id,
    ...known,
    time,
    duration,
    place,
    summary: agenda?.matter.summary,
    issued: issuedAt,
    items: items.map((item) =>
      dropEmpty({ ...item, minutesOf: item.minutesOf, id: undefined, anchor: item.id, papers: item.papers }),
    ),
  });
}

function reportMatter(meeting: string, { id, issuedAt, matter }: IssuedReport, order: number, known: Known): Matter {
  const implications = Object.entries((matter.implications ?? {}) as Record<string, Matter>);
  const background = matter.backgroundPapers;
  return dropEmpty({
    title: matter.title,
    url: `/meetings/${meeting}/${id}/`,
    meeting,
    paper: id,
    ...known,
    issued: issuedAt,
    order,
    item: matter.agendaItem,
    from: matter.from,
    contact: matter.contactOfficer,
    deadline: matter.deadline === "none" ? "None" : matter.deadline,
    authority: matter.authority,
    summary: matter.summary,
    recommendations: matter.recommendations ?? [],
    implications: implications.map(([name, each]) => ({
      name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
      text: each.text,
      clearedBy: each.clearedBy,
      on: text(each.on),
    })),
    backgroundPapers: Array.isArray(background) ? background : [],
  });
}

function minutesMatter(issued: IssuedMeeting, names: ReadonlyMap<string, string>, known: Known): Matter {
  const matter: Matter = issued.minutes?.matter ?? {};
  const name = (id: unknown) => (id === undefined ? undefined : (names.get(String(id)) ?? String(id)));
  const items = (matter.items ?? []) as Matter[];
  const titles = new Map(((issued.agenda?.matter.items ?? []) as Matter[]).map((item) => [item.number, item.title]));
  const attendance = (matter.attendance ?? []) as { member?: string; officer?: string }[];
  return dropEmpty({
    title: `Minutes: ${known.committeeName}, ${known.day}`,
    url: `/meetings/${issued.id}/minutes/`,
    meeting: issued.id,
    ...known,
    issued: issued.minutes?.issuedAt,
    summary: matter.summary,
    began: matter.began,
    ended: matter.ended,
    chair: name(matter.chair),
    attendance: attendance.map(({ member, officer }) => officer ?? name(member)),
    apologies: ((matter.apologies ?? []) as string[]).map(name),
    items: items.map(({ item, minute, decision, movedBy, secondedBy, resolutions }) =>
      dropEmpty({
        item,
        minute,
        title: titles.get(item),
        decision,
        movedBy: name(movedBy),
        secondedBy: name(secondedBy),
        resolutions: (resolutions as Matter[] | undefined)?.map(({ letter, text, change }) => ({
          letter,
          text,
          change,
        })),
      }),
    ),
  });
}

function writeCommittees(root: string, folder: string, names: ReadonlyMap<string, string>): Map<string, string> {
  const from = join(root, "content/committees");
  const committees = new Map<string, string>();
  for (const file of readdirSync(from)) {
    const { matter, body } = readMatterFile(join(from, file));
    const id = basename(file, ".md");
    committees.set(id, String(matter.name));
    const membership = (matter.membership as Matter[]).map((seat) => ({
      name: names.get(String(seat.member)),
      role: seat.role,
      from: text(seat.from),
      until: text(seat.until),
    }));
    write(
      join(folder, "committees", file),
      dropEmpty({
        title: matter.name,
        url: `/committees/${id}/`,
        committee: id,
        remit: matter.remit,
        quorum: matter.quorum,
        termsOfReference: matter.termsOfReference,
        contact: matter.contact,
        membership: membership.filter(({ until }) => until === ""),
      }),
      body,
    );
  }
  return committees;
}

function memberNames(root: string): Map<string, string> {
  const folder = join(root, "content/members");
  return new Map(
    readdirSync(folder).map((file) => [
      basename(file, ".md"),
      `Councillor ${readMatterFile(join(folder, file)).matter.name}`,
    ]),
  );
}

/** A day or a word of YAML as words. */
function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

function dropEmpty(matter: Matter): Matter {
  return Object.fromEntries(Object.entries(matter).filter(([, value]) => value !== undefined && value !== null));
}

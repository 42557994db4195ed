/**
 * The committees and members of a made-up council over twenty years, and who sat on what when. Called by
 * generated-archive.ts and by what it writes meetings with.
 */

import type { CivilDate } from "../model/civil.ts";
import { type Committee, committee as committeeSchema } from "../model/committee.ts";
import { Draws } from "./draws.ts";
import { fill, sentence } from "./made-up-words.ts";
import { type MatterValue, matterText } from "./matter-text.ts";

export interface ArchiveMember {
  readonly id: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

export interface ArchiveCommittee {
  readonly id: string;
  readonly name: string;
  /** How it is called in running text. */
  readonly called: string;
  /** As its file reads, for the context of what was issued. */
  readonly value: Committee;
  readonly seats: readonly ArchiveMember[];
}

export interface ArchiveBodies {
  readonly committees: readonly ArchiveCommittee[];
  readonly members: readonly ArchiveMember[];
  readonly files: Readonly<Record<string, string>>;
}

const COMMITTEES = [
  ["cabinet", "Cabinet", "cabinet", "executive"],
  ["overview-scrutiny", "Overview and Scrutiny Committee", "committee", "scrutiny"],
  ["resources", "Resources Committee", "committee", "committee"],
  ["council", "Full Council", "council", "council"],
  ["planning", "Planning Committee", "committee", "committee"],
  ["audit", "Audit and Governance Committee", "committee", "committee"],
  ["childrens-scrutiny", "Children and Young People Scrutiny Panel", "panel", "scrutiny"],
  ["health-scrutiny", "Health Scrutiny Panel", "panel", "scrutiny"],
  ["licensing", "Licensing Committee", "committee", "committee"],
  ["housing", "Housing Committee", "committee", "committee"],
  ["environment", "Environment Committee", "committee", "committee"],
  ["standards", "Standards Committee", "committee", "committee"],
] as const;

const CALLED = { cabinet: "Cabinet", council: "the Council", panel: "the Panel", committee: "the Committee" } as const;

const FIRST =
  "Ada Bryn Carys Dilwyn Edith Farid Gwen Hasan Ines Joss Kamal Lowri Mabel Nadia Orla Perran Quentin Rhys Sunita Tegan".split(
    " ",
  );
const LAST =
  "Ashby Birtle Cawley Drury Eames Fallow Garrick Hollins Ivory Jessop Kemble Lorrimer Marchbank Noakes Orchard Penhale Quill Rudge Sallis Tarrant Underhay Vane Wetherell Yorke Aldous Brasher Corbet Dunmore Elphick Furness".split(
    " ",
  );

const ELECTIONS = ["2006-05-08", "2011-05-09", "2015-05-11", "2019-05-06", "2023-05-08"];

/** The bodies of a council with so many committees and members, whose earliest meeting is on `begins`. */
export function archiveBodies(
  size: { readonly committees: number; readonly members: number },
  begins: CivilDate,
  seed: number,
): ArchiveBodies {
  const draws = new Draws(seed * 15_485_863);
  const members = Array.from({ length: size.members }, (_, at) => memberAt(at, begins));
  const committees = COMMITTEES.slice(0, size.committees).map((row, at) =>
    committeeAt(row, at, members, begins, draws),
  );
  const files = Object.fromEntries([
    ...members.map((member) => [`content/members/${member.id}.md`, memberText(member, draws)]),
    ...committees.map(({ id, matter }) => [`content/committees/${id}.md`, matterText(matter, `${sentence(draws)}\n`)]),
  ]);
  return { committees, members, files };
}

/** Those of a committee's seats that were held on a day; the chair first. */
export function sitting(committee: ArchiveCommittee, day: CivilDate): ArchiveMember[] {
  return committee.seats.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

/** A third served throughout; where there was an election since, a third until it and a third from it. */
function memberAt(at: number, begins: CivilDate): ArchiveMember {
  const name = `${FIRST[(at * 3 + Math.floor(at / LAST.length)) % FIRST.length]} ${LAST[at % LAST.length]}`;
  const first = ELECTIONS.findLast((day) => day < begins) as CivilDate;
  const isLong = begins >= "2012" || at % 3 === 0;
  return {
    id: name.toLowerCase().replace(" ", "-"),
    name,
    from: isLong || at % 3 === 1 ? first : "2016-05-09",
    until: isLong || at % 3 === 2 ? null : "2016-05-08",
  };
}

function memberText({ id, name, from, until }: ArchiveMember, draws: Draws): string {
  const party = draws.pick(["Independent", "Alderwick First", "Valley Party", "Union of Residents"]);
  const ward = fill(draws, "{place}");
  return matterText(
    { name, party, ward, email: `${id}@alderwick.example`, from, until: until ?? undefined },
    `Councillor ${name} lives in ${ward}.\n`,
  );
}

function committeeAt(
  [id, name, kind, regime]: (typeof COMMITTEES)[number],
  at: number,
  members: readonly ArchiveMember[],
  begins: CivilDate,
  draws: Draws,
): ArchiveCommittee & { readonly matter: Record<string, MatterValue | undefined> } {
  const long = members.filter(({ from, until }) => from < begins && until === null);
  const chair = long[at % long.length] as ArchiveMember;
  const everybody = kind === "council" || members.length < 12;
  const others = members.filter((each) => each !== chair && (everybody || (members.indexOf(each) + at) % 5 < 2));
  const seats = [chair, ...others];
  const called = CALLED[kind];
  const matter = {
    name,
    shortName: called,
    kind,
    regime,
    remit: `Meets on ${fill(draws, "{things}, {things} and {things}")}.`,
    quorum: "3",
    termsOfReference: ["2.1", "2.2", "2.3"].map((number) => ({
      number,
      text: `To decide on ${fill(draws, "{kind} {things} and {things}")}.`,
    })),
    membership: seats.map((each, place) => ({
      member: each.id,
      role: place === 0 ? "chair" : place === 1 ? "vice-chair" : "member",
      from: each.from,
      until: each.until ?? undefined,
    })),
    contact: { role: "Democratic Services Officer", phone: "01555 010 101", email: "papers@alderwick.example" },
  };
  return { id, name, called, value: committeeSchema.parse(matter), seats, matter };
}

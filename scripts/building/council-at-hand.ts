/**
 * The council as a build has it: every unit with the hash of what is in it, and what was read of each, opened when it is
 * asked for. It reads what changed since the build before, and nothing else. Made by open-build.ts.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { hashOfText } from "../asking/hashes.ts";
import { clockOf } from "../load/council.ts";
import { type Findings, positionsIn } from "../load/document.ts";
import { COLLECTIONS, type Living } from "../load/living.ts";
import type { CivilDateTime } from "../model/civil.ts";
import type { CouncilMeeting, Sourced } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { keepFile, keptFile, type Told } from "./kept-file.ts";
import { isAsHashed } from "./look.ts";
import { MeetingCache, type ReadMeeting } from "./meeting-cache.ts";
import { laterIn, nowhere } from "./parted-meeting.ts";
import type { SharedCache } from "./shared-cache.ts";

export type Collection = keyof Living;

/** A unit with what is in it. */
export interface HashedUnit {
  readonly path: string;
  readonly hash: string;
}

export interface AtHandOptions {
  readonly root: string;
  readonly drafts: boolean;
  /** Where what was read is kept. */
  readonly kept: string;
  /** Where builds share what they read. */
  readonly shared: SharedCache;
  /** Which program reads. */
  readonly program: string;
  readonly now: CivilDateTime | undefined;
  readonly told: Told;
}

interface ReadCollection<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
  readonly unreadable: readonly string[];
}

/** The collections that hold figures, forecasts and names of papers which are not public before a paper is issued. */
const WAITING: ReadonlySet<Collection> = new Set(["plans", "endorsedPlans", "inspections", "matters"]);

/** What an input that is not there has for a hash. */
const NOTHING = "nothing";

export class CouncilAtHand {
  readonly root: string;
  readonly units: ReadonlyMap<string, HashedUnit>;
  private readonly options: AtHandOptions;
  private readonly meetings: MeetingCache;
  private readonly collections = new Map<Collection, ReadCollection<unknown>>();
  private readonly hashes = new Map<string, string>();
  private moment: CivilDateTime | null = null;
  /** Collections that the build before read, by what was in them. */
  private readonly readBefore: ReadonlyMap<string, ReadCollection<unknown>>;
  /** Collections that somebody wrote in while they were read. */
  private readonly unsound = new Set<Collection>();

  /** `before` is what the build before had in the same place, of which all that is the same is taken over. */
  constructor(options: AtHandOptions, units: ReadonlyMap<string, HashedUnit>, before: CouncilAtHand | null = null) {
    const { root, drafts, kept, program, told, shared } = options;
    this.root = root;
    this.options = options;
    this.units = units;
    this.meetings = before?.meetings ?? new MeetingCache(root, drafts, join(kept, "meetings"), program, told, shared);
    this.readBefore = new Map(before?.collectionsRead);
  }

  private get collectionsRead(): [string, ReadCollection<unknown>][] {
    return [...this.collections]
      .filter(([name]) => !this.unsound.has(name))
      .map(([name, read]) => [`${name} ${this.hashOf(`collection ${name}`)}`, read]);
  }

  /** The names of the folders of meetings, in order. */
  get meetingNames(): string[] {
    return [...this.units.keys()].flatMap((name) => (name.startsWith("meeting ") ? name.slice(8) : [])).sort();
  }

  /** What was read of a meeting; null where there is no such folder. */
  read(id: string): ReadMeeting | null {
    const unit = this.units.get(`meeting ${id}`);
    return unit ? this.meetings.read(unit.path, unit.hash) : null;
  }

  meeting(id: string): CouncilMeeting | null {
    return this.read(id)?.meeting ?? null;
  }

  collection<Name extends Collection>(name: Name): ReadCollection<Living[Name]> {
    const known = this.collections.get(name);
    if (known) return known as ReadCollection<Living[Name]>;
    const before = this.readBefore.get(`${name} ${this.hashOf(`collection ${name}`)}`) as
      | ReadCollection<Living[Name]>
      | undefined;
    const read = before ?? this.keptCollection(name) ?? this.readCollection(name);
    this.collections.set(name, read);
    return read;
  }

  /** What the clock says: the same from a build's beginning to its end. */
  get now(): CivilDateTime {
    if (this.moment === null) {
      const settings = this.collection("settings").value;
      this.moment = settings ? clockOf(settings.value, this.options.now) : "1970-01-01T00:00";
    }
    return this.moment;
  }

  /** The hash of an input: `meeting ID`, `entry ID`, `collection NAME`, `file PATH`; `outside` for what lies in no meeting; `now`. */
  hashOf(input: string): string {
    if (input === "now") return this.now;
    const known = this.hashes.get(input);
    if (known) return known;
    const hash = this.workedOut(input);
    this.hashes.set(input, hash);
    return hash;
  }

  /** Throws away what was kept of what is not there any more. */
  forgetOthers(): void {
    const collections = join(this.options.kept, "collections");
    const wanted = new Set((Object.keys(COLLECTIONS) as Collection[]).map((name) => basename(this.placeOf(name))));
    if (existsSync(collections))
      for (const name of readdirSync(collections)) if (!wanted.has(name)) rmSync(join(collections, name));
    const hashes = [...this.units].flatMap(([name, unit]) => (name.startsWith("meeting ") ? unit.hash : []));
    this.meetings.forgetOthers(new Set(hashes));
  }

  private workedOut(input: string): string {
    const [kind = "", ...rest] = input.split(" ");
    const name = rest.join(" ");
    if (kind === "collection") return this.hashUnder(COLLECTIONS[name as Collection].place);
    if (input === "outside") return this.hashOutside();
    return this.units.get(input)?.hash ?? NOTHING;
  }

  /** Of the units that lie at or under `place`. */
  private hashUnder(place: string): string {
    return this.hashOfUnits((unit) => liesUnder(place, unit));
  }

  private hashOutside(): string {
    return this.hashOfUnits((_, name) => !name.startsWith("meeting "));
  }

  private hashOfUnits(isWanted: (unit: HashedUnit, name: string) => boolean): string {
    const found = [...this.units].filter(([name, unit]) => isWanted(unit, name));
    return found.length === 0
      ? NOTHING
      : hashOfText(
          found
            .map(([, { path, hash }]) => `${path} ${hash}`)
            .sort()
            .join("\n"),
        );
  }

  private keptCollection<Name extends Collection>(name: Name): ReadCollection<Living[Name]> | null {
    const content = keptFile(this.placeOf(name), this.kindOf(name), this.options.told) ?? this.fetchedCollection(name);
    if (!content) return null;
    const read = deserialize(zstdDecompressSync(content)) as ReadCollection<Living[Name]>;
    for (const source of sourcesIn(read.value))
      laterIn(source, ["positions"], () => ({ positions: positionsIn(this.root, source.file) }));
    return read;
  }

  /** What another build kept of it in the cache that they share. */
  private fetchedCollection(name: Collection): Buffer | null {
    const content = this.options.shared.get("collections", this.kindOf(name), this.hashOf(`collection ${name}`));
    if (content) keepFile(this.placeOf(name), this.kindOf(name), content);
    return content;
  }

  private readCollection<Name extends Collection>(name: Name): ReadCollection<Living[Name]> {
    const findings: Findings = { root: this.root, problems: [], unreadable: new Set() };
    const value = COLLECTIONS[name].read(findings, this.options.drafts);
    const read = { value, problems: findings.problems, unreadable: [...findings.unreadable] };
    const files = [...sourcesIn(value), ...read.problems].map(({ file }) => file);
    if (!this.isAsHashed(name, files)) {
      this.unsound.add(name);
      return read;
    }
    // The public's build leaves nothing on the disk that waits for a paper to be issued.
    if (!this.options.drafts && WAITING.has(name)) return read;
    const content = zstdCompressSync(serialize({ ...read, value: withoutPositions(value) }));
    keepFile(this.placeOf(name), this.kindOf(name), content);
    this.options.shared.keep("collections", this.kindOf(name), this.hashOf(`collection ${name}`), content);
    return read;
  }

  /** Whether nobody wrote in a collection since it was hashed; else what was read, of these `files`, is of another hash. */
  private isAsHashed(name: Collection, files: readonly string[]): boolean {
    const place = { root: this.root, audience: this.options.drafts ? "draft" : "public" } as const;
    const own = [...this.units].filter(([, unit]) => liesUnder(COLLECTIONS[name].place, unit));
    return (
      own.every(([unitName, unit]) => isAsHashed(place, unitName, unit)) &&
      files.every((path) => own.some(([, unit]) => liesUnder(unit.path, { path })))
    );
  }

  private placeOf(name: Collection): string {
    return join(this.options.kept, "collections", `${name}-${this.hashOf(`collection ${name}`)}`);
  }

  private kindOf(name: Collection): string {
    return `collection ${name} ${this.options.drafts ? "drafts" : "issued"} ${this.options.program} ${process.versions.v8}`;
  }
}

function liesUnder(place: string, { path }: { readonly path: string }): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** Every document in a collection, however deep: a collection is a document, a list of them, or a list of entries that hold some. */
function sourcesIn(value: unknown): Sourced<unknown>[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== "object" || value === null) return [];
  if ("positions" in value) return [value as Sourced<unknown>];
  return PARTS.flatMap((part) => sourcesIn((value as Record<string, unknown>)[part]));
}

/** Where an entry of the forward plan holds documents: its draft, its notices, and each notice's entry. */
const PARTS = ["draft", "issued", "entry"];

function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions);
  if (typeof value !== "object" || value === null) return value;
  if ("positions" in value) return nowhere(value as Sourced<unknown>);
  const parts = PARTS.filter((part) => part in value).map((part) => [
    part,
    withoutPositions((value as Record<string, unknown>)[part]),
  ]);
  return { ...value, ...Object.fromEntries(parts) };
}

/**
 * Every file that a build may open, found by one walk, in the units that are read together: a meeting's folder, an entry's of
 * the forward plan, any other file by itself. A unit whose stamp is the same has not changed; only others are read, for their
 * hash. Called by look.ts for all of them and by changed-units.ts for some.
 */
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { INSTALLED } from "../site/councils-wiring.ts";

/** A unit's name, such as `meeting 2026-09-28-cabinet`, where it lies from the council's root, and how it looks. */
export interface Unit {
  readonly name: string;
  /** Its folder, or its only file. */
  readonly path: string;
  /** Of its snapshots, of their folders and records alone: what was issued does not change, and a file takes long to ask for. */
  readonly stamp: string;
  /** Of every file of its snapshots; null where they were not looked at this time, empty where one is too new to say. */
  readonly snapshots: string | null;
  /** Looks at them now. */
  readonly lookWhole: () => string;
}

/** What a unit says of its snapshots that can have none. */
const NONE = "none";

/** Whether to look at every file of a meeting's snapshots this time. */
export type LookWhole = (meeting: string) => boolean;

/** A file changed so lately may change again within the clock's grain, and be as long as before. */
const SETTLED = 2000;

/**
 * The units of the council in `root` by name: with drafts, everything under `content/` and `data/`; without, what the public
 * build opens. Links and hidden files are nobody's papers. `started` is when the build began, in milliseconds; `isWanted` leaves
 * out units by their paths, which are then not looked at.
 */
export function councilUnits(
  root: string,
  drafts: boolean,
  started: number,
  lookWhole: LookWhole,
  isWanted: (path: string) => boolean = () => true,
): Map<string, Unit> {
  const units = new Map<string, Unit>();
  const put = (
    name: string,
    path: string,
    stamped: (stamps: Stamps) => Stamps,
    whole: () => string = () => NONE,
    isTurn = true,
  ) => {
    if (!isWanted(path)) return;
    const stamp = stamped(new Stamps(root, started)).text();
    units.set(name, { name, path, stamp, snapshots: isTurn ? whole() : null, lookWhole: whole });
  };
  const whole = (folder: string) => () => new Stamps(root, started).all(`${folder}/issued`).text();
  const alone = (file: string) => put(`file ${file}`, file, (stamps) => stamps.of(file));
  const living = (folder: string): void => {
    for (const entry of entriesIn(root, folder)) {
      if (entry.isDirectory()) living(`${folder}/${entry.name}`);
      else alone(`${folder}/${entry.name}`);
    }
  };

  const folders = (place: string): string[] => {
    const entries = entriesIn(root, place);
    if (drafts) for (const entry of entries) if (!entry.isDirectory()) alone(`${place}/${entry.name}`);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  };

  for (const year of folders("content/meetings"))
    for (const id of folders(`content/meetings/${year}`)) {
      const folder = `content/meetings/${year}/${id}`;
      const only = drafts ? null : "meeting.md";
      put(`meeting ${id}`, folder, (stamps) => stamps.unit(folder, only), whole(folder), lookWhole(id));
    }
  for (const id of folders("content/forward-plan")) {
    const folder = `content/forward-plan/${id}`;
    put(`entry ${id}`, folder, (stamps) => stamps.unit(folder, drafts ? null : ""), whole(folder));
  }
  for (const entry of entriesIn(root, "content")) {
    const path = `content/${entry.name}`;
    if (!entry.isDirectory()) alone(path);
    else if (!OWN_UNITS.has(entry.name) && (drafts || LIVING.has(entry.name))) living(path);
  }
  living("data");
  living("templates");
  for (const name of WIRING) if (lstatSync(join(root, name), { throwIfNoEntry: false })) alone(name);
  return units;
}

/** A council's own wiring, and what says which packages it has. */
export const WIRING = [".eleventy.js", INSTALLED];

/** The folders of `content/` that the public build opens. */
const LIVING = new Set(["committees", "members", "inspections", "matters", "pages"]);
const OWN_UNITS = new Set(["meetings", "forward-plan"]);

/** How files look on the disk, gathered. */
class Stamps {
  private readonly found: string[] = [];
  private readonly root: string;
  private readonly started: number;
  private isNew = false;

  constructor(root: string, started: number) {
    this.root = root;
    this.started = started;
  }

  of(path: string): this {
    const stat = lstatSync(join(this.root, path), { throwIfNoEntry: false });
    if (!stat) return this;
    const size = stat.isDirectory() ? 0 : stat.size;
    this.found.push(`${path} ${size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino} ${stat.mode}`);
    // A clock that was set back leaves files from what is now the future.
    this.isNew ||= Math.max(stat.mtimeMs, stat.ctimeMs) > this.started - SETTLED;
    return this;
  }

  /** A folder with drafts and snapshots; of what is being written, `only` this file where that is not null. */
  unit(folder: string, only: string | null): this {
    for (const entry of entriesIn(this.root, folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.name === "issued") this.snapshots(path);
      else if (only !== null && entry.name !== only) continue;
      else if (entry.isDirectory()) this.all(path);
      else this.of(path);
    }
    return this;
  }

  text(): string {
    return this.isNew ? "" : hashOfText(this.found.join("\n"));
  }

  /** Every file under a folder. */
  all(folder: string): this {
    for (const entry of entriesIn(this.root, folder))
      if (entry.isDirectory()) this.all(`${folder}/${entry.name}`);
      else this.of(`${folder}/${entry.name}`);
    return this;
  }

  private snapshots(issued: string): void {
    for (const { name } of entriesIn(this.root, issued)) {
      this.of(`${issued}/${name}`);
      this.of(`${issued}/${name}/record.json`);
    }
  }
}

/**
 * The hash of a unit's names and bytes, empty folders among them; of what is being written, `only` this file where that is not
 * null.
 */
export function unitHash(root: string, { path }: Pick<Unit, "path">, only: string | null = null): string {
  const found: string[] = [];
  const read = (at: string) => {
    const stat = lstatSync(join(root, at), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      found.push(`${at}/`);
      for (const { name } of entriesIn(root, at))
        if (at !== path || only === null || name === only || name === "issued") read(`${at}/${name}`);
    } else found.push(`${at} ${stat?.isFile() ? hashOfText(bytesOf(join(root, at))) : "link"}`);
  };
  read(path);
  return hashOfText(found.join("\n"));
}

/** A file that went in this moment is as empty; the next walk finds it gone. */
function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}

function entriesIn(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith("."))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

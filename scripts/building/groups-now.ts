/**
 * The groups of pages that are to stand in the tree, with the keys of their files and their links, as a build comes to know them:
 * taken over from the build before, or worked out now. Large things are kept as text and opened when they are asked for. Made by
 * work-out.ts.
 */
import { hashOfText, hashOfValue } from "../asking/hashes.ts";
import { type LinksByPage, placesLinked } from "./dead-links.ts";
import { packed, unpacked, unpackedLater } from "./kept-links.ts";
import type { KeysByPath } from "./page-groups.ts";
import type { Redo } from "./redo.ts";

/** What is kept of a group, beside the keys of its files. */
export interface KeptGroup {
  /** What decided its pages beside their views. */
  readonly decidedBy: string;
  readonly key: string;
  /** The hash of its paths. */
  readonly paths: string;
  readonly pages: number;
  readonly files: number;
  /** The files of pages that it links to a place on. */
  readonly places: readonly string[];
}

/** A group that is to stand in the tree. */
export interface Group extends KeptGroup {
  readonly name: string;
  /** Opened each time it is asked for: all of them at once are more than a process should hold. */
  readonly keys: () => KeysByPath;
}

/** A group that was worked out now, with the links of those of its pages that were rendered. */
export interface GroupMade {
  readonly keys: KeysByPath;
  readonly decidedBy: string;
  /** What it read; null for one that hangs on nothing that is asked. */
  readonly read: readonly string[] | null;
  /** The addresses of its pages whose links are kept. */
  readonly urls: readonly string[];
  readonly links: LinksByPage;
}

export class GroupsNow {
  readonly groups = new Map<string, Group>();
  /** The links of every page, by the name of its group. */
  readonly links = new Map<string, () => LinksByPage>();
  private readonly redo: Redo;

  constructor(redo: Redo) {
    this.redo = redo;
  }

  /** Takes a group over where nothing that it read changed, and `decidedBy` is the same. True if it did. */
  stands(name: string, decidedBy: () => string): boolean {
    const standing = this.redo.standing<KeptGroup>("pages", nameOfWork(name));
    if (standing?.made.decidedBy !== decidedBy()) return false;
    this.takeOver(name, standing.made);
    this.links.set(name, unpackedLater(this.redo.stays<string>(nameOfLinks(name))));
    return true;
  }

  /** The same for one that read nothing: it stands where `decidedBy` is the same. */
  isDecidedBy(name: string, decidedBy: string): boolean {
    const was = this.redo.was<KeptGroup>(nameOfWork(name));
    if (was?.decidedBy !== decidedBy) return false;
    this.redo.stays(nameOfWork(name));
    this.takeOver(name, was);
    return true;
  }

  /** Keeps a group that was made now; pages that were not rendered have the links that they had before. */
  made(name: string, { keys, decidedBy, read, urls, links }: GroupMade): void {
    const { redo } = this;
    const before = unpacked(redo.was<string>(nameOfLinks(name)));
    const own = Object.fromEntries(urls.map((url) => [url, links[url] ?? before[url] ?? []]));
    const kept = { ...keptOf(keys), decidedBy, places: placesLinked(own) };
    if (read) redo.done("pages", nameOfWork(name), { read, made: kept });
    else redo.leaves(nameOfWork(name), kept);
    this.put(name, kept, redo.leaves(nameOfKeys(name), keys));
    if (urls.length > 0) this.links.set(name, unpackedLater(redo.leaves(nameOfLinks(name), packed(own))));
  }

  private takeOver(name: string, kept: KeptGroup): void {
    const keys = this.redo.stays<KeysByPath>(nameOfKeys(name));
    this.put(name, kept, () => keys() ?? {});
  }

  private put(name: string, kept: KeptGroup, keys: () => KeysByPath): void {
    this.groups.set(name, { ...kept, name, keys });
  }
}

/** The keys of a group's files as the build before had them. */
export function keysBefore(redo: Redo, group: string): KeysByPath {
  return redo.was<KeysByPath>(nameOfKeys(group)) ?? {};
}

/** The names of the groups of the build before. */
export function groupsBefore(redo: Redo): string[] {
  return redo.namesBefore(nameOfWork(""));
}

function nameOfWork(group: string): string {
  return `pages ${group}`;
}

function nameOfKeys(group: string): string {
  return `keys ${group}`;
}

function nameOfLinks(group: string): string {
  return `links ${group}`;
}

function keptOf(keys: KeysByPath): Pick<KeptGroup, "key" | "paths" | "pages" | "files"> {
  const all = Object.values(keys);
  const pages = all.filter((key) => key.startsWith("p")).length;
  return { key: hashOfValue(keys), paths: hashOfText(Object.keys(keys).join("\n")), pages, files: all.length - pages };
}

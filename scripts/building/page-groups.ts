/**
 * The groups of pages that are worked out each by itself, such as all of one meeting or one part of a register: their views,
 * the files that go with them, and the key of each that decides its bytes. Used by work-out.ts and, in workers, by jobs.ts.
 */
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import type { PageView, SiteFile } from "../site/page-kind.ts";
import { PAGE_KINDS } from "../site/page-kinds.ts";
import type { Site } from "../site/site.ts";
import type { TemplateHashes } from "../templating/template-hashes.ts";
import type { Works } from "./works.ts";

/** Files of a group: path from the site's root to the key of its bytes. */
export type KeysByPath = Readonly<Record<string, string>>;

/** A page to be rendered. */
export interface PageToRender {
  readonly template: string;
  readonly view: PageView;
}

/** A group as it was worked out. */
export interface WorkedGroup {
  readonly read: readonly string[];
  readonly keys: KeysByPath;
  /** Pages and texts by key; what is copied has its place in its key. */
  readonly pages: ReadonlyMap<string, PageToRender>;
  readonly texts: ReadonlyMap<string, string>;
}

/** What decides the bytes of a page beside its view. */
export interface PageDeciders {
  readonly templates: TemplateHashes;
  /** Of the layout's data, the assets' names, the council's own wiring. */
  readonly layout: string;
  readonly program: string;
}

const OF_MEETING = "meeting ";

/** The name of the group of all pages of a meeting. */
export function groupOfMeeting(id: string): string {
  return `${OF_MEETING}${id}`;
}

/** The name of the group of one part of a kind of page. */
export function groupOfPart(template: string, part: string): string {
  return `${template} ${part}`;
}

const KINDS_OF_MEETING = PAGE_KINDS.filter((kind) => kind.per === "meeting");
const KINDS_OF_COUNCIL = new Map(
  PAGE_KINDS.flatMap((kind) => (kind.per === "council" ? [[kind.template, kind] as const] : [])),
);

/** The kinds of page whose parts are worked out, by template. */
export const PARTED_KINDS: readonly string[] = [...KINDS_OF_COUNCIL.keys()];

/** The parts of a kind, with the keys that the list was worked out from. */
export function partsOf(works: Works, template: string): { read: readonly string[]; made: readonly string[] } {
  return works.forPages((site) => KINDS_OF_COUNCIL.get(template)?.parts(site) ?? []);
}

/** What decides the pages of a group beside their views: the templates of its kinds, and what they are drawn with. */
export function decidersOf({ templates, layout, program }: PageDeciders, group: string): string {
  const kinds = group.startsWith(OF_MEETING)
    ? KINDS_OF_MEETING.map(({ template }) => template)
    : [group.split(" ")[0] ?? ""];
  return hashOfText([layout, program, ...kinds.map((template) => templates.of(`pages/${template}.njk`))].join(" "));
}

/** Works a group out. */
export function workOut(works: Works, deciders: PageDeciders, group: string): WorkedGroup {
  const { made, read } = works.forPages((site) =>
    group.startsWith(OF_MEETING) ? ofMeeting(site, group.slice(OF_MEETING.length)) : ofPart(site, group),
  );
  return { ...workedFrom(works, deciders, made.pages, made.files, group), read };
}

/** Pages and files with their keys. */
export function workedFrom(
  works: Works,
  deciders: PageDeciders,
  pagesMade: readonly PageToRender[],
  files: readonly SiteFile[],
  group = "the site",
): WorkedGroup {
  const keys: Record<string, string> = {};
  const pages = new Map<string, PageToRender>();
  const texts = new Map<string, string>();
  for (const page of pagesMade) {
    const key = keyOfPage(deciders, page);
    put(keys, group, pathOf(page.view.url), key);
    pages.set(key, page);
  }
  for (const file of files) {
    const key = keyOfFile(works, file);
    put(keys, group, file.url.slice(1), key);
    if (file.content !== undefined) texts.set(key, file.content);
  }
  return { read: [], keys, pages, texts };
}

function put(keys: Record<string, string>, group: string, path: string, key: string): void {
  if (keys[path] !== undefined) throw new Error(`Two things of ${group} would stand at /${path}.`);
  keys[path] = key;
}

/** The key of a page; it begins with `p`. */
export function keyOfPage({ templates, layout, program }: PageDeciders, { template, view }: PageToRender): string {
  const made = `${templates.of(`pages/${template}.njk`)} ${layout} ${program} ${process.versions.node}`;
  return `p${hashOfText(`${made}\n${JSON.stringify(view)}`)}`;
}

/** The key of a text begins with `t`, that of a file to be copied with `c`, and has its place in it. */
function keyOfFile(works: Works, { content, from = "", url }: SiteFile): string {
  if (content !== undefined) return `t${hashOfText(content)}`;
  if (from === "") throw new Error(`Nothing says what stands at ${url}.`);
  return `c${hashOfCopied(works, from)} ${from}`;
}

/** A file of a snapshot has the hash that its record names, which was compared when the meeting was read. */
function hashOfCopied(works: Works, from: string): string {
  const [, meeting = "", number = "", name = ""] =
    /^content\/meetings\/\d{4}\/([^/]+)\/issued\/(\d+)\/(.+)$/.exec(from) ?? [];
  const record = meeting
    ? works.atHand.meeting(meeting)?.issued.find((each) => String(each.record.number) === number)?.record
    : undefined;
  return record?.files[name] ?? hashOfText(readFileSync(isAbsolute(from) ? from : join(works.atHand.root, from)));
}

/** Where a page stands in a tree. */
function pathOf(url: string): string {
  return (url.endsWith("/") ? `${url}index.html` : url).slice(1);
}

interface Made {
  readonly pages: readonly PageToRender[];
  readonly files: readonly SiteFile[];
}

function ofMeeting(site: Site, id: string): Made {
  const meeting = site.meeting(id);
  if (!meeting) return { pages: [], files: [] };
  const asOf = site.asOf(id);
  return {
    pages: KINDS_OF_MEETING.flatMap((kind) => shown(kind.template, kind.pages(site, meeting), asOf)),
    files: KINDS_OF_MEETING.flatMap((kind) => kind.files?.(site, meeting) ?? []),
  };
}

function ofPart(site: Site, group: string): Made {
  const [template = "", ...part] = group.split(" ");
  const kind = KINDS_OF_COUNCIL.get(template);
  const name = part.join(" ");
  if (!kind) return { pages: [], files: [] };
  return { pages: shown(template, kind.pages(site, name), site.today), files: [...(kind.files?.(site, name) ?? [])] };
}

function shown(template: string, views: readonly PageView[], asOf: string | null): PageToRender[] {
  return views.map((view) => ({ template, view: { asOf, ...view } }));
}

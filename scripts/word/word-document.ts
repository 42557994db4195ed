/**
 * A Word file opened: its parts found by their relations, as trees, with each alternative decided as current Word decides it.
 * Called by read-word.ts; everything else about the file asks this.
 */
import { posix } from "node:path";
import { damaged, Unreadable } from "./unreadable.ts";
import { child, childrenOf, type Element, isElement, type Node, parseXml } from "./xml.ts";
import { openParts, type Parts } from "./zip-package.ts";

export interface Relation {
  /** The last word of its type, such as `image` or `hyperlink`. */
  readonly type: string;
  /** The part it leads to, or the address where it is external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A part that holds paragraphs. */
export interface Story {
  readonly kind: "body" | "footnotes" | "endnotes" | "header" | "footer" | "comments";
  readonly part: string;
  readonly root: Element;
  /** By the id that the part's elements name. */
  readonly relations: ReadonlyMap<string, Relation>;
}

export interface WordDocument {
  readonly parts: Parts;
  /** The name of the main part, and what the file says it is. */
  readonly main: string;
  readonly contentType: string;
  readonly body: Story;
  readonly notes: readonly Story[];
  readonly headersAndFooters: readonly Story[];
  readonly comments: Story | null;
  readonly styles: Element | undefined;
  readonly numbering: Element | undefined;
  readonly settings: Element | undefined;
  readonly theme: Element | undefined;
  /** Every relation of every part, with the part it is of. */
  readonly relations: readonly (Relation & { readonly of: string })[];
}

/** Opens a Word file. Throws `Unreadable` where it is none, or where it cannot be read whole. */
export async function openWord(bytes: Uint8Array): Promise<WordDocument> {
  const parts = await openParts(bytes);
  const relations = new Map([...parts.keys()].filter(isRelations).map((name) => relationsIn(parts, name)));
  const main = [...(relations.get("") ?? new Map<string, Relation>()).values()].find(
    ({ type }) => type === "officeDocument",
  )?.target;
  if (main === undefined || !parts.has(main)) throw noWord();
  const contentType = contentTypeOf(parts, main);
  if (!/wordprocessingml|ms-word/.test(contentType)) throw noWord();

  const of = (part: string) => relations.get(part) ?? new Map<string, Relation>();
  const targets = (type: string) =>
    [...of(main).values()].filter((each) => each.type === type && !each.isExternal).map(({ target }) => target);
  const tree = (type: string) => {
    const [name] = targets(type);
    return name === undefined ? undefined : settledTree(parts, name);
  };
  const stories = (kind: Story["kind"], type: string): Story[] =>
    [...new Set(targets(type))].map((part) => ({
      kind,
      part,
      root: settledTree(parts, part),
      relations: of(part),
    }));
  const body: Story = { kind: "body", part: main, root: settledTree(parts, main), relations: of(main) };
  if (!child(body.root, "w:body")) throw noWord();
  return {
    parts,
    main,
    contentType,
    body,
    notes: [...stories("footnotes", "footnotes"), ...stories("endnotes", "endnotes")],
    headersAndFooters: [...stories("header", "header"), ...stories("footer", "footer")],
    comments: stories("comments", "comments")[0] ?? null,
    styles: tree("styles"),
    numbering: tree("numbering"),
    settings: tree("settings"),
    theme: tree("theme"),
    relations: [...relations].flatMap(([part, its]) => [...its.values()].map((each) => ({ ...each, of: part }))),
  };
}

function noWord(): Unreadable {
  return new Unreadable(
    "word-not-word",
    "The file is no Word document, whatever its name ends in.",
    "Open it in the program that it was written with, save it as a Word document (.docx), and import that.",
  );
}

function isRelations(name: string): boolean {
  return /(^|\/)_rels\/[^/]*\.rels$/.test(name);
}

/** The relations in one file of them, with the name of the part they are of: empty for those of the whole file. */
function relationsIn(parts: Parts, name: string): [of: string, relations: Map<string, Relation>] {
  const folder = name.replace(/_rels\/[^/]*$/, "");
  const of = folder + name.replace(/^.*_rels\//, "").replace(/\.rels$/, "");
  const found = new Map<string, Relation>();
  for (const { attributes } of childrenOf(parseXml(parts.get(name) as Uint8Array, name), "rel:Relationship")) {
    const { Id: id, Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    if (id === undefined || found.has(id)) throw damaged(`${name} names a relation twice, or not at all`);
    const isExternal = mode === "External";
    found.set(id, {
      type: type.replace(/^.*\//, ""),
      target: isExternal ? target : partAt(folder, target),
      isExternal,
    });
  }
  return [of, found];
}

/** The name of the part that `target` leads to from `folder`. A path that leads out of the file leads to no part. */
function partAt(folder: string, target: string): string {
  return posix.normalize(target.startsWith("/") ? target.slice(1) : `${folder}${target}`);
}

function contentTypeOf(parts: Parts, part: string): string {
  const name = "[Content_Types].xml";
  const bytes = parts.get(name);
  if (!bytes) throw noWord();
  const types = childrenOf(parseXml(bytes, name));
  const own = types.find(({ attributes }) => attributes.PartName === `/${part}`);
  const byEnding = types.find(
    ({ attributes }) => attributes.Extension?.toLowerCase() === posix.extname(part).slice(1).toLowerCase(),
  );
  return (own ?? byEnding)?.attributes.ContentType ?? "";
}

function settledTree(parts: Parts, name: string): Element {
  const bytes = parts.get(name);
  if (!bytes) throw damaged(`its part ${name} is missing`);
  return decided(parseXml(bytes, name));
}

/** What today's Word can show, by the last word of the namespace's prefix that Word writes. */
const KNOWN_ALTERNATIVES = /^(wps|wpg|wpc|wpi|w14|w15|w16\w*|wp14|wp15|a14|v|c14|cx\d*|am3d|aink)$/;

/** The tree with each choice between alternatives put in its place. */
function decided(element: Element): Element {
  if (!element.children.some(isElement)) return element;
  return { ...element, children: element.children.flatMap(decidedNode) };
}

function decidedNode(node: Node): readonly Node[] {
  if (!isElement(node)) return [node];
  if (node.name !== "mc:AlternateContent") return [decided(node)];
  const known = childrenOf(node, "mc:Choice").find(({ attributes }) =>
    (attributes.Requires ?? "").split(/\s+/).every((each) => KNOWN_ALTERNATIVES.test(each)),
  );
  return (known ?? child(node, "mc:Fallback"))?.children.flatMap(decidedNode) ?? [];
}

/**
 * A part of a Word file as a tree of elements, whose names have the prefixes that Word itself writes, whichever the file
 * uses. A document type, the door to entity bombs, is refused. Called by word-document.ts, and for mammoth's HTML.
 */
import { SaxesParser } from "saxes";
import { damaged, Unreadable } from "./unreadable.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

/** Word's own prefixes, for the namespaces of both of its forms (transitional and strict). */
const PREFIXES: readonly (readonly [prefix: string, ...namespaces: string[]])[] = [
  [
    "w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ],
  [
    "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  [
    "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  ],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
  ["pic", "http://schemas.openxmlformats.org/drawingml/2006/picture", "http://purl.oclc.org/ooxml/drawingml/picture"],
  ["c", "http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"],
  ["dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram", "http://purl.oclc.org/ooxml/drawingml/diagram"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["w15", "http://schemas.microsoft.com/office/word/2012/wordml"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"],
  ["wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"],
  ["rel", "http://schemas.openxmlformats.org/package/2006/relationships"],
  ["ct", "http://schemas.openxmlformats.org/package/2006/content-types"],
  ["cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  [
    "ep",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
  ],
  [
    "op",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  ],
  ["xml", "http://www.w3.org/XML/1998/namespace"],
];
const PREFIX = new Map(PREFIXES.flatMap(([prefix, ...namespaces]) => namespaces.map((each) => [each, prefix])));
/** The namespace that each prefix is written with. */
export const NAMESPACES: Readonly<Record<string, string>> = Object.fromEntries(
  PREFIXES.map(([prefix, namespace]) => [prefix, namespace as string]),
);

const DEEPEST = 400;
const MOST_ELEMENTS = 3_000_000;

/** The root element of `part`. Throws `Unreadable`, naming the part, for what is not well-formed or asks for too much. */
export function parseXml(bytes: Uint8Array, part: string): Element {
  return parseXmlText(textOf(bytes, part), part);
}

/** The same for text that is decoded already. */
export function parseXmlText(text: string, part: string): Element {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: { name: string; attributes: Record<string, string>; children: Node[] }[] = [];
  let root: Element | null = null;
  let elements = 0;
  parser.on("doctype", () => {
    throw new Unreadable(
      "word-document-type",
      `Its part ${part} declares a document type. Word never writes one, and files that do harm are made with one.`,
      "Ask whoever sent it. If it is sound, open it in Word, save it under a new name, and import that.",
    );
  });
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (!/^utf-?(8|16)$/i.test(encoding))
      throw damaged(`its part ${part} says that it is written in ${encoding.slice(0, 40)}`);
  });
  parser.on("error", (error) => {
    throw damaged(`its part ${part} is not well-formed (${error.message})`);
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    if (open.length >= DEEPEST || elements > MOST_ELEMENTS)
      throw damaged(`its part ${part} is deeper or longer than any document`);
    const attributes: Record<string, string> = Object.create(null);
    for (const { uri, local, prefix, value } of Object.values(tag.attributes))
      if (prefix !== "xmlns" && !(prefix === "" && local === "xmlns")) attributes[nameOf(uri, local)] = value;
    const element = { name: nameOf(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const say = (words: string) => open.at(-1)?.children.push(words);
  parser.on("text", say);
  parser.on("cdata", say);
  parser.write(text).close();
  if (!root) throw damaged(`its part ${part} is empty`);
  return root;
}

function nameOf(uri: string, local: string): string {
  if (uri === "") return local;
  const prefix = PREFIX.get(uri);
  return prefix ? `${prefix}:${local}` : `{${uri}}${local}`;
}

function textOf(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged(`its part ${part} is not in the encoding that it says it is in`);
  }
}

export function isElement(node: Node): node is Element {
  return typeof node !== "string";
}

/** The elements directly inside `element`, of one name where one is given. */
export function childrenOf(element: Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (node): node is Element => isElement(node) && (name === undefined || node.name === name),
  );
}

/** The first element inside `element` along `path`. */
export function child(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at && firstNamed(at, name), element);
}

/** Elements with more children than this are looked through once, and not each time that something is asked of them. */
const FEW = 32;
const FIRSTS = new WeakMap<Element, ReadonlyMap<string, Element>>();

function firstNamed(element: Element, name: string): Element | undefined {
  if (element.children.length <= FEW)
    return element.children.find((node): node is Element => isElement(node) && node.name === name);
  const known = FIRSTS.get(element);
  if (known) return known.get(name);
  const firsts = new Map<string, Element>();
  for (const node of element.children) if (isElement(node) && !firsts.has(node.name)) firsts.set(node.name, node);
  // A tree that is still being built is asked nothing.
  FIRSTS.set(element, firsts);
  return firsts.get(name);
}

/** Every element of that name anywhere inside, in reading order. */
export function* within(element: Element, name: string): Generator<Element> {
  for (const node of element.children)
    if (isElement(node)) {
      if (node.name === name) yield node;
      yield* within(node, name);
    }
}

/** The words inside an element, as they stand. */
export function wordsOf(element: Element | undefined): string {
  return (element?.children ?? []).map((node) => (isElement(node) ? wordsOf(node) : node)).join("");
}

/** The value of a property that is on or off: `<w:b/>`, `<w:b w:val="0"/>`; undefined where it is not said. */
export function toggle(properties: Element | undefined, name: string): boolean | undefined {
  const element = child(properties, name);
  return element && !/^(0|false|off|none)$/.test(element.attributes["w:val"] ?? "");
}

/** The `w:val` of a property. */
export function val(properties: Element | undefined, name: string): string | undefined {
  return child(properties, name)?.attributes["w:val"];
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** An element as XML; prefixes are as in `NAMESPACES`, which the root declares. */
export function writeXml({ name, attributes, children }: Element): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inside = children.map((node) => (isElement(node) ? writeXml(node) : escapeXml(node))).join("");
  return `<${name}${said.join("")}>${inside}</${name}>`;
}

/** Words as they stand in XML and in HTML, between elements or in an attribute. */
export function escapeXml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);
}

/** Word files made in tests, part by part, so that a test can hold the one thing that it is about. Called by tests only. */
import { strToU8, zipSync } from "fflate";
import type { Accepted } from "./imported-word.ts";
import type { WordRead } from "./paper/word-paper.ts";
import { readWord } from "./read-word.ts";
import { NAMESPACES } from "./xml.ts";

export interface MadeWord {
  /** The inside of the body; a paragraph of plain words where it is left out. */
  readonly body?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly theme?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly comments?: string;
  /** Further relations of the main part, each as `<Relationship …/>`. */
  readonly relations?: string;
  /** Further relations of the whole file. */
  readonly ofFile?: string;
  /** Further parts, or others in place of those that are made. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly contentType?: string;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const DECLARED = Object.entries(NAMESPACES)
  .filter(([prefix]) => !/^(rel|ct|xml)$/.test(prefix))
  .map(([prefix, namespace]) => `xmlns:${prefix}="${namespace}"`)
  .join(" ");

/** One pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A part that declares every prefix that Word uses. */
export function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${name} ${DECLARED}>${inside}</${name}>`;
}

/** A run of words with its properties. */
export function run(words: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** A paragraph of words, or of runs where `words` begins with `<`. */
export function paragraph(words: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${words.startsWith("<") ? words : run(words)}</w:p>`;
}

export function style(id: string, type: "paragraph" | "character" | "table", inside: string): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
}

export function relation(id: string, type: string, target: string, isExternal = false): string {
  const mode = isExternal ? ' TargetMode="External"' : "";
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
}

/** A picture in a run; `inside` stands in its fill, `shape` in its properties, `attributes` on its name. */
export function picture(relationId: string, { inside = "", blip = "", shape = "", attributes = "" } = {}): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Picture 1" descr="A map of the ward" ${attributes}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="map.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relationId}">${blip}</a:blip>${inside}</pic:blipFill><pic:spPr>${shape}</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A text box in a run; `properties` are its shape's, `style` its style's. */
export function textBox(content: string, properties = "", style = ""): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="2" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr>${properties}</wps:spPr><wps:style>${style}</wps:style><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** The parts of the file, by their names. */
export function madeParts(made: MadeWord): Record<string, Uint8Array> {
  const own = [
    ["styles", "styles", "w:styles"],
    ["numbering", "numbering", "w:numbering"],
    ["settings", "settings", "w:settings"],
    ["theme", "theme", "a:theme"],
    ["footnotes", "footnotes", "w:footnotes"],
    ["header", "header", "w:hdr"],
    ["comments", "comments", "w:comments"],
  ] as const;
  const given = own.filter(([key]) => made[key] !== undefined);
  const relations = given.map(([key, type]) => relation(key, type, `${key}.xml`)).join("");
  const texts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${NAMESPACES.ct}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${made.contentType ?? MAIN}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${NAMESPACES.rel}">${relation("main", "officeDocument", "word/document.xml")}${made.ofFile ?? ""}</Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${NAMESPACES.rel}">${relations}${made.relations ?? ""}</Relationships>`,
    "word/document.xml": root("w:document", `<w:body>${made.body ?? paragraph("Plain words.")}</w:body>`),
    ...Object.fromEntries(given.map(([key, , name]) => [`word/${key}.xml`, root(name, made[key] as string)])),
    ...made.parts,
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]),
  );
}

export function madeWord(made: MadeWord): Uint8Array {
  return zipSync(madeParts(made), { level: 1 });
}

/** What reading `bytes` says. */
export function readBytes(
  bytes: Uint8Array,
  accepted: readonly Accepted[] = [],
  name = "report.docx",
): Promise<WordRead> {
  const rest = { yes: [], templates: [], committee: [], pictures: "report" };
  return readWord({ name, bytes, accepted, ...rest });
}

export function readMade(made: MadeWord, accepted: readonly Accepted[] = [], name?: string): Promise<WordRead> {
  return readBytes(madeWord(made), accepted, name);
}

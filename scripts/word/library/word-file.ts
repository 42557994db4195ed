/**
 * Word files made by code: the parts of one, from a few words each. Called by the library of documents that the import is tried on.
 */
import { strToU8, zipSync } from "fflate";
import { NAMESPACES } from "../xml.ts";

/** XML that stands in a Word file as it is written. */
export type Xml = string;

export interface WordFileParts {
  readonly body: readonly Xml[];
  /** What stands inside `w:numbering`. */
  readonly numbering?: readonly Xml[];
  /** What stands inside `w:styles`. */
  readonly styles?: readonly Xml[];
  /** The content of each note, which is cited by its place in the list, from 1. */
  readonly footnotes?: readonly (readonly Xml[])[];
  readonly endnotes?: readonly (readonly Xml[])[];
  /** Addresses of links, cited as `link1` and so on. */
  readonly links?: readonly string[];
  /** Pictures, cited as `picture1` and so on; those of `PICTURE` where none is given. */
  readonly pictures?: readonly Uint8Array[];
  /** The prefix that Word's own elements have; `w` where none is given. */
  readonly prefix?: string;
  readonly isStrict?: boolean;
  /** Writes the body's part as a program does that keeps text in two bytes a letter. */
  readonly isUtf16?: boolean;
  /** Whatever else the last paragraph of the body says of its section. */
  readonly section?: Xml;
}

/** A square of one grey point, as PNG. */
export const PICTURE = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PREFIXES = ["w", "r", "wp", "a", "pic", "mc", "v", "o", "w14", "wps"];
const STRICT = [
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  ["http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"],
] as const;

/** The bytes of the file that consists of `parts`. */
export function wordFile(parts: WordFileParts): Uint8Array {
  const { footnotes = [], endnotes = [], links = [], pictures = [PICTURE] } = parts;
  const has = {
    numbering: parts.numbering !== undefined,
    styles: parts.styles !== undefined,
    footnotes: footnotes.length > 0,
    endnotes: endnotes.length > 0,
  };
  const named = (Object.keys(has) as (keyof typeof has)[]).filter((name) => has[name]);
  const relations = [
    ...named.map((name) => relation(name, name, `${name}.xml`)),
    ...links.map((target, at) => relation(`link${at + 1}`, "hyperlink", target, true)),
    ...pictures.map((_, at) => relation(`picture${at + 1}`, "image", `media/image${at + 1}.png`)),
  ];
  const content = {
    document: `<w:body>${parts.body.join("")}<w:sectPr>${parts.section ?? ""}</w:sectPr></w:body>`,
    numbering: (parts.numbering ?? []).join(""),
    styles: (parts.styles ?? []).join(""),
    footnotes: notesXml("footnote", footnotes),
    endnotes: notesXml("endnote", endnotes),
  };
  const types = ["document.main", ...named].map((name) => {
    const part = name.replace(".main", "");
    return `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${name}+xml"/>`;
  });
  const texts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${NAMESPACES.ct}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${types.join("")}</Types>`,
    "_rels/.rels": relationships([relation("main", "officeDocument", "word/document.xml")]),
    "word/_rels/document.xml.rels": relationships(relations),
    "word/_rels/footnotes.xml.rels": relationships(relations),
    "word/_rels/endnotes.xml.rels": relationships(relations),
  };
  for (const name of ["document", ...named] as const)
    texts[`word/${name}.xml`] = part(name, content[name], parts.prefix ?? "w");
  const files: Record<string, Uint8Array> = {};
  for (const [name, text] of Object.entries(texts)) {
    const written = parts.isStrict ? STRICT.reduce((now, [from, to]) => now.replaceAll(from, to), text) : text;
    files[name] = parts.isUtf16 && name === "word/document.xml" ? utf16(written) : strToU8(written);
  }
  pictures.forEach((bytes, at) => {
    files[`word/media/image${at + 1}.png`] = bytes;
  });
  return zipSync(files, { level: 0 });
}

/** The same elements under another prefix, which a program may choose as it likes. */
function part(name: string, inside: Xml, prefix: string): string {
  const declared = PREFIXES.map((each) => `xmlns:${each === "w" ? prefix : each}="${NAMESPACES[each]}"`);
  const content = inside
    .replaceAll("<w:", `<${prefix}:`)
    .replaceAll("</w:", `</${prefix}:`)
    .replaceAll(" w:", ` ${prefix}:`);
  return `<?xml version="1.0" standalone="yes"?><${prefix}:${name} ${declared.join(" ")}>${content}</${prefix}:${name}>`;
}

function notesXml(kind: string, notes: readonly (readonly Xml[])[]): Xml {
  const lines = [
    `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>`,
    ...notes.map((blocks, at) => `<w:${kind} w:id="${at + 1}">${blocks.join("")}</w:${kind}>`),
  ];
  return lines.join("");
}

function relation(id: string, type: string, target: string, isExternal = false): Xml {
  const mode = isExternal ? ' TargetMode="External"' : "";
  return `<Relationship Id="${id}" Type="${NAMESPACES.r}/${type}" Target="${words(target)}"${mode}/>`;
}

function relationships(all: readonly Xml[]): Xml {
  return `<Relationships xmlns="${NAMESPACES.rel}">${all.join("")}</Relationships>`;
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([
    0xff,
    0xfe,
    ...Buffer.from(text.replace('version="1.0"', 'version="1.0" encoding="UTF-16"'), "utf16le"),
  ]);
}

/** Words as XML holds them. */
export function words(text: string): Xml {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

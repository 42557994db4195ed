/**
 * What a Word file shows, written again as a Word file of the plainest kind, with each paragraph's number at its head: changes
 * are decided, boxes stand after their paragraph, signs are letters. It is what mammoth is given. Called by structure.ts.
 */
import { strToU8, zipSync } from "fflate";
import type { Block, Cell, ImagePiece, NotePiece, Paragraph, Row, Surveyed, Table, TextPiece } from "./surveyed.ts";
import { type Element, NAMESPACES, writeXml } from "./xml.ts";

/** Letters without a meaning, which the preflight lets into no text: they hold a paragraph's, a note's or a picture's number. */
export const MARK = { begins: "\ue000", ends: "\ue001" } as const;

/** What an address begins with that leads to a bookmark. */
export const BOOKMARK = "bookmark:";

export function marked(number: number): string {
  return `${MARK.begins}${number}${MARK.ends}`;
}

export interface PlainDocx {
  readonly bytes: Uint8Array;
  /** Each picture by the number its alternative text holds, counted from 0, with its paragraph. */
  readonly pictures: readonly { readonly piece: ImagePiece; readonly paragraph: Paragraph }[];
  /** The notes in the order they are cited. */
  readonly notes: readonly NotePiece[];
}

const OFFICE = NAMESPACES.r as string;
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** `surveyed`'s body and notes as a Word file. */
export function plainDocx(surveyed: Surveyed): PlainDocx {
  const writer = new Writer();
  const body = writer.blocks(surveyed.body);
  // Notes may cite notes, so the list grows while it is written.
  const notes: Element[] = [];
  for (let at = 0; at < writer.notes.length; at++) {
    const { of, id } = writer.notes[at] as NotePiece;
    notes.push(
      element("w:footnote", { "w:id": String(at + 1) }, writer.blocks(surveyed.notes.get(`${of} ${id}`) ?? [])),
    );
  }
  const relations = [
    ...writer.links.map((target, at) => relation(`link${at}`, "hyperlink", target, true)),
    relation("picture", "image", "media/picture.png"),
    relation("notes", "footnotes", "footnotes.xml"),
  ];
  const noteRelations = writer.links.map((target, at) => relation(`link${at}`, "hyperlink", target, true));
  const parts: Record<string, string> = {
    "[Content_Types].xml": writeXml(
      element("Types", { xmlns: NAMESPACES.ct as string }, [
        element("Default", {
          Extension: "rels",
          ContentType: "application/vnd.openxmlformats-package.relationships+xml",
        }),
        element("Default", { Extension: "png", ContentType: "image/png" }),
        element("Override", { PartName: "/word/document.xml", ContentType: `${TYPE}.document.main+xml` }),
        element("Override", { PartName: "/word/footnotes.xml", ContentType: `${TYPE}.footnotes+xml` }),
      ]),
    ),
    "_rels/.rels": relationships([relation("main", "officeDocument", "word/document.xml")]),
    "word/document.xml": root("w:document", [element("w:body", {}, body)]),
    "word/footnotes.xml": root("w:footnotes", notes),
    "word/_rels/document.xml.rels": relationships(relations),
    "word/_rels/footnotes.xml.rels": relationships([
      ...noteRelations,
      relation("picture", "image", "media/picture.png"),
    ]),
    "word/media/picture.png": "",
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return { bytes: zipSync(files, { level: 0 }), pictures: writer.pictures, notes: writer.notes };
}

class Writer {
  readonly links: string[] = [];
  readonly pictures: { piece: ImagePiece; paragraph: Paragraph }[] = [];
  readonly notes: NotePiece[] = [];

  blocks(blocks: readonly Block[]): Element[] {
    return blocks.flatMap((block) => (block.kind === "table" ? [this.table(block)] : this.paragraph(block)));
  }

  private table({ rows }: Table): Element {
    return element(
      "w:tbl",
      {},
      rows.map((row) => this.row(row)),
    );
  }

  private row({ cells, isHeading, before, after }: Row): Element {
    const empty = (count: number) => Array.from({ length: count }, () => element("w:tc", {}, [element("w:p")]));
    return element("w:tr", {}, [
      element("w:trPr", {}, isHeading ? [element("w:tblHeader")] : []),
      ...empty(before),
      ...cells.map((cell) => this.cell(cell)),
      ...empty(after),
    ]);
  }

  private cell({ blocks, width, merge }: Cell): Element {
    const properties = [
      ...(width > 1 ? [element("w:gridSpan", { "w:val": String(width) })] : []),
      ...(merge ? [element("w:vMerge", merge === "begins" ? { "w:val": "restart" } : {})] : []),
    ];
    return element("w:tc", {}, [element("w:tcPr", {}, properties), ...this.blocks(blocks)]);
  }

  private paragraph(paragraph: Paragraph): Element[] {
    const pieces = paragraph.pieces.flatMap((piece) => {
      if (piece.kind === "text") return [this.text(piece)];
      if (piece.kind === "image") return [this.picture(piece, paragraph)];
      return piece.kind === "note" ? [this.note(piece)] : [];
    });
    const head = run([element("w:t", { "xml:space": "preserve" }, [marked(paragraph.number)])]);
    return [element("w:p", {}, [head, ...pieces]), ...this.blocks(paragraph.boxes)];
  }

  private text({ text, look, link }: TextPiece): Element {
    const properties = [
      ...(look.isBold ? [element("w:b")] : []),
      ...(look.isItalic ? [element("w:i")] : []),
      ...(look.vertical ? [element("w:vertAlign", { "w:val": look.vertical })] : []),
    ];
    const words = text
      .split(/([\t\n])/)
      .filter((each) => each !== "")
      .map((each) =>
        each === "\n"
          ? element("w:br")
          : each === "\t"
            ? element("w:tab")
            : element("w:t", { "xml:space": "preserve" }, [each]),
      );
    const written = run([element("w:rPr", {}, properties), ...words]);
    if (link === null) return written;
    // A place in the same file is written as an address, so that it is not taken for a note of mammoth's own.
    const address = link.startsWith("#") ? `${BOOKMARK}${encodeURIComponent(link.slice(1))}` : link;
    return element("w:hyperlink", { "r:id": `link${this.links.push(address) - 1}` }, [written]);
  }

  private picture(piece: ImagePiece, paragraph: Paragraph): Element {
    const number = this.pictures.push({ piece, paragraph }) - 1;
    const blip = element("a:blip", { "r:embed": "picture" });
    return run([
      element("w:drawing", {}, [
        element("wp:inline", {}, [
          element("wp:docPr", { id: String(number + 1), name: "", descr: marked(number) }),
          element("a:graphic", {}, [
            element("a:graphicData", {}, [element("pic:pic", {}, [element("pic:blipFill", {}, [blip])])]),
          ]),
        ]),
      ]),
    ]);
  }

  private note(piece: NotePiece): Element {
    const known = this.notes.findIndex(({ of, id }) => of === piece.of && id === piece.id);
    const number = known >= 0 ? known + 1 : this.notes.push(piece);
    return run([element("w:footnoteReference", { "w:id": String(number) })]);
  }
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: Element["children"] = [],
): Element {
  return { name, attributes, children };
}

function run(children: readonly Element[]): Element {
  return element("w:r", {}, children);
}

function root(name: string, children: readonly Element[]): string {
  const declared = ["w", "r", "wp", "a", "pic"].map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix] as string]);
  return writeXml(element(name, Object.fromEntries(declared), children));
}

function relation(id: string, type: string, target: string, isExternal = false): Element {
  return element("Relationship", {
    Id: id,
    Type: `${OFFICE}/${type}`,
    Target: target,
    ...(isExternal ? { TargetMode: "External" } : {}),
  });
}

function relationships(relations: readonly Element[]): string {
  return writeXml(element("Relationships", { xmlns: NAMESPACES.rel as string }, relations));
}

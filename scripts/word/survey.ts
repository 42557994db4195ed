/**
 * Reads what a Word file shows, paragraph by paragraph, with the label, the look and the place of each. Called by read-word.ts
 * once changes are decided.
 */
import type { Colour } from "../model/colour.ts";
import { Fields } from "./fields.ts";
import { type Label, Numbering } from "./numbering.ts";
import { type Around, ParagraphReader, TRANSPARENT } from "./paragraph-reader.ts";
import { indentIn, Styles } from "./styles.ts";
import type { Block, Cell, Paragraph, Row, Surveyed, Table } from "./surveyed.ts";
import { paragraphsIn } from "./surveyed.ts";
import { type CellPlace, TableLook } from "./table-look.ts";
import type { Story, WordDocument } from "./word-document.ts";
import { child, childrenOf, type Element, toggle, val } from "./xml.ts";

/** What may stand around the rows of a table, or around the cells of a row. */
const AROUND_PARTS = /^w:(sdt|sdtContent|customXml|ins|moveTo)$/;

/** Everything that `document` shows. */
export function survey(document: WordDocument): Surveyed {
  const styles = new Styles(document.styles, document.theme, document.settings);
  const surveyor = new Surveyor(document, styles);
  const body = surveyor.read(document.body, child(document.body.root, "w:body"));
  const notes = new Map<string, readonly Block[]>();
  for (const story of document.notes)
    for (const note of childrenOf(story.root))
      if (!/^(separator|continuation)/.test(note.attributes["w:type"] ?? ""))
        notes.set(`${story.kind} ${note.attributes["w:id"]}`, surveyor.read(story, note));
  const headersAndFooters = document.headersAndFooters.flatMap((story) => surveyor.read(story, story.root));
  const all = [...paragraphsIn(body), ...[...notes.values()].flatMap((each) => [...paragraphsIn(each)])];
  return { body, notes, headersAndFooters, paragraphs: [...all, ...paragraphsIn(headersAndFooters)] };
}

class Surveyor {
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly page: Colour | null;
  private paragraphs = 0;
  private tables = 0;
  private under: string | null = null;
  private places: Element[] = [];
  private fields = new Fields();
  private story!: Story;

  constructor(document: WordDocument, styles: Styles) {
    this.styles = styles;
    this.numbering = new Numbering(document.numbering, styles);
    const isShown = toggle(document.settings, "w:displayBackgroundShape") ?? false;
    const page = child(document.body.root, "w:background");
    this.page =
      isShown && page ? styles.shading({ ...page, attributes: { "w:fill": page.attributes["w:color"] ?? "" } }) : null;
  }

  read(story: Story, root: Element | undefined): Block[] {
    this.story = story;
    this.fields = new Fields();
    if (story.kind !== "body") this.under = null;
    return this.blocks(root, {
      layers: [],
      background: this.page,
      isInTable: false,
      isContents: false,
      isPrompt: false,
    });
  }

  private blocks(parent: Element | undefined, around: Around): Block[] {
    return childrenOf(parent).flatMap((element): Block[] => {
      if (element.name === "w:p") return [this.paragraph(element, around)];
      if (element.name === "w:tbl") return [this.table(element, around)];
      if (element.name === "w:sdt") {
        const properties = child(element, "w:sdtPr");
        const gallery = val(child(properties, "w:docPartObj"), "w:docPartGallery") ?? "";
        const isContents = around.isContents || /table of contents/i.test(gallery);
        const isPrompt = around.isPrompt || isShowingPrompt(element);
        return this.blocks(child(element, "w:sdtContent"), { ...around, isContents, isPrompt });
      }
      // A place that begins between two paragraphs is that of the next.
      if (element.name === "w:bookmarkStart") this.places.push(element);
      if (element.name === "w:altChunk")
        return [this.paragraph({ name: "w:p", attributes: {}, children: [element] }, around)];
      return TRANSPARENT.test(element.name) ? this.blocks(element, around) : [];
    });
  }

  private table(element: Element, around: Around): Table {
    this.tables += 1;
    const number = this.tables;
    const look = new TableLook(element, this.styles);
    const rowElements = partsIn(element, "w:tr");
    const rows = rowElements.map(({ element: row, isPrompt }, at): Row => {
      const properties = child(row, "w:trPr");
      const cells = partsIn(row, "w:tc", isPrompt || around.isPrompt);
      const before = Number(val(properties, "w:gridBefore") ?? 0);
      return {
        cells: cells.map((cell, index): Cell => {
          const place = { row: at, rows: rowElements.length, column: index, columns: cells.length };
          return this.cell(cell.element, row, look, place, { ...around, isPrompt: cell.isPrompt });
        }),
        isHeading: toggle(properties, "w:tblHeader") ?? false,
        before: clamp(before),
        after: clamp(Number(val(properties, "w:gridAfter") ?? 0)),
      };
    });
    return { kind: "table", number, rows, setsFirstRowApart: look.setsFirstRowApart, isInTable: around.isInTable };
  }

  /** A list's own indent comes before the style's, unless it is the style that brings the list. */
  private indent(properties: Element | undefined, style: string | undefined, label: Label | null): number {
    const isOwnList = val(child(properties, "w:numPr"), "w:numId") !== undefined;
    const byStyle = this.styles.indent(style);
    return indentIn(properties) ?? (isOwnList ? (label?.indent ?? byStyle) : (byStyle ?? label?.indent)) ?? 0;
  }

  private cell(cell: Element, row: Element, look: TableLook, place: CellPlace, around: Around): Cell {
    const properties = child(cell, "w:tcPr");
    const merge = child(properties, "w:vMerge");
    const inside: Around = {
      ...around,
      layers: [...around.layers, ...look.textLayers(place)],
      background: look.background(cell, place, row) ?? around.background,
      isInTable: true,
    };
    return {
      blocks: this.blocks(cell, inside),
      width: Math.max(1, clamp(Number(val(properties, "w:gridSpan") ?? 1))),
      merge: merge ? (merge.attributes["w:val"] === "restart" ? "begins" : "goes on") : null,
    };
  }

  private paragraph(element: Element, around: Around): Paragraph {
    this.paragraphs += 1;
    const number = this.paragraphs;
    const properties = child(element, "w:pPr");
    const style = this.styles.styleOf(properties);
    const headingLevel = around.isInTable ? null : this.styles.headingLevel(properties);
    const label = this.numbering.next(properties, style);
    const shading = this.styles.paragraphShading(properties) ?? around.background;
    const reader = new ParagraphReader(this.styles, this.fields, this.story, style, { ...around, background: shading });
    const wasContents = around.isContents || this.fields.isContents;
    reader.read([...this.places, ...element.children]);
    this.places = [];
    const text = reader.text;
    const under = this.under;
    if (headingLevel !== null && text.trim() !== "") this.under = [label?.text, text.trim()].filter(Boolean).join(" ");
    const boxes = reader.boxes.flatMap(({ content, fill, layers }) =>
      this.blocks(content, {
        ...around,
        layers: [...around.layers, ...layers],
        background: fill ?? around.background,
        isInTable: false,
      }),
    );
    return {
      kind: "paragraph",
      number,
      story: this.story,
      element,
      style,
      styleName: this.styles.name(style),
      headingLevel,
      label,
      pieces: reader.pieces,
      text,
      isRightAligned: /^(right|end)$/.test(val(properties, "w:jc") ?? ""),
      indent: this.indent(properties, style, label),
      isRightToLeft: toggle(properties, "w:bidi") ?? false,
      isContents: wasContents || reader.beganContents,
      under,
      isInTable: around.isInTable,
      objects: reader.objects,
      emptyFields: reader.emptyFields,
      hasPrompt: reader.hasPrompt,
      hasUnknownSign: reader.hasUnknownSign,
      boxes,
    };
  }
}

/** The rows of a table or the cells of a row, those inside content controls with them, and whether each is still a prompt. */
function partsIn(parent: Element, name: "w:tr" | "w:tc", isPrompt = false): { element: Element; isPrompt: boolean }[] {
  const isInPrompt = isPrompt || isShowingPrompt(parent);
  return childrenOf(parent).flatMap((element) => {
    if (element.name === name) return [{ element, isPrompt: isInPrompt }];
    return AROUND_PARTS.test(element.name) ? partsIn(element, name, isInPrompt) : [];
  });
}

function isShowingPrompt(control: Element): boolean {
  return toggle(child(control, "w:sdtPr"), "w:showingPlcHdr") ?? false;
}

/** No table has more columns than Word allows. */
function clamp(count: number): number {
  return Number.isFinite(count) ? Math.max(0, Math.min(63, Math.floor(count))) : 0;
}

/**
 * Reads what a Word file shows, paragraph by paragraph, with the label, the look and the place of each. Called by read-word.ts
 * once changes are decided.
 */
import { type Colour, WHITE } from "../model/colour.ts";
import { Fields, linkOf } from "./fields.ts";
import { indentIn, Numbering } from "./numbering.ts";
import { type Box, boxesIn, imageIn, isTextBox } from "./shapes.ts";
import { Styles } from "./styles.ts";
import type { Block, Cell, Paragraph, Piece, Row, Surveyed, Table, TextPiece } from "./surveyed.ts";
import { paragraphsIn } from "./surveyed.ts";
import { signAt, withSigns } from "./symbols.ts";
import { type CellPlace, TableLook } from "./table-look.ts";
import type { Story, WordDocument } from "./word-document.ts";
import { child, childrenOf, type Element, isElement, toggle, val, wordsOf } from "./xml.ts";

/** What surrounds a block: the look and the background that tables and boxes give it. */
interface Around {
  readonly layers: readonly Element[];
  readonly background: Colour | null;
  readonly isInTable: boolean;
  readonly isContents: boolean;
}

/** Elements that only hold others: their inside is read as if they were not there. */
const TRANSPARENT = /^w:(smartTag|customXml|ins|moveTo|dir|bdo|sdtContent|proofErr)$/;
const OBJECTS = /^(w:(object|control|ruby|subDoc|altChunk|drawing|pict)|m:oMath(Para)?)$/;

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
    return this.blocks(root, { layers: [], background: this.page, isInTable: false, isContents: false });
  }

  private blocks(parent: Element | undefined, around: Around): Block[] {
    return childrenOf(parent).flatMap((element): Block[] => {
      if (element.name === "w:p") return [this.paragraph(element, around)];
      if (element.name === "w:tbl") return [this.table(element, around)];
      if (element.name === "w:sdt") {
        const gallery = val(child(element, "w:sdtPr", "w:docPartObj"), "w:docPartGallery") ?? "";
        const isContents = around.isContents || /table of contents/i.test(gallery);
        return this.blocks(child(element, "w:sdtContent"), { ...around, isContents });
      }
      if (element.name === "w:altChunk")
        return [this.paragraph({ name: "w:p", attributes: {}, children: [element] }, around)];
      return TRANSPARENT.test(element.name) ? this.blocks(element, around) : [];
    });
  }

  private table(element: Element, around: Around): Table {
    this.tables += 1;
    const number = this.tables;
    const look = new TableLook(element, this.styles);
    const rowElements = rowsIn(element);
    const rows = rowElements.map((row, at): Row => {
      const properties = child(row, "w:trPr");
      const cells = cellsIn(row);
      const before = Number(val(properties, "w:gridBefore") ?? 0);
      return {
        cells: cells.map((cell, index): Cell => {
          const place = { row: at, rows: rowElements.length, column: index, columns: cells.length };
          return this.cell(cell, row, look, place, around);
        }),
        isHeading: toggle(properties, "w:tblHeader") ?? false,
        before: clamp(before),
        after: clamp(Number(val(properties, "w:gridAfter") ?? 0)),
      };
    });
    return { kind: "table", number, rows, setsFirstRowApart: look.setsFirstRowApart, isInTable: around.isInTable };
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
    reader.read(element.children);
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
      indent: indentIn(properties) ?? label?.indent ?? this.styles.indent(style) ?? 0,
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

/** Reads the runs of one paragraph. */
class ParagraphReader {
  readonly pieces: Piece[] = [];
  readonly objects: Element[] = [];
  readonly emptyFields: string[] = [];
  readonly boxes: Box[] = [];
  hasPrompt = false;
  hasUnknownSign = false;
  /** Whether a table of contents begins here, before any words. */
  beganContents = false;
  private readonly styles: Styles;
  private readonly fields: Fields;
  private readonly story: Story;
  private readonly style: string | undefined;
  private readonly around: Around;

  constructor(styles: Styles, fields: Fields, story: Story, style: string | undefined, around: Around) {
    this.styles = styles;
    this.fields = fields;
    this.story = story;
    this.style = style;
    this.around = around;
  }

  get text(): string {
    return this.pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
  }

  read(nodes: readonly (Element | string)[], link: string | null = null): void {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (node.name === "w:r") this.run(node, link);
      else if (node.name === "w:hyperlink") this.read(node.children, this.addressOf(node) ?? link);
      else if (node.name === "w:fldSimple") this.simpleField(node, link);
      else if (node.name === "w:sdt") {
        if (toggle(child(node, "w:sdtPr"), "w:showingPlcHdr")) this.hasPrompt = true;
        this.read(child(node, "w:sdtContent")?.children ?? [], link);
      } else if (node.name === "w:bookmarkStart")
        this.pieces.push({ kind: "bookmark", name: node.attributes["w:name"] ?? "" });
      else if (TRANSPARENT.test(node.name)) this.read(node.children, link);
      else if (OBJECTS.test(node.name)) this.objects.push(node);
    }
  }

  private simpleField(node: Element, link: string | null): void {
    const instruction = node.attributes["w:instr"] ?? "";
    const seen = childrenOf(node).some((each) => /^w:(r|hyperlink|sdt|smartTag|ins)$/.test(each.name));
    if (!seen && this.fields.isSeen) this.emptyFields.push(instruction.trim());
    this.read(node.children, linkOf(instruction) ?? link);
  }

  private addressOf({ attributes }: Element): string | null {
    const relation = this.story.relations.get(attributes["r:id"] ?? "");
    const place = attributes["w:anchor"];
    if (relation) return place === undefined ? relation.target : `${relation.target}#${place}`;
    return place === undefined ? null : `#${place}`;
  }

  private run(run: Element, link: string | null): void {
    const look = this.styles.look(child(run, "w:rPr"), this.style, this.around.layers);
    const background = look.highlight ?? look.shading ?? this.around.background ?? WHITE;
    const say = (text: string) => {
      if (text === "" || !this.fields.isSeen) return;
      const piece: TextPiece = { kind: "text", text, look, background, link: this.fields.link ?? link };
      this.pieces.push(piece);
    };
    for (const node of childrenOf(run)) {
      if (node.name === "w:t") say(this.readable(wordsOf(node), look.font));
      else if (node.name === "w:tab" || node.name === "w:ptab") say("\t");
      else if (node.name === "w:br" || node.name === "w:cr") say("\n");
      else if (node.name === "w:noBreakHyphen") say("\u2011");
      else if (node.name === "w:sym") say(this.sign(node));
      else if (node.name === "w:instrText") this.fields.instruct(wordsOf(node));
      else if (node.name === "w:fldChar") {
        const shown = this.fields.mark(node);
        if (shown?.words !== undefined) say(shown.words);
        if (shown?.empty !== undefined) this.emptyFields.push(shown.empty);
        if (this.fields.isContents && this.text.trim() === "") this.beganContents = true;
      } else if (node.name === "w:footnoteReference") this.note(node, "footnotes");
      else if (node.name === "w:endnoteReference") this.note(node, "endnotes");
      else if (node.name === "w:drawing" || node.name === "w:pict") this.drawing(node);
      else if (OBJECTS.test(node.name)) this.objects.push(node);
    }
  }

  private readable(words: string, font: string | null): string {
    const readable = withSigns(words.replaceAll("\u00ad", ""), font);
    if (readable === null) this.hasUnknownSign = true;
    return readable ?? words;
  }

  private sign({ attributes }: Element): string {
    const sign = signAt(attributes["w:font"] ?? "", Number.parseInt(attributes["w:char"] ?? "", 16));
    if (sign === null) this.hasUnknownSign = true;
    return sign ?? "\ufffd";
  }

  private note({ attributes }: Element, of: "footnotes" | "endnotes"): void {
    if (this.fields.isSeen) this.pieces.push({ kind: "note", of, id: attributes["w:id"] ?? "" });
  }

  private drawing(drawing: Element): void {
    const boxes = boxesIn(drawing, this.styles);
    for (const box of boxes) this.boxes.push(box);
    const images = imageIn(drawing);
    for (const image of images) this.pieces.push(image);
    if (images.length === 0 && (boxes.length === 0 || !isTextBox(drawing))) this.objects.push(drawing);
  }
}

function rowsIn(table: Element): Element[] {
  return childrenOf(table).flatMap((each) =>
    each.name === "w:tr" ? [each] : /^w:(sdt|sdtContent|customXml|ins|moveTo)$/.test(each.name) ? rowsIn(each) : [],
  );
}

function cellsIn(row: Element): Element[] {
  return childrenOf(row).flatMap((each) =>
    each.name === "w:tc" ? [each] : /^w:(sdt|sdtContent|customXml)$/.test(each.name) ? cellsIn(each) : [],
  );
}

/** No table has more columns than Word allows. */
function clamp(count: number): number {
  return Number.isFinite(count) ? Math.max(0, Math.min(63, Math.floor(count))) : 0;
}

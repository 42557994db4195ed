/**
 * Reads the runs of one paragraph of a Word file: its words, pictures, notes, links and text boxes, and what is neither. Called by
 * survey.ts.
 */
import { type Colour, WHITE } from "../model/colour.ts";
import { type Fields, linkOf } from "./fields.ts";
import { type Box, boxesIn, imageIn, isTextBox } from "./shapes.ts";
import type { Styles } from "./styles.ts";
import type { Piece, TextPiece } from "./surveyed.ts";
import { signAt, withSigns } from "./symbols.ts";
import type { Story } from "./word-document.ts";
import { child, childrenOf, type Element, isElement, toggle, wordsOf } from "./xml.ts";

/** What surrounds a block: the look and the background that tables and boxes give it. */
export interface Around {
  readonly layers: readonly Element[];
  readonly background: Colour | null;
  readonly isInTable: boolean;
  readonly isContents: boolean;
  /** Whether it is a prompt of the template that somebody should have written over. */
  readonly isPrompt: boolean;
}

/** Elements that only hold others: their inside is read as if they were not there. */
export const TRANSPARENT = /^w:(smartTag|customXml|ins|moveTo|dir|bdo|sdtContent|proofErr)$/;
const OBJECTS = /^(w:(object|control|ruby|subDoc|altChunk|drawing|pict)|m:oMath(Para)?)$/;

/** Reads the runs of one paragraph. */
export class ParagraphReader {
  readonly pieces: Piece[] = [];
  readonly objects: Element[] = [];
  readonly emptyFields: string[] = [];
  readonly boxes: Box[] = [];
  hasPrompt: boolean;
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
    this.hasPrompt = around.isPrompt;
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
      if (node.name === "w:t") say(this.readable(shownIn(node), look.font));
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

/** The words of a text, where an end of a line in the file is no more than a space. */
function shownIn(text: Element): string {
  return wordsOf(text).replace(/\r?\n|\r/g, " ");
}

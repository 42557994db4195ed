/**
 * What a table's style does to one of its cells: its background, and the colour of its text. A first row in white on dark
 * would else be taken for hidden text. Called by survey.ts.
 */
import type { Colour } from "../model/colour.ts";
import type { Styles } from "./styles.ts";
import { child, childrenOf, type Element, val } from "./xml.ts";

export interface CellPlace {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

const BITS: Readonly<Record<string, number>> = {
  firstRow: 0x20,
  lastRow: 0x40,
  firstColumn: 0x80,
  lastColumn: 0x100,
  noHBand: 0x200,
  noVBand: 0x400,
};

export class TableLook {
  private readonly styles: Styles;
  private readonly chain: readonly Element[];
  private readonly table: Element;
  private readonly flags: Element | undefined;

  constructor(table: Element, styles: Styles) {
    this.table = table;
    this.styles = styles;
    this.chain = styles.chain(val(child(table, "w:tblPr"), "w:tblStyle"));
    this.flags = child(table, "w:tblPr", "w:tblLook");
  }

  /** Whether the style sets the first row apart, which makes it likely to be headings. */
  get setsFirstRowApart(): boolean {
    return (
      this.has("firstRow") &&
      this.chain.some((style) =>
        childrenOf(style, "w:tblStylePr").some(
          (each) =>
            each.attributes["w:type"] === "firstRow" && childrenOf(each).some(({ children }) => children.length > 0),
        ),
      )
    );
  }

  /** What the table says of text in a cell there, from the most basic to the most particular. */
  textLayers(place: CellPlace): Element[] {
    return this.layers(place)
      .map((layer) => child(layer, "w:rPr"))
      .filter((layer) => layer !== undefined);
  }

  /** The background of `cell`; null where it has none. */
  background(cell: Element, place: CellPlace): Colour | null {
    const shadings = [
      child(this.table, "w:tblPr", "w:shd"),
      ...this.layers(place).map((layer) => child(layer, "w:tcPr", "w:shd") ?? child(layer, "w:tblPr", "w:shd")),
      child(cell, "w:tcPr", "w:shd"),
    ];
    return this.styles.shading(shadings.findLast((each) => each !== undefined && !saysNothing(each)));
  }

  private layers({ row, rows, column, columns }: CellPlace): Element[] {
    const firstRow = this.has("firstRow") ? 1 : 0;
    const firstColumn = this.has("firstColumn") ? 1 : 0;
    const parts: readonly (readonly [string, boolean])[] = [
      [(column - firstColumn) % 2 === 0 ? "band1Vert" : "band2Vert", !this.has("noVBand")],
      [(row - firstRow) % 2 === 0 ? "band1Horz" : "band2Horz", !this.has("noHBand")],
      ["lastCol", this.has("lastColumn") && column === columns - 1],
      ["firstCol", firstColumn === 1 && column === 0],
      ["lastRow", this.has("lastRow") && row === rows - 1],
      ["firstRow", firstRow === 1 && row === 0],
    ];
    const applying = parts.filter(([, applies]) => applies).map(([type]) => type);
    return [
      ...this.chain,
      ...applying.flatMap((type) =>
        this.chain.flatMap((style) =>
          childrenOf(style, "w:tblStylePr").filter((each) => each.attributes["w:type"] === type),
        ),
      ),
    ];
  }

  private has(flag: string): boolean {
    const said = this.flags?.attributes[`w:${flag}`];
    if (said !== undefined) return /^(1|true|on)$/.test(said);
    const bits = Number.parseInt(this.flags?.attributes["w:val"] ?? "0", 16);
    return (bits & (BITS[flag] ?? 0)) !== 0;
  }
}

/** A cell that says `auto` and no pattern leaves the background to its table. */
function saysNothing({ attributes }: Element): boolean {
  return (
    /^(clear|nil)?$/.test(attributes["w:val"] ?? "") &&
    /^(auto)?$/.test(attributes["w:fill"] ?? "") &&
    attributes["w:themeFill"] === undefined
  );
}

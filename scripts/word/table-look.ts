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
  /** What the styles say of each part of a table, from the most basic. */
  private readonly byType = new Map<string, readonly Element[]>();
  private readonly bandRows: number;
  private readonly bandColumns: number;

  constructor(table: Element, styles: Styles) {
    this.table = table;
    this.styles = styles;
    this.chain = styles.tableChain(child(table, "w:tblPr"));
    this.flags = child(table, "w:tblPr", "w:tblLook");
    for (const style of this.chain)
      for (const each of childrenOf(style, "w:tblStylePr")) {
        const type = each.attributes["w:type"] ?? "";
        this.byType.set(type, [...(this.byType.get(type) ?? []), each]);
      }
    this.bandRows = this.band("w:tblStyleRowBandSize");
    this.bandColumns = this.band("w:tblStyleColBandSize");
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
  background(cell: Element, place: CellPlace, row?: Element): Colour | null {
    const shadings = [
      child(this.table, "w:tblPr", "w:shd"),
      child(row, "w:tblPrEx", "w:shd"),
      ...this.layers(place).map((layer) => child(layer, "w:tcPr", "w:shd") ?? child(layer, "w:tblPr", "w:shd")),
      child(cell, "w:tcPr", "w:shd"),
    ];
    return this.styles.shading(shadings.findLast((each) => each !== undefined && !saysNothing(each)));
  }

  private layers({ row, rows, column, columns }: CellPlace): Element[] {
    const firstRow = this.has("firstRow") ? 1 : 0;
    const firstColumn = this.has("firstColumn") ? 1 : 0;
    const isFirst = { row: firstRow === 1 && row === 0, column: firstColumn === 1 && column === 0 };
    const isLast = {
      row: this.has("lastRow") && row === rows - 1,
      column: this.has("lastColumn") && column === columns - 1,
    };
    const isEven = (at: number, size: number) => Math.floor(at / size) % 2 === 0;
    const parts: readonly (readonly [string, boolean])[] = [
      [isEven(column - firstColumn, this.bandColumns) ? "band1Vert" : "band2Vert", !this.has("noVBand")],
      [isEven(row - firstRow, this.bandRows) ? "band1Horz" : "band2Horz", !this.has("noHBand")],
      ["lastCol", isLast.column],
      ["firstCol", isFirst.column],
      ["lastRow", isLast.row],
      ["firstRow", isFirst.row],
      ["neCell", isFirst.row && isLast.column],
      ["nwCell", isFirst.row && isFirst.column],
      ["seCell", isLast.row && isLast.column],
      ["swCell", isLast.row && isFirst.column],
    ];
    const applying = parts.filter(([, applies]) => applies).map(([type]) => type);
    return [...this.chain, ...applying.flatMap((type) => this.byType.get(type) ?? [])];
  }

  /** How many rows or columns of a band the style sets alike. */
  private band(name: string): number {
    const said = this.chain.map((style) => val(child(style, "w:tblPr"), name)).findLast((each) => each !== undefined);
    return Math.max(1, Math.floor(Number(said ?? 1)) || 1);
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

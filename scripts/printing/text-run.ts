/** Joins glyphs that Chromium places one by one into runs, each where it was put. For page-content.ts. */
import { numberText } from "../pdf/objects.ts";
import { NotUnderstood } from "../pdf/parse.ts";

/** The width of each glyph of a font, in thousandths of its size. Null for a font whose glyphs are drawn as pictures. */
export type Widths = ((glyph: number) => number) | null;

/** How far a glyph may stand from where Chromium put it, in thousandths of its size: far below a printer's dot. */
const TOLERANCE = 0.8;

/** One run of glyphs on a line, being joined. */
export class TextRun {
  private readonly out: string[];
  private size = 1;
  private widths: Widths = null;
  private shown = "";
  private hasGap = false;
  private isOpen = false;
  /** Where Chromium's line begins, and where ours does, from the last matrix. */
  private line = { x: 0, y: 0 };
  private written = { x: 0, y: 0 };
  /** Where the next glyph falls, from the last matrix, if nothing moves it; null after glyphs of unknown width. */
  private pen: number | null = 0;
  private moved = false;

  constructor(out: string[]) {
    this.out = out;
  }

  begin(): void {
    this.line = { x: 0, y: 0 };
    this.written = { x: 0, y: 0 };
    this.moved = true;
    this.isOpen = false;
  }

  font(font: string, size: number, widths: Widths): void {
    this.close();
    this.size = size;
    this.widths = widths;
    this.out.push(`/${font} ${numberText(size)} Tf\n`);
  }

  place(matrix: readonly number[]): void {
    this.close();
    this.out.push(`${matrix.map((value) => numberText(short(value))).join(" ")} Tm\n`);
    this.line = { x: 0, y: 0 };
    this.written = { x: 0, y: 0 };
    this.moved = true;
  }

  move(x: number, y: number): void {
    this.line.x += x;
    this.line.y += y;
    this.moved = true;
  }

  /** Shows glyphs, and notes them in `used`. Gives whether one was the empty box. */
  show(hex: string, used: Set<number> | null): boolean {
    if (!used || hex.length % 2 !== 0) throw new NotUnderstood("glyphs without a font");
    if (this.moved) this.goTo();
    this.isOpen = true;
    let advance = 0;
    let hasBox = false;
    // A font whose glyphs are pictures has codes of its own, which are left as they are.
    if (this.widths) {
      if (hex.length % 4 !== 0) throw new NotUnderstood("glyphs without a font");
      for (let at = 0; at < hex.length; at += 4) {
        const glyph = Number.parseInt(hex.slice(at, at + 4), 16);
        used.add(glyph);
        hasBox ||= glyph === 0;
        advance += this.widths(glyph);
      }
    }
    this.shown += hex;
    this.pen = this.widths && this.pen !== null ? this.pen + (advance * this.size) / 1000 : null;
    this.moved = false;
    return hasBox;
  }

  /** Before glyphs that were moved to: closes the gap to them within the run where they go on along the line. */
  private goTo(): void {
    if (this.isOpen && this.pen !== null && short(this.line.y - this.written.y) === 0) {
      const gap = ((this.pen - this.line.x) * 1000) / this.size;
      if (Math.abs(gap) <= TOLERANCE) return;
      const rounded = Math.round(gap * 10) / 10;
      this.shown += `>${numberText(rounded)}<`;
      this.hasGap = true;
      this.pen -= (rounded * this.size) / 1000;
      return;
    }
    this.close();
    const [x, y] = [short(this.line.x - this.written.x), short(this.line.y - this.written.y)];
    if (x !== 0 || y !== 0) this.out.push(`${numberText(x)} ${numberText(y)} Td\n`);
    // From where it is really written, so that what is rounded off does not add up.
    this.written = { x: this.written.x + x, y: this.written.y + y };
    this.pen = this.written.x;
  }

  /** Writes the run. Before anything that is not its next glyph. */
  close(): void {
    if (this.shown) this.out.push(this.hasGap ? `[<${this.shown}>]TJ\n` : `<${this.shown}>Tj\n`);
    this.shown = "";
    this.hasGap = false;
    this.isOpen = false;
  }
}

/** Three places of Chromium's own unit, three quarters of a point. */
function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}

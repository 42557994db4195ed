/** The points of lists, and what belongs to them, as lines of Markdown: lists stand inside each other as they do in Word. For paper-blocks.ts. */
import type { Role } from "./labels.ts";

/** A point as Word has it: how deep in which list, and how far in on the page. */
export interface Place {
  readonly level: number;
  /** Null for a label that somebody typed, which is of no list that Word knows. */
  readonly list: string | null;
  /** In twentieths of a point. */
  readonly indent: number;
}

/** A point that is open: the next may be inside it. */
interface Open extends Place {
  /** How far what belongs to the point is indented in Markdown. */
  readonly inner: number;
}

export type PointRole = Extract<Role, { readonly kind: "ordered" | "lettered" | "bullet" }>;

export interface WrittenPoints {
  readonly markdown: string;
  readonly paragraphs: readonly number[];
}

/** What belongs to a lettered point is no further in than this, or it would be read as lines of its words. */
const LETTERED_INNER = 4;
/** Markers that begin a list right under a line of words; others only do after an empty line. */
const FIRST = /^(-|1[.)]|\(?[ai]\))$/;

/** The list that is being written. */
export class Points {
  private lines: string[] = [];
  private paragraphs: number[] = [];
  private open: Open[] = [];
  /** The kind of the last point at each depth of it. */
  private readonly kinds = new Map<number, string>();

  /** The next point, whose words are Markdown already. */
  add(role: PointRole, place: Place, words: string, paragraph: number): void {
    while (this.open.length > 0 && !isInside(this.open.at(-1) as Open, place)) this.open.pop();
    const outer = this.open.at(-1)?.inner ?? 0;
    const marker = role.kind === "bullet" ? "-" : role.marker;
    // Points of another kind at the same depth are another list, which an empty line sets apart.
    const kind = `${role.kind} ${marker.slice(-1)}`;
    const before = this.kinds.get(outer);
    if (before !== undefined ? before !== kind : !FIRST.test(marker)) this.lines.push("");
    this.kinds.set(outer, kind);
    for (const depth of this.kinds.keys()) if (depth > outer) this.kinds.delete(depth);
    const width = marker.length + 1;
    const inner = outer + (role.kind === "lettered" ? Math.min(LETTERED_INNER, width) : width);
    this.lines.push(indented(`${marker} ${words}`, outer, inner));
    this.paragraphs.push(paragraph);
    this.open.push({ ...place, inner });
  }

  /** Whether a paragraph of no list, so far in on the page, stands under the words of an open point. */
  holds(indent: number): boolean {
    return indent > 0 && this.open.some((point) => indent >= point.indent);
  }

  /** A further paragraph of the innermost point that it stands under. */
  more(indent: number, words: string, paragraph: number): void {
    while (this.open.length > 1 && indent < (this.open.at(-1) as Open).indent) this.open.pop();
    const inner = this.open.at(-1)?.inner ?? 0;
    this.lines.push("", indented(words, inner, inner), "");
    this.paragraphs.push(paragraph);
  }

  /** Whether a label of an inner level of the same list stands inside the open point. */
  holdsLevel(place: Place): boolean {
    return this.open.some((point) => isInside(point, place));
  }

  /** What was written, and a list anew; null where there was none. */
  end(): WrittenPoints | null {
    const { lines, paragraphs } = this;
    this.lines = [];
    this.paragraphs = [];
    this.open = [];
    this.kinds.clear();
    if (lines.length === 0) return null;
    const markdown = lines
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    return { markdown, paragraphs };
  }
}

/** Whether a point is inside the one that is open: deeper in the same list, or further in on the page. */
function isInside(open: Place, point: Place): boolean {
  return open.list !== null && open.list === point.list ? point.level > open.level : point.indent > open.indent;
}

/** Text whose first line is indented by `first` and whose further lines by `rest`. */
function indented(text: string, first: number, rest: number): string {
  return text
    .split("\n")
    .map((line, at) => (line === "" ? "" : `${" ".repeat(at === 0 ? first : rest)}${line}`))
    .join("\n");
}

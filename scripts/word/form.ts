/**
 * Reads the form at the head of a report by the council's own template: which cells and lines are which field, and what is left
 * for the body. Called by read-word.ts.
 */
import type { FormField, FormPlace, ReportTemplate } from "../model/report-template.ts";
import type { Headings } from "./paper/headings.ts";
import type { Block, Paragraph, Surveyed, Table } from "./surveyed.ts";
import { paragraphsIn } from "./surveyed.ts";

export interface FormValue {
  readonly field: FormField;
  /** The words, a line for each paragraph, each line with its label where it has one. */
  readonly lines: readonly FormLine[];
  /** The paragraphs that the words and their label stand in. */
  readonly paragraphs: readonly number[];
  /** The words of the label, which are no part of the value. */
  readonly label: string;
}

export interface FormLine {
  readonly label: string;
  readonly text: string;
}

export interface Form {
  readonly values: readonly FormValue[];
  /** Every paragraph above the first heading that was read as a field or a label, and so is no part of the body. */
  readonly taken: ReadonlySet<number>;
}

/** A cell, or a line that is in no table. */
interface Spot {
  readonly paragraphs: readonly Paragraph[];
  readonly text: string;
  readonly table: Table | null;
  readonly row: number;
}

/** The first of `templates` that the file was written on; null for none. */
export function templateOf(surveyed: Surveyed, templates: readonly ReportTemplate[]): ReportTemplate | null {
  const spots = spotsIn(surveyed.body);
  return (
    templates.find(({ recognisedBy }) =>
      recognisedBy.every((words) => spots.some(({ text }) => afterLabel(text, words) !== null)),
    ) ?? null
  );
}

/** What the form says. `names` are what the meeting's committee is called; `headings` knows the report's headings. */
export function readForm(
  surveyed: Surveyed,
  template: ReportTemplate | null,
  names: readonly string[],
  headings: Headings,
): Form {
  const reader = new FormReader(surveyed, names, (paragraph) => headings.levelOf(paragraph) !== null);
  const { title } = headings;
  if (title) reader.readTitle(title);
  // What takes a whole table or the first line comes after what is read out of it.
  const order = ["itself", "beside", "section", "table", "first line"] as const;
  for (const where of order)
    for (const place of template?.places ?? [])
      if (place.where === where && !(title && place.field === "title")) reader.read(place);
  return { values: reader.values, taken: reader.taken };
}

class FormReader {
  readonly values: FormValue[] = [];
  readonly taken = new Set<number>();
  private readonly body: readonly Block[];
  private readonly spots: readonly Spot[];
  private readonly names: readonly string[];
  private readonly isHeading: (paragraph: Paragraph) => boolean;
  /** The paragraph that the report's first heading is. */
  private readonly firstHeading: number;

  constructor(surveyed: Surveyed, names: readonly string[], isHeading: (paragraph: Paragraph) => boolean) {
    this.body = surveyed.body;
    this.firstHeading =
      surveyed.body.find((block): block is Paragraph => block.kind === "paragraph" && isHeading(block))?.number ??
      Number.POSITIVE_INFINITY;
    // A line of the body may begin with the same words as a label of the form; a cell of a table hardly does.
    this.spots = spotsIn(surveyed.body).filter(
      ({ table, paragraphs }) => table !== null || (paragraphs[0]?.number ?? 0) < this.firstHeading,
    );
    this.names = names;
    this.isHeading = isHeading;
  }

  read(place: FormPlace): void {
    if (place.where === "first line") this.readFirstLine(place.field);
    else if (place.where === "section") this.readSection(place);
    else if (place.where === "itself") {
      const spot = this.spots.find((each) => !this.isTaken(each) && this.isItself(each, place));
      if (spot) this.take(place.field, "", [spot], linesOf([spot]));
    } else this.readLabelled(place);
  }

  private readLabelled({ field, label = "", where }: FormPlace): void {
    for (const [at, spot] of this.spots.entries()) {
      const rest = this.isTaken(spot) ? null : afterLabel(spot.text, label);
      if (rest === null) continue;
      const beside = this.spots
        .slice(at + 1)
        .find((each) => each.table !== null && each.table === spot.table && each.row === spot.row && each.text !== "");
      if (where === "table") this.readTable(field, label, spot);
      else if (rest !== "") this.take(field, label, [spot], [{ label: "", text: rest }]);
      else if (beside && !this.isTaken(beside)) this.take(field, label, [spot, beside], linesOf([beside]));
      // An empty place is a gap, and its label says nothing by itself.
      else this.take(field, label, [spot], []);
      return;
    }
  }

  /** The title where Word's own styles say which line it is. */
  readTitle(title: Paragraph): void {
    this.take("title", "", [spotOf(title)], linesOf([spotOf(title)]));
  }

  private readFirstLine(field: FormField): void {
    const line = this.spots.find((spot) => spot.table === null && spot.text !== "" && !this.isTaken(spot));
    if (line) this.take(field, "", [line], linesOf([line]));
  }

  private readSection({ field, label }: FormPlace): void {
    const lines = this.body;
    const start = lines.findIndex(
      (block) => block.kind === "paragraph" && this.isHeading(block) && isLabel(withoutNumber(block.text), label ?? ""),
    );
    if (start < 0) return;
    const after = lines.findIndex((block, at) => at > start && block.kind === "paragraph" && this.isHeading(block));
    const inside = lines.slice(start + 1, after < 0 ? undefined : after);
    // What holds a table or a picture is more than a list of words, and stays in the body.
    if (inside.some((block) => block.kind === "table" || block.pieces.some(({ kind }) => kind === "image"))) return;
    const spots = inside.filter((block): block is Paragraph => block.kind === "paragraph").map(spotOf);
    const heading = spotOf(lines[start] as Paragraph);
    this.take(field, heading.text, [heading, ...spots], linesOf(spots));
  }

  private readTable(field: FormField, label: string, head: Spot): void {
    const rest = this.spots.filter((spot) => spot.table !== null && spot.table === head.table && spot !== head);
    const spots = rest.filter((spot) => spot.text !== "" && !this.isTaken(spot));
    this.take(field, label, [head, ...spots], linesOf(spots));
  }

  private take(field: FormField, label: string, spots: readonly Spot[], lines: readonly FormLine[]): void {
    const paragraphs = spots.flatMap((spot) => spot.paragraphs.map(({ number }) => number));
    // What is read below the first heading stays in the body, whose sections keep their numbers and their words.
    for (const number of paragraphs) if (number < this.firstHeading) this.taken.add(number);
    this.values.push({ field, label, lines: lines.filter(({ text }) => text !== ""), paragraphs });
  }

  private isTaken({ paragraphs }: Spot): boolean {
    return paragraphs.some(({ number }) => this.taken.has(number));
  }

  private isItself({ text }: Spot, { field, label }: FormPlace): boolean {
    if (label !== undefined) return isLabel(text, label);
    if (field === "date") return /^\W*(\w+,? )?\d{1,2}(st|nd|rd|th)? \w+ \d{4}\W*$/i.test(text);
    return field === "committee" && this.names.some((name) => isLabel(text, name));
  }
}

function spotsIn(blocks: readonly Block[]): Spot[] {
  return blocks.flatMap((block): Spot[] => {
    if (block.kind === "paragraph") return [spotOf(block)];
    return block.rows.flatMap(({ cells }, row) =>
      cells.map(({ blocks: inside }) => {
        const paragraphs = [...paragraphsIn(inside)];
        return { paragraphs, text: joined(paragraphs), table: block, row };
      }),
    );
  });
}

function spotOf(paragraph: Paragraph): Spot {
  return { paragraphs: [paragraph], text: joined([paragraph]), table: null, row: 0 };
}

function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ text }) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join(" ");
}

function linesOf(spots: readonly Spot[]): FormLine[] {
  return spots.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, label }) =>
      text
        .split("\n")
        .map((line, at) => ({ label: at === 0 ? labelWords(label) : "", text: line.replace(/\s+/g, " ").trim() })),
    ),
  );
}

function labelWords(label: Paragraph["label"]): string {
  return label?.isBullet ? "•" : (label?.text ?? "");
}

/** What stands after a label, empty where nothing does; null where the words do not begin with it. */
export function afterLabel(text: string, label: string): string | null {
  const words = folded(label);
  if (words === "" || !folded(text).startsWith(words)) return null;
  // The label may be spaced and written in capitals otherwise, so its letters are counted off one by one.
  let at = 0;
  for (const letter of words.replace(/\s/g, "")) {
    while (at < text.length && folded(text.charAt(at)) !== letter) at += 1;
    at += 1;
  }
  const rest = text.slice(at);
  if (/^[\p{L}\p{N}]/u.test(rest) && /[\p{L}\p{N}]$/u.test(label)) return null;
  return rest.replace(/^[\s:?.]+/, "").trim();
}

function isLabel(text: string, label: string): boolean {
  return folded(text) === folded(label) && folded(label) !== "";
}

function withoutNumber(text: string): string {
  return text.replace(/^\s*\d+(\.\d+)*[.)]?\s+/, "");
}

function folded(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  // Counted off, since a pattern would try each of a long row of dots.
  let end = line.length;
  while (end > 0 && " :.?".includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end).toLowerCase();
}

/** Parts that reports in Word are made of, with a docx library, in the way that officers make them. For six-reports.ts. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

type Levels = INumberingOptions["config"][number]["levels"];

const decimal = (level: number, text: string, left: number) => ({
  level,
  format: LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left, hanging: 720 } } },
});

/** 1., 1.1, (a), (i): what most councils' templates have. */
export const REPORT_LEVELS: Levels = [
  decimal(0, "%1.", 720),
  decimal(1, "%1.%2", 720),
  { ...decimal(2, "(%3)", 1440), format: LevelFormat.LOWER_LETTER },
  { ...decimal(3, "(%4)", 2160), format: LevelFormat.LOWER_ROMAN },
];

/** The bytes of a Word file with these blocks, numbered by `report`'s levels. */
export async function wordFile(
  children: readonly FileChild[],
  options: { readonly footnotes?: Readonly<Record<string, { children: Paragraph[] }>> } = {},
): Promise<Uint8Array> {
  const document = new Document({
    creator: "Democratic Services",
    numbering: { config: [{ reference: "report", levels: REPORT_LEVELS }] },
    ...(options.footnotes ? { footnotes: options.footnotes } : {}),
    sections: [{ children: [...children] }],
  });
  return Packer.toBuffer(document);
}

export function text(...children: (string | ParagraphChild)[]): Paragraph {
  return new Paragraph({ children: children.map((each) => (typeof each === "string" ? new TextRun(each) : each)) });
}

export function bold(words: string): TextRun {
  return new TextRun({ text: words, bold: true });
}

/** A numbered section as officers make it: bold, and no heading style. */
export function section(words: string): Paragraph {
  return new Paragraph({ numbering: { reference: "report", level: 0 }, children: [bold(words)] });
}

export function numbered(words: string | ParagraphChild[], level = 1): Paragraph {
  const children = typeof words === "string" ? [new TextRun(words)] : words;
  return new Paragraph({ numbering: { reference: "report", level }, children });
}

export function bullet(words: string): Paragraph {
  return new Paragraph({ text: words, bullet: { level: 0 } });
}

export function heading(words: string, level: 1 | 2 = 1): Paragraph {
  return new Paragraph({ text: words, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
}

export interface CellMade {
  readonly words: string;
  readonly across?: number;
  readonly down?: number;
  readonly isRight?: boolean;
}

/** A table; its first `headings` rows are repeated on each page, as headings are. */
export function table(rows: readonly (readonly (string | CellMade)[])[], headings = 0): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      (cells, at) =>
        new TableRow({ tableHeader: at < headings, children: cells.map((cell) => cellOf(cell, at < headings)) }),
    ),
  });
}

function cellOf(made: string | CellMade, isHeading: boolean): TableCell {
  const { words, across, down, isRight } = typeof made === "string" ? ({ words: made } as CellMade) : made;
  return new TableCell({
    ...(across ? { columnSpan: across } : {}),
    ...(down ? { rowSpan: down } : {}),
    ...(isHeading ? { shading: { type: ShadingType.CLEAR, fill: "D9E2F3" } } : {}),
    children: words.split("\n").map(
      (line) =>
        new Paragraph({
          alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [isHeading ? bold(line) : new TextRun(line)],
        }),
    ),
  });
}

/** The form at the head of the council's own Cabinet reports. */
export function cabinetForm(said: {
  readonly item: string;
  readonly date: string;
  readonly members: string;
  readonly officer: string;
  readonly phone: string;
  readonly title: string;
  readonly from: string;
  readonly deadline: string;
  readonly recommendations: readonly string[];
}): FileChild[] {
  return [
    table([
      ["CABINET", { words: `AGENDA ITEM No. ${said.item}`, across: 2 }],
      [said.date, { words: "PUBLIC REPORT", across: 2 }],
      ["Cabinet Member(s) responsible:", { words: said.members, across: 2 }],
      ["Contact Officer(s):", said.officer, `Tel: ${said.phone}`],
    ]),
    text(""),
    text(bold(said.title)),
    text(""),
    table([
      [{ words: "RECOMMENDATIONS", across: 2 }],
      [`FROM: ${said.from}`, `Deadline date: ${said.deadline}`],
      [{ words: said.recommendations.join("\n"), across: 2 }],
    ]),
    text(""),
  ];
}

/** A report put together with a library that many programs write Word files with. Called by programs.ts. */
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from "docx";

/** The report's bytes. */
export async function byLibrary(): Promise<Uint8Array> {
  const numbered = (reference: string, depth: number) => ({ numbering: { reference, level: depth } });
  const cell = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: "report",
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START },
            { level: 1, format: LevelFormat.DECIMAL, text: "%1.%2", alignment: AlignmentType.START },
            { level: 2, format: LevelFormat.LOWER_LETTER, text: "(%3)", alignment: AlignmentType.START },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph("Of 2024.")] } },
    sections: [
      {
        children: [
          new Paragraph({ text: "Purpose", heading: HeadingLevel.HEADING_1, ...numbered("report", 0) }),
          new Paragraph({
            children: [
              new TextRun("To agree the "),
              new TextRun({ text: "budget", bold: true }),
              new FootnoteReferenceRun(1),
            ],
            ...numbered("report", 1),
          }),
          new Paragraph({ text: "for the quay", ...numbered("report", 2) }),
          new Paragraph({ text: "for the lock", ...numbered("report", 2) }),
          new Paragraph({ text: "in full", bullet: { level: 0 } }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell("Place"), cell("Cost", { columnSpan: 2 })] }),
              new TableRow({
                children: [cell("Quay", { verticalMerge: VerticalMergeType.RESTART }), cell("£1m"), cell("2026")],
              }),
              new TableRow({
                children: [cell("", { verticalMerge: VerticalMergeType.CONTINUE }), cell("£2m"), cell("2027")],
              }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/**
 * A page for the officer alone: the Word file as it was read, and the report as it will look, beside each other, paragraph by
 * paragraph. It has no script and asks for no other file. Called by import-word.ts.
 */
import { renderPaper } from "../markdown/render.ts";
import type { Chunk, ShownParagraph, WordPaper } from "./paper/word-paper.ts";
import { escapeXml } from "./xml.ts";

export interface SideBySide {
  readonly name: string;
  readonly report: string;
  readonly paper: WordPaper;
  /** The report's front matter. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly questions: readonly string[];
  readonly notes: readonly string[];
  readonly gaps: readonly string[];
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; }
body { margin: 0 auto; overflow-wrap: anywhere; max-width: 90rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; }
table.both { border-collapse: collapse; table-layout: fixed; width: 100%; }
table.both > thead > tr > th { border-bottom: 2px solid; padding: .5rem 1rem; position: sticky; text-align: left; top: 0; background: Canvas; }
table.both > tbody > tr > td { border-bottom: 1px solid color-mix(in srgb, CanvasText 25%, Canvas); overflow-wrap: anywhere; padding: .5rem 1rem; vertical-align: top; width: 50%; }
td p, td h2, td h3, td ul, td ol { margin: .25rem 0; } td h2, td h3, td h4 { font-size: 1.1rem; }
td table { border-collapse: collapse; } td table th, td table td { border: 1px solid; padding: .2rem .5rem; text-align: left; }
.label { font-weight: 700; margin-right: .5rem; } .cell { padding-left: 1rem; } .number { font-weight: 700; }
ol.letters { list-style: none; padding-left: 0; } .gone { font-style: italic; }
@media (max-width: 40rem) { table.both, table.both > tbody, table.both > tbody > tr, table.both > tbody > tr > td, table.both > caption { display: block; width: auto; }
  table.both > thead { display: none; } td.word::before { content: "Word"; } td.paper::before { content: "Report"; }
  td.word::before, td.paper::before { display: block; font-size: .8rem; font-weight: 700; } }
`;

/** The page's HTML. Everything that an officer wrote is escaped. */
export function sideBySidePage({ name, report, paper, fields, questions, notes, gaps }: SideBySide): string {
  const shown = new Map(paper.shown.map((each) => [each.number, each]));
  const definitions = paper.chunks.filter(({ markdown }) => isNote(markdown)).map(({ markdown }) => markdown);
  const rows = paper.chunks.map((chunk) => bodyRow(chunk, shown, paper.numbering, definitions));
  const form = paper.form.filter(({ paragraphs }) => paragraphs.some((number) => paper.taken.includes(number)));
  const formRows = form.map(({ field, paragraphs }) =>
    row(paragraphs.map((number) => paragraphHtml(shown.get(number))).join(""), fieldHtml(field, fields)),
  );
  const { words, cells } = paper.counted;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(name)} beside ${escapeXml(report)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeXml(name)} beside the report</h1>
<p>The report is ${escapeXml(report)}. All ${words} words and numbers and all ${cells} cells that the Word file shows are in the report. Read both before you issue it.</p>
${list("Asked, and not answered", questions)}${list("Still to be filled in", gaps)}${list("To know", notes)}
<table class="both">
<caption class="gone">What stands in each row is the same passage.</caption>
<thead><tr><th scope="col">The Word file</th><th scope="col">The report</th></tr></thead>
<tbody>
${[...formRows, ...rows].join("\n")}
</tbody>
</table>
</main>
</body>
</html>
`;
}

function bodyRow(
  { markdown, paragraphs }: Chunk,
  shown: ReadonlyMap<number, ShownParagraph>,
  numbering: WordPaper["numbering"],
  definitions: readonly string[],
): string {
  const left = paragraphs.map((number) => paragraphHtml(shown.get(number))).join("");
  const html = isNote(markdown) ? `<p>${escapeXml(markdown)}</p>` : rendered(markdown, numbering, definitions);
  return row(left, html);
}

/** The fields that a place of the form with another name goes into. */
const INTO: Readonly<Record<string, string>> = { contactPhone: "contactOfficer", contactEmail: "contactOfficer" };

/** What the front matter has of a place of the form. The meeting and the agenda say the rest themselves. */
function fieldHtml(place: string, fields: SideBySide["fields"]): string {
  const [name = "", kind] = (INTO[place] ?? place).split(".");
  const value =
    kind === undefined ? fields[name] : (fields[name] as Readonly<Record<string, unknown>> | undefined)?.[kind];
  const words = value === undefined ? "Not written: the meeting and its agenda say it." : fieldWords(value);
  return `<p class="gone">${escapeXml(place)}</p><p>${escapeXml(words)}</p>`;
}

function fieldWords(value: unknown): string {
  if (typeof value === "string") return value;
  return Object.values(value as object)
    .filter((each) => each !== undefined)
    .map(fieldWords)
    .join(Array.isArray(value) ? "; " : ", ");
}

/** One chunk as it will look; its notes are given, and stand in rows of their own. */
function rendered(markdown: string, numbering: WordPaper["numbering"], definitions: readonly string[]): string {
  const html = renderPaper([markdown, ...definitions].join("\n\n"), {
    numbering,
    forPrint: true,
    chart: () => "",
    // A picture is told by its words.
    image: () => "",
  });
  return html.replace(/<section class="footnotes"[\s\S]*$/, "").replace(/ (id|href)="[^"]*"/g, "");
}

function paragraphHtml(paragraph: ShownParagraph | undefined): string {
  if (!paragraph) return "";
  const label = paragraph.label === "" ? "" : `<span class="label">${escapeXml(paragraph.label)}</span>`;
  return `<p${paragraph.isInTable ? ' class="cell"' : ""}>${label}${escapeXml(paragraph.text).replaceAll("\n", "<br>")}</p>`;
}

function row(left: string, right: string): string {
  return `<tr><td class="word">${left || '<p class="gone">Nothing</p>'}</td><td class="paper">${right}</td></tr>`;
}

function list(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<h2>${heading}</h2>\n<ul>${lines.map((line) => `<li>${escapeXml(line)}</li>`).join("")}</ul>\n`;
}

function isNote(markdown: string): boolean {
  return /^\[\^\d+\]: /.test(markdown);
}

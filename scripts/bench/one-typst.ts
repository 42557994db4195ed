/**
 * All papers of a pack as one Typst document: the same text, lists, tables, notes, links, images and charts, with the
 * page numbers of the agenda. For rival-typst.ts.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureRows, measureWords } from "../charts/measure-words.ts";
import type { BenchPapers, BenchReport } from "./bench-papers.ts";
import { chartSvg } from "./chart-picture.ts";
import { runningHead } from "./one-html.ts";
import { TYPST_STYLE } from "./typst-style.ts";
import { quoted, text, typstBody } from "./typst-text.ts";

/** Writes `pack.typ`, and the images and charts that it shows, into `folder`, and returns its path. */
export function writeOneTypst(papers: BenchPapers, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const title = `Agenda pack: ${papers.committee}, ${papers.date}`;
  const file = join(folder, "pack.typ");
  writeFileSync(
    file,
    [
      `#set document(title: ${quoted(title)}, author: ${quoted(papers.council)})`,
      `#let running = ${quoted(`${papers.committee}, ${papers.date}`)}`,
      TYPST_STYLE,
      front(papers),
      ...papers.reports.map((report) => article(papers, report, folder)),
    ].join("\n"),
  );
  return file;
}

function front(papers: BenchPapers): string {
  const titles = new Map(papers.reports.map(({ id, title }) => [id, title]));
  const items = papers.items.map(
    ({ number, title, reports }) =>
      `agenda-item([${text(number)}], [${text(title)}], (${reports.map((id) => `([${text(titles.get(id) ?? id)}], <${id}-top>),`).join(" ")})),`,
  );
  return `#text(12pt, weight: 700, fill: council)[${text(papers.council)}]
#heading(level: 1)[${text(papers.committee)}]
#lede[Agenda pack, ${text(papers.date)}]
${text(papers.summary)}
#heading(level: 2)[Notice]
${text(papers.notice)}
#pagebreak()
#heading(level: 1)[Agenda]
#agenda((
${items.join("\n")}
))`;
}

function article(papers: BenchPapers, report: BenchReport, folder: string): string {
  const facts = (pairs: BenchReport["facts"]) =>
    `#facts(${pairs.map(([name, words]) => `[${text(name)}], [${text(words)}],`).join("\n")})`;
  const body = typstBody(report, {
    target: papers.target,
    image: (file) => {
      copyFileSync(join(papers.folder, file), join(folder, file));
      return file;
    },
    chart: (id) => figure(papers, id, folder),
  });
  return `#set page(header: head(${quoted(runningHead(report))}))
#quiet[Item ${text(report.item)}]
#heading(level: 1)[${text(report.title)}] <${report.id}-top>
#lede[${text(report.summary)}]
${facts(report.facts)}
#ask[#heading(level: 2)[Recommendations]
${text(report.that)}
#enum(numbering: "(a)", ${report.limbs.map((limb) => `[${text(limb)}]`).join(", ")})]
#paper[
${body}
]
#heading(level: 2)[Implications]
${facts(report.implications)}
#heading(level: 2)[Background papers]
#list(${report.background.map((each) => `[${text(each)}]`).join(", ")})`;
}

/** A measure: the words, the chart as SVG, and its figures beside it. */
function figure({ measures }: BenchPapers, id: string, folder: string): string {
  const measure = measures.get(id);
  if (!measure) return "";
  writeFileSync(join(folder, `${id}.svg`), chartSvg(measure));
  const { latest, distance, before, sentence } = measureWords(measure);
  const rows = measureRows(measure).map(({ day, what, value }) => `[${text(day)}], [${text(what)}], [${text(value)}],`);
  return `#measure([${text(measure.title)}], [${text(latest ?? "")}], [${text(`${distance ?? ""}. ${before ?? ""}`)}], ${quoted(`${id}.svg`)}, ${quoted(sentence)},
${rows.join("\n")})`;
}

/**
 * All papers of a pack as one HTML document, for the rivals that take HTML: one Chromium print, WeasyPrint, and the DOCX
 * that LibreOffice prints. Sizes and margins are those of our own packs, so that the same papers make as many pages.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { measureRows, measureWords } from "../charts/measure-words.ts";
import { renderPaper } from "../markdown/render.ts";
import type { Measure } from "../model/plan.ts";
import type { BenchPapers, BenchReport } from "./bench-papers.ts";
import { HTML_STYLE } from "./one-html-style.ts";

/** The HTML of a measure's chart, by whatever picture of it the rival can print. */
export type ChartPicture = (measure: Measure) => string;

/** Writes `pack.html`, with the images that it shows beside it, into `folder`, and returns its path. */
export function writeOneHtml(papers: BenchPapers, folder: string, chart: ChartPicture): string {
  mkdirSync(folder, { recursive: true });
  const image = (file: string) => {
    copyFileSync(join(papers.folder, file), join(folder, file));
    return file;
  };
  const css = [fonts(), HTML_STYLE, runningHeads(papers)];
  const file = join(folder, "pack.html");
  writeFileSync(
    file,
    `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Agenda pack: ${text(papers.committee)}, ${text(papers.date)}</title>
<style>${css.join("\n")}</style></head>
<body>
${front(papers)}
${papers.reports.map((report) => article(papers, report, chart, image)).join("\n")}
</body></html>
`,
  );
  return file;
}

/** What stands in a report's running head. */
export function runningHead({ item, title }: BenchReport): string {
  const words = `Item ${item}: ${title}`;
  return words.length > 76 ? `${words.slice(0, 75).trimEnd()}...` : words;
}

function front(papers: BenchPapers): string {
  const titles = new Map(papers.reports.map(({ id, title }) => [id, title]));
  const items = papers.items.map(
    ({ number, title, reports }) =>
      `<li><span class="no">${text(number)}</span> <b>${text(title)}</b>${reports
        .map((id) => `<br><a href="#${id}-top">${text(titles.get(id) ?? id)}</a>`)
        .join("")}</li>`,
  );
  return `<section class="front"><p class="council">${text(papers.council)}</p>
<h1>${text(papers.committee)}</h1><p class="lede">Agenda pack, ${text(papers.date)}</p><p>${text(papers.summary)}</p>
<h2>Notice</h2><p>${text(papers.notice)}</p></section>
<section class="new"><h1>Agenda</h1><ul class="agenda">${items.join("\n")}</ul></section>`;
}

function article(
  papers: BenchPapers,
  report: BenchReport,
  chart: ChartPicture,
  image: (file: string) => string,
): string {
  const body = renderPaper(report.body, {
    numbering: report.numbering,
    idPrefix: `${report.id}-`,
    forPrint: true,
    chart: (id) => figure(papers.measures.get(id), chart),
    image,
    link: (to) => {
      const target = papers.target(to);
      return target ? `#${target.report}-${target.anchor ?? "top"}` : to;
    },
  }).replace(/<span id="[^"]+--end"><\/span>/g, "");
  const facts = (pairs: BenchReport["facts"]) =>
    `<table class="facts">${pairs.map(([name, words]) => `<tr><th scope="row">${text(name)}</th><td>${text(words)}</td></tr>`).join("")}</table>`;
  const limbs = report.limbs.map(
    (limb, at) => `<li><span class="letter">(${String.fromCharCode(97 + at)})</span> ${text(limb)}</li>`,
  );
  return `<article class="new" style="page: ${report.id}"><p class="quiet">Item ${text(report.item)}</p>
<h1 id="${report.id}-top">${text(report.title)}</h1><p class="lede">${text(report.summary)}</p>${facts(report.facts)}
<section class="ask"><h2>Recommendations</h2><p>${text(report.that)}</p><ol class="letters">${limbs.join("")}</ol></section>
<div class="paper">${body}</div>
<h2>Implications</h2>${facts(report.implications)}
<h2>Background papers</h2><ul>${report.background.map((each) => `<li>${text(each)}</li>`).join("")}</ul></article>`;
}

function figure(measure: Measure | undefined, chart: ChartPicture): string {
  if (!measure) return "";
  const { latest, distance, before } = measureWords(measure);
  const rows = measureRows(measure).map(
    ({ day, what, value }) => `<tr><th scope="row">${day}</th><td>${what}</td><td class="n">${text(value)}</td></tr>`,
  );
  return `<div class="measure"><div class="picture"><p><b>${text(measure.title)}</b></p><p><b class="big">${text(latest ?? "")}</b> ${text(distance ?? "")}. ${text(before ?? "")}</p>
${chart(measure)}</div><div class="rows"><table><thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col" class="n">Figure</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></div>`;
}

/** A page name for every report, with its head. */
function runningHeads(papers: BenchPapers): string {
  const quoted = (words: string) => JSON.stringify(words.replace(/[\\"]/g, ""));
  return [
    `@page { @top-left { content: ${quoted(`${papers.committee}, ${papers.date}`)}; } }`,
    ...papers.reports.map((report) => `@page ${report.id} { @top-right { content: ${quoted(runningHead(report))}; } }`),
  ].join("\n");
}

/** The fonts of our packs, inside the document. */
function fonts(): string {
  const cuts = ["400-normal", "400-italic", "600-normal", "700-normal", "700-italic"];
  const faces = cuts.flatMap((cut) => {
    const [weight, style] = cut.split("-");
    // Letters such as ŵ are in files of their own, here as a family of their own: WeasyPrint mixes two files of one up.
    return Object.entries({ latin: "", "latin-ext": " Extended" }).map(([letters, family]) => {
      const bytes = readFileSync(fontFile(`${letters}-${cut}`)).toString("base64");
      return `@font-face { font-family: "Atkinson Hyperlegible Next${family}"; font-weight: ${weight}; font-style: ${style}; src: url("data:font/woff2;base64,${bytes}") format("woff2"); }`;
    });
  });
  return faces.join("\n");
}

/** The file of one cut of the packs' font, such as `latin-400-normal`. */
function fontFile(cut: string): string {
  const name = `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${cut}.woff2`;
  return createRequire(import.meta.url).resolve(name);
}

function text(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

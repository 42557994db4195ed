/**
 * LibreOffice from DOCX, as tagged PDF/UA: what most officers do today. The DOCX is made beforehand by pandoc, from the
 * same HTML with charts as pictures, and has A4 pages and a section for every report. One of the bench's rivals.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { measureWords } from "../charts/measure-words.ts";
import { chartPng } from "./chart-picture.ts";
import { writeOneHtml } from "./one-html.ts";
import type { Rival } from "./rival.ts";
import { said } from "./said.ts";

const EXPORT = {
  UseTaggedPDF: { type: "boolean", value: "true" },
  PDFUACompliance: { type: "boolean", value: "true" },
  ExportBookmarks: { type: "boolean", value: "true" },
};

/** Ends a section of the DOCX: A4 with the margins of our packs, in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

export const libreoffice: Rival = {
  name: "LibreOffice from DOCX",
  howToGet: "apt-get install libreoffice-writer-nogui pandoc",
  async isThere() {
    return said("pandoc", "--version") ? said("soffice", "--version") : null;
  },
  async prepare(papers, folder) {
    const html = writeOneHtml(papers, folder, (measure) => {
      const { sentence } = measureWords(measure);
      return `<img src="${measure.id}.png" alt="${sentence.replaceAll('"', "&quot;")}" width="430">`;
    });
    for (const measure of papers.measures.values())
      writeFileSync(join(folder, `${measure.id}.png`), await chartPng(measure));
    const docx = join(folder, "pack.docx");
    writeFileSync(join(folder, "pack.json"), withSections(pandoc(folder, ["--from=html", "--to=json", html])));
    pandoc(folder, ["--from=json", "--to=docx", `--output=${docx}`, join(folder, "pack.json")]);
    const profile = pathToFileURL(join(folder, "profile")).href;
    const convert = (file: string, to: string): [string, ...string[]] => [
      "soffice",
      `-env:UserInstallation=${profile}`,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      folder,
      file,
    ];
    // Its first start makes a profile, which is not timed.
    writeFileSync(join(folder, "first.txt"), "First");
    const [program, ...args] = convert(join(folder, "first.txt"), "pdf");
    spawnSync(program, args);
    return {
      command: convert(docx, `pdf:writer_pdf_Export:${JSON.stringify(EXPORT)}`),
      out: join(folder, "pack.pdf"),
    };
  },
};

function pandoc(folder: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync("pandoc", args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`pandoc: ${stderr}`);
  return stdout;
}

interface PandocBlock {
  readonly t: string;
  readonly c?: unknown;
}

/** Before every report, and after the last, the end of a section. */
function withSections(json: string): string {
  const document = JSON.parse(json) as { blocks: PandocBlock[] };
  const end: PandocBlock = { t: "RawBlock", c: ["openxml", `<w:p><w:pPr>${SECTION}</w:pPr></w:p>`] };
  const isReport = ({ t, c }: PandocBlock) => t === "Header" && /-top$/.test(String((c as [number, [string]])[1][0]));
  // The item's number stands in a paragraph before the heading.
  document.blocks = document.blocks.flatMap((block, at, all) => {
    const next = all[at + 1];
    return next && isReport(next) ? [end, block] : [block];
  });
  document.blocks.push(end);
  return JSON.stringify(document);
}

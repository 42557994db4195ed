/** Opens a PDF that somebody supplied, or refuses it with its name and what to do. For read-appendix.ts. */
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { LARGEST_APPENDIX } from "../model/pdf-facts.ts";
import { Refusal } from "../model/refusal.ts";

export interface Limits {
  readonly bytes: number;
  readonly pages: number;
}

/** `file` is the name that an officer knows it by. */
export async function openPdf(
  file: string,
  bytes: Uint8Array,
  limits: Limits = LARGEST_APPENDIX,
): Promise<PDFDocument> {
  if (bytes.length > limits.bytes)
    throw new Refusal(
      `${file} has ${megabytes(bytes.length)} MB; an appendix may have ${megabytes(limits.bytes)}. Save it with smaller pictures, or split it.`,
    );
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-"))
    throw new Refusal(`${file} is not a PDF, whatever its name says. Save it as PDF from the program that made it.`);
  const document = await parsed(file, bytes);
  if (hasHiddenLayers(document))
    throw new Refusal(`${file} has layers that are switched off, which a pack would show. Print it to a new PDF.`);
  const { length } = document.getPages();
  if (length > limits.pages)
    throw new Refusal(`${file} has ${length} pages; an appendix may have ${limits.pages}. Split it.`);
  return document;
}

export function broken(file: string): Refusal {
  return new Refusal(`${file} is broken or breaks off, and cannot be read. Save it again as a plain PDF.`);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

async function parsed(file: string, bytes: Uint8Array): Promise<PDFDocument> {
  // The library reads what there is of a file that breaks off, and would leave the rest of its pages empty.
  if (!Buffer.from(bytes.subarray(-2048)).includes("%%EOF")) throw broken(file);
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    // Pages are looked for only when they are asked for; a file without any is found out here.
    if (document.getPages().length > 0 && document.getPages().every(({ node }) => isWhole(node))) return document;
  } catch (error) {
    if (/encrypt/i.test((error as Error).message))
      throw new Refusal(`${file} is protected with a password. Save it again as a plain PDF without one.`);
  }
  throw broken(file);
}

/** False where what the page draws is named and not there. */
function isWhole(page: PDFDict): boolean {
  const contents = page.get(PDFName.of("Contents"));
  if (contents === undefined) return true;
  const found = page.lookup(PDFName.of("Contents"));
  const parts: (PDFObject | undefined)[] =
    found instanceof PDFArray ? found.asArray().map((_, at) => found.lookup(at)) : [found];
  return parts.every((part) => part instanceof PDFRawStream);
}

/** Whether a layer is not shown, or not always. */
function hasHiddenLayers({ catalog }: PDFDocument): boolean {
  const layers = catalog.lookup(PDFName.of("OCProperties"));
  const shown = layers instanceof PDFDict ? layers.lookup(PDFName.of("D")) : undefined;
  if (!(layers instanceof PDFDict) || !(shown instanceof PDFDict)) return false;
  const off = shown.lookup(PDFName.of("OFF"));
  if (off instanceof PDFArray && off.size() > 0) return true;
  if (shown.lookup(PDFName.of("BaseState")) === PDFName.of("OFF")) return true;
  const all = layers.lookup(PDFName.of("OCGs"));
  if (!(all instanceof PDFArray) || !shown.has(PDFName.of("AS"))) return false;
  return all.asArray().some((_, at) => isSometimesOff(all.lookup(at)));
}

/** Whether a layer says that it is not seen, or not printed. */
function isSometimesOff(layer: PDFObject | undefined): boolean {
  const usage = layer instanceof PDFDict ? layer.lookup(PDFName.of("Usage")) : undefined;
  return ["View", "Print"].some((kind) => {
    const when = usage instanceof PDFDict ? usage.lookup(PDFName.of(kind)) : undefined;
    return when instanceof PDFDict && when.lookup(PDFName.of(`${kind}State`)) === PDFName.of("OFF");
  });
}

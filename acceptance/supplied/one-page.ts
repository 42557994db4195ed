/** A PDF of one page as somebody might supply it, written object by object. Called by the other files of this folder and by tests. */
import { deflateSync } from "node:zlib";
import { type RawObjects, rawPdf } from "../raw-pdf.ts";

export interface OnePage {
  readonly content?: string;
  readonly box?: string;
  /** More entries of the page, of the file's catalog, and of the page's resources. */
  readonly page?: string;
  readonly catalog?: string;
  readonly resources?: string;
  /** More objects, from 10. */
  readonly more?: RawObjects;
}

/** A PDF of one page, with Helvetica as `/F1`, which is not in the file. */
export function onePage({ content, box, page, catalog, resources, more }: OnePage): Uint8Array {
  return rawPdf({
    1: `<< /Type /Catalog /Pages 2 0 R ${catalog ?? ""} >>`,
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [${box ?? "0 0 595 842"}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources ?? ""} >> ${page ?? ""} >>`,
    4: { stream: content ?? words("Letter of the Director") },
    5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...more,
  });
}

export const words = (text: string, x = 40, y = 700) => `BT /F1 14 Tf ${x} ${y} Td (${text}) Tj ET`;

export const stream = (text: string, entries = "") => ({ stream: text, entries });
export const packed = (text: string, entries = "") => ({
  stream: deflateSync(Buffer.from(text, "latin1")).toString("latin1"),
  entries: `${entries} /Filter /FlateDecode`,
});
export const widget = (entries: string) => `<< /Type /Annot /Subtype /Widget /P 3 0 R ${entries} >>`;
export const form = (text: string, entries = "/BBox [0 0 200 20]") =>
  stream(text, `/Type /XObject /Subtype /Form ${entries} /Resources << /Font << /F1 5 0 R >> >>`);

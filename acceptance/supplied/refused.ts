/** PDFs that no pack can take. Called by the tests of appendices and of `check`. */
import { rawPdf } from "../raw-pdf.ts";
import { onePage, widget } from "./one-page.ts";

/** Files that no pack can take, each with what an officer is told beside its name. */
export const REFUSED: Readonly<Record<string, { readonly bytes: Uint8Array; readonly says: string }>> = {
  empty: { bytes: new Uint8Array(), says: "is not a PDF" },
  "word-file": {
    bytes: Buffer.from("PK\x03\x04[Content_Types].xml word/document.xml", "latin1"),
    says: "is not a PDF",
  },
  "cut-at-half": { bytes: cut(0.5), says: "is broken or breaks off" },
  "cut-early": { bytes: cut(0.1), says: "is broken or breaks off" },
  "cut-at-its-end": { bytes: cut(0.97), says: "is broken or breaks off" },
  "only-a-head": { bytes: Buffer.from("%PDF-1.7\n%%EOF\n"), says: "is broken or breaks off" },
  "no-pages": {
    bytes: rawPdf({ 1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [] /Count 0 >>" }),
    says: "is broken or breaks off",
  },
  "pages-in-a-ring": {
    bytes: rawPdf({ 1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" }),
    says: "is broken or breaks off",
  },
  "page-without-contents": { bytes: onePage({ page: "/Contents 99 0 R" }), says: "is broken or breaks off" },
  "contents-not-unpacked": {
    bytes: onePage({
      page: "/Contents 10 0 R",
      more: { 10: { stream: "no such packing", entries: "/Filter /FlateDecode" } },
    }),
    says: "is broken or breaks off",
  },
  "no-room": { bytes: onePage({ box: "0 0 0 0" }), says: "is broken or breaks off" },
  "layer-switched-off": {
    bytes: onePage({
      catalog: "/OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >>",
      more: { 10: "<< /Type /OCG /Name (Names of children) >>" },
    }),
    says: "has layers that are switched off",
  },
  "all-layers-off": {
    bytes: onePage({
      catalog: "/OCProperties << /OCGs [10 0 R] /D << /BaseState /OFF >> >>",
      more: { 10: "<< /Type /OCG /Name (Names of children) >>" },
    }),
    says: "has layers that are switched off",
  },
  "layer-not-printed": {
    bytes: onePage({
      catalog:
        "/OCProperties << /OCGs [10 0 R] /D << /AS [<< /Event /Print /OCGs [10 0 R] /Category [/Print] >>] >> >>",
      more: { 10: "<< /Type /OCG /Name (Notes) /Usage << /Print << /PrintState /OFF >> >> >>" },
    }),
    says: "has layers that are switched off",
  },
  "form-not-drawn": {
    bytes: onePage({
      page: "/Annots [10 0 R]",
      catalog: "/AcroForm << /Fields [10 0 R] /NeedAppearances true >>",
      more: { 10: widget("/FT /Tx /T (name) /V (Ada Brook) /Rect [40 600 240 620] /F 4") },
    }),
    says: "is a form whose entries are not drawn",
  },
};

function cut(share: number): Uint8Array {
  const whole = onePage({});
  return whole.subarray(0, Math.floor(whole.length * share));
}

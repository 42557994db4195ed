/** A PDF full of what may not come into a pack: scripts, actions, other files, and facts of who made it. Called by the tests of appendices. */
import { rawPdf } from "../raw-pdf.ts";
import { words } from "./one-page.ts";

const secret = (name: string) => `token-${name}`;
/** A file with everything that may not come into a pack. Each has a word that begins with `token-`. */
export const PRIVATE = rawPdf({
  1: `<< /Type /Catalog /Pages 2 0 R /Metadata 20 0 R /OpenAction << /S /JavaScript /JS (app.alert\\("${secret("open")}"\\)) >>
      /AA << /WC << /S /JavaScript /JS (${secret("close")}) >> >> /PieceInfo << /App << /Private (${secret("piece")}) >> >>
      /Names << /EmbeddedFiles << /Names [(${secret("file")}) 21 0 R] >> /JavaScript << /Names [(x) << /S /JavaScript /JS (${secret("named")}) >>] >> >> >>`,
  2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /AA << /O << /S /Launch /F (${secret("page")}) >> >>
      /PieceInfo << /App << /Private (${secret("page-piece")}) >> >> /Metadata 20 0 R /Annots [6 0 R 7 0 R 8 0 R 9 0 R]
      /Resources << /Font << /F1 5 0 R >> /Properties << /MC0 << /Odd << /S /JavaScript /JS (${secret("property")}) >> >> >>
      /Secret << /X (${secret("kind")}) >> /XObject << /Im0 10 0 R /Fm0 11 0 R /Fm1 12 0 R >> /ExtGState << /G << /Odd 13 0 R /More 21 0 R >> >> >> >>`,
  4: { stream: `/MC /MC0 DP % ${secret("comment")}\n${words("Shown")} /G gs /Im0 Do /Fm0 Do` },
  5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  6: `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (${secret("launch")}) >> >>`,
  7: `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /F 4 /FS 21 0 R /T (${secret("author")}) >>`,
  8: `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Named /N /${secret("named-action")} >> >>`,
  9: `<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /F 4 /T (${secret("stamper")}) /Contents (${secret("contents")}) /AP << /N 11 0 R >> /A << /S /SubmitForm /F (${secret("submit")}) >> >>`,
  10: {
    stream: `\xff\xd8\xff\xe1\0\x10${secret("camera")}\0\0\xff\xda\0\x02`,
    entries:
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode /Metadata 20 0 R",
  },
  11: {
    stream: `0 0 5 5 re f % ${secret("form-comment")}\n`,
    entries: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /LastModified (D:2026) /PieceInfo << /A << /Private (${secret("form-piece")}) >> >> /Ref << /F (${secret("ref")}) >>`,
  },
  12: {
    stream: "",
    entries: `/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F (${secret("elsewhere")})`,
  },
  13: `<< /S /URI /URI (${secret("uri")}) >>`,
  20: { stream: `<x:xmpmeta>${secret("metadata")}</x:xmpmeta>`, entries: "/Type /Metadata /Subtype /XML" },
  21: `<< /Type /Filespec /F (${secret("spec")}) /EF << /F 22 0 R >> >>`,
  22: { stream: secret("embedded"), entries: "/Type /EmbeddedFile" },
  23: `<< /Author (${secret("info")}) >>`,
});

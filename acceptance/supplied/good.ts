/** PDFs that go into a pack, each with the one oddity that its name says. Called by the tests of appendices and of `check`. */
import { form, onePage, packed, stream, widget, words } from "./one-page.ts";

/** Bytes of a picture that read like commands. */
export const TRICKY = "Q Q Q EI Q\nBT (never shown) Tj ET EMC Q EI\nQ ";
const inline = (dictionary: string, bytes: string) => `BI ${dictionary} ID ${bytes}\nEI`;

/** Files that go into a pack, each with words that must stand in it. */
export const GOOD: Readonly<Record<string, { readonly bytes: Uint8Array; readonly says: readonly string[] }>> = {
  plain: { bytes: onePage({}), says: ["Letter of the Director"] },
  "scan-only": {
    bytes: onePage({
      content: "q 400 0 0 400 50 200 cm /Im0 Do Q",
      resources: "/XObject << /Im0 10 0 R >>",
      more: {
        10: stream(
          "\0\xff\xff\0",
          "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        ),
      },
    }),
    says: [],
  },
  "states-left-open": { bytes: onePage({ content: `Q Q q q ${words("Left open")} q BT` }), says: ["Left open"] },
  "many-streams": {
    bytes: onePage({
      page: "/Contents [10 0 R 11 0 R 12 0 R]",
      more: {
        10: stream("q BT /F1 14 Tf 40"),
        11: packed("700 Td (In three parts)"),
        12: stream("Tj ET Q"),
      },
    }),
    says: ["In three parts"],
  },
  "tricky-picture": {
    bytes: onePage({
      content: `q 100 0 0 100 50 200 cm ${inline(`/W ${TRICKY.length} /H 1 /BPC 8 /CS /G`, TRICKY)} Q ${words("After the picture")}`,
    }),
    says: ["After the picture"],
  },
  "packed-picture": {
    bytes: onePage({
      content: `q 9 0 0 9 50 200 cm ${inline("/W 4 /H 4 /BPC 8 /CS /G /F /AHx", "00 EI 0011223344556677889900112233>")} Q ${words("After that")}`,
    }),
    says: ["After that"],
  },
  "text-in-a-picture": {
    bytes: onePage({
      content: "/Fm0 Do",
      resources: "/XObject << /Fm0 10 0 R >>",
      more: { 10: form("BT /F1 14 Tf 5 5 Td (In a picture) Tj ET") },
    }),
    says: ["In a picture"],
  },
  form: {
    bytes: onePage({
      page: "/Annots [10 0 R 12 0 R 15 0 R]",
      catalog: "/AcroForm << /Fields [10 0 R 12 0 R] >>",
      more: {
        10: widget("/FT /Tx /T (name) /V (Ada Brook) /Rect [40 600 240 620] /F 4 /AP << /N 11 0 R >>"),
        11: form("/Tx BMC BT /F1 12 Tf 2 5 Td (Ada Brook) Tj ET EMC"),
        12: widget(
          "/FT /Btn /T (agreed) /V /Yes /AS /Yes /Rect [40 560 60 580] /F 4 /AP << /N << /Yes 13 0 R /Off 14 0 R >> >>",
        ),
        13: form("BT /F1 12 Tf 2 5 Td (ticked) Tj ET", "/BBox [0 0 20 20]"),
        14: form("BT /F1 12 Tf 2 5 Td (empty) Tj ET", "/BBox [0 0 20 20]"),
        15: widget("/FT /Btn /Ff 65536 /T (send) /Rect [40 500 90 520] /AP << /N 16 0 R >>"),
        16: form("BT /F1 12 Tf 2 5 Td (Press here) Tj ET"),
      },
    }),
    says: ["Letter of the Director", "Ada Brook", "ticked"],
  },
  stamp: {
    bytes: onePage({
      page: "/Annots [10 0 R 12 0 R]",
      more: {
        10: "<< /Type /Annot /Subtype /Stamp /Rect [100 300 140 500] /F 4 /AP << /N 11 0 R >> >>",
        11: form(
          "0 .5 .5 rg 0 0 200 20 re f 1 g BT /F1 12 Tf 2 5 Td (APPROVED) Tj ET",
          "/BBox [0 0 200 20] /Matrix [0 1 -1 0 0 0]",
        ),
        12: "<< /Type /Annot /Subtype /Text /Rect [300 300 320 320] /F 4 /Contents (a note to self) /AP << /N 13 0 R >> >>",
        13: form("BT /F1 12 Tf 2 5 Td (a sticky note) Tj ET"),
      },
    }),
    says: ["APPROVED"],
  },
  "names-like-ours": {
    bytes: onePage({
      content: `/Drawing0 Do ${words("As ours")} /Sheet Do`,
      page: "/Annots [12 0 R]",
      resources: "/XObject << /Drawing0 10 0 R /SheetF4 11 0 R /Sheet 11 0 R >>",
      more: {
        10: form("BT /F1 14 Tf 5 5 Td (Its own) Tj ET"),
        11: form("BT /F1 14 Tf 5 50 Td (Another) Tj ET", "/BBox [0 0 200 90]"),
        12: "<< /Type /Annot /Subtype /Stamp /Rect [100 300 300 320] /F 4 /AP << /N 13 0 R >> >>",
        13: form("BT /F1 12 Tf 2 5 Td (Stamped) Tj ET"),
      },
    }),
    says: ["As ours", "Its own", "Another", "Stamped"],
  },
  "layers-shown": {
    bytes: onePage({
      content: `/OC /MC0 BDC ${words("On a layer")} EMC`,
      catalog: "/OCProperties << /OCGs [10 0 R] /D << /Order [10 0 R] >> >>",
      resources: "/Properties << /MC0 10 0 R >>",
      more: { 10: "<< /Type /OCG /Name (Plan) /Usage << /CreatorInfo << /Creator (token-creator) >> >> >>" },
    }),
    says: ["On a layer"],
  },
  links: {
    bytes: onePage({
      page: "/Annots [10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]",
      catalog: "/Names << /Dests << /Kids [15 0 R] >> >>",
      more: {
        10: "<< /Type /Annot /Subtype /Link /Rect [40 690 200 710] /A << /S /URI /URI (https://inspectors.example/letter) >> >>",
        11: "<< /Type /Annot /Subtype /Link /Rect [40 650 200 670] /Dest [3 0 R /XYZ 0 600 0] >>",
        12: "<< /Type /Annot /Subtype /Link /Rect [40 610 200 630] /A << /S /GoTo /D (there) >> >>",
        13: "<< /Type /Annot /Subtype /Link /Rect [40 570 200 590] /A << /S /Launch /F (token-launch.exe) >> >>",
        14: "<< /Type /Annot /Subtype /Link /Rect [40 530 200 550] /A << /S /URI /URI (https://pack.invalid/nowhere) >> >>",
        15: "<< /Limits [(there) (there)] /Names [(there) << /D [3 0 R /FitH 500] >>] >>",
      },
    }),
    says: ["Letter of the Director"],
  },
  "ring-of-objects": {
    bytes: onePage({
      content: `/Fm0 Do ${words("In a ring")}`,
      resources: "/XObject << /Fm0 10 0 R >> /ExtGState << /G 11 0 R >>",
      more: {
        10: stream(
          "0 0 5 5 re f",
          "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm1 10 0 R >> >>",
        ),
        11: "<< /Type /ExtGState /CA 1 /Odd [11 0 R 10 0 R] >>",
      },
    }),
    says: ["In a ring"],
  },
};

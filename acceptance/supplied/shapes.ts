/** Pages of every shape, each corner in a colour of its own, to see whether all of them is in a pack. Called by the tests of appendices. */
import { onePage } from "./one-page.ts";

/** A square of one colour in each corner of what is shown, and one in the middle of what is cut away below it. */
export const CORNERS = { topLeft: "1 0 0", topRight: "0 .6 0", bottomLeft: "0 0 1", bottomRight: "1 .6 0" } as const;
export const CUT_AWAY = "1 0 1";
function corners(x1: number, y1: number, x2: number, y2: number): string {
  const size = Math.min(x2 - x1, y2 - y1) / 5;
  const square = (colour: string, x: number, y: number) => `${colour} rg ${x} ${y} ${size} ${size} re f`;
  return [
    square(CORNERS.topLeft, x1, y2 - size),
    square(CORNERS.topRight, x2 - size, y2 - size),
    square(CORNERS.bottomLeft, x1, y1),
    square(CORNERS.bottomRight, x2 - size, y1),
    square(CUT_AWAY, (x1 + x2) / 2, y1 - 1.2 * size),
    square(CUT_AWAY, x2 + 0.2 * size, (y1 + y2) / 2),
  ].join("\n");
}

function shown(box: string, page = "", size: readonly number[] = box.split(" ").map(Number)): Uint8Array {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = size;
  return onePage({ box, page, content: corners(x1, y1, x2, y2) });
}

/** Pages of every shape, with how they are turned, clockwise. */
export const SHAPES: Readonly<Record<string, { readonly bytes: Uint8Array; readonly turn: 0 | 90 | 180 | 270 }>> = {
  portrait: { bytes: shown("0 0 595 842"), turn: 0 },
  landscape: { bytes: shown("0 0 842 595"), turn: 0 },
  a3: { bytes: shown("0 0 1191 842"), turn: 0 },
  a5: { bytes: shown("0 0 420 595"), turn: 0 },
  letter: { bytes: shown("0 0 612 792"), turn: 0 },
  tiny: { bytes: shown("0 0 90 50"), turn: 0 },
  strip: { bytes: shown("0 0 3000 200"), turn: 0 },
  "turned-right": { bytes: shown("0 0 595 842", "/Rotate 90"), turn: 90 },
  "upside-down": { bytes: shown("0 0 595 842", "/Rotate 180"), turn: 180 },
  "turned-left": { bytes: shown("0 0 842 595", "/Rotate -90"), turn: 270 },
  cropped: { bytes: shown("0 0 700 900", "/CropBox [100 200 500 800]", [100, 200, 500, 800]), turn: 0 },
  "cropped-and-turned": {
    bytes: shown("0 0 700 900", "/CropBox [100 200 500 800] /Rotate 90", [100, 200, 500, 800]),
    turn: 90,
  },
  "from-elsewhere": { bytes: shown("-300 -400 295 442"), turn: 0 },
  "box-backwards": { bytes: shown("595 842 0 0", "", [0, 0, 595, 842]), turn: 0 },
  "crop-beyond": { bytes: shown("0 0 595 842", "/CropBox [-50 -50 9000 9000]", [0, 0, 595, 842]), turn: 0 },
};

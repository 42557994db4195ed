/** What kind of picture some bytes are, and the picture without what its file says of itself. */

/** The first bytes of the kinds that every browser shows and our packs print. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

export function pictureKind(bytes: Uint8Array): "png" | "jpg" | null {
  if (PNG.every((byte, at) => bytes[at] === byte)) return "png";
  return JPEG.every((byte, at) => bytes[at] === byte) ? "jpg" : null;
}

/** Whether all of the picture is there, so that what its file says of itself can be told from it and left out. */
export function isWholePicture(bytes: Uint8Array): boolean {
  return plain(bytes) !== null;
}

/**
 * The picture without the place, camera, author and words that its file may carry beside it, and without what follows its end.
 * What it looks like stays to the bit, and a photograph stays the right way up. One that is not whole is returned as it is;
 * the preflight refuses it before.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  return plain(bytes) ?? bytes;
}

function plain(bytes: Uint8Array): Uint8Array | null {
  return pictureKind(bytes) === "png" ? plainPng(bytes) : plainJpeg(bytes);
}

/** Chunks that are needed to draw the picture, or that say how its colours and sizes are meant. */
const KEPT_CHUNKS = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|pHYs)$/;

function plainPng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, PNG.length)];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const kind = latin(bytes.subarray(at + 4, at + 8));
    if (KEPT_CHUNKS.test(kind)) kept.push(bytes.subarray(at, end));
    if (kind === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const [START_OF_SCAN, END, JFIF, EXIF, ICC, ADOBE, COMMENT] = [0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee, 0xfe] as const;
/** What JFIF says of sizes; a small picture of the picture, as it was before it was cropped, may follow. */
const JFIF_LENGTH = 14;

function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const next = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
    if (next === null) return null;
    const segment = keptSegment(marker, bytes.subarray(at, next));
    if (segment) kept.push(segment);
    at = next;
  }
  return null;
}

/** Where the next segment begins: in a scan, FF stands for itself before 00 and marks a place to start again with D0 to D7. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return null;
}

/** Of the segments for programs, those that say how colours are meant: JFIF, ICC and Adobe's transform. */
function keptSegment(marker: number, segment: Uint8Array): Uint8Array | null {
  const content = segment.subarray(4);
  const begins = (words: string) => latin(content.subarray(0, words.length)) === words;
  if (marker === COMMENT) return null;
  if (marker < 0xe0 || marker > 0xef) return segment;
  if (marker === JFIF && begins("JFIF\0") && content.length >= JFIF_LENGTH) return plainJfif(content);
  if (marker === EXIF && begins("Exif\0\0")) return uprightSegment(content.subarray(6));
  return (marker === ICC && begins("ICC_PROFILE")) || (marker === ADOBE && begins("Adobe")) ? segment : null;
}

function plainJfif(content: Uint8Array): Uint8Array {
  const without = Buffer.from(content.subarray(0, JFIF_LENGTH));
  without.fill(0, JFIF_LENGTH - 2);
  return Buffer.concat([Buffer.from([0xff, JFIF, 0, JFIF_LENGTH + 2]), without]);
}

const ORIENTATION = 0x0112;

/** A segment of EXIF that says nothing but which way up the picture is held; null where it is the way it lies. */
function uprightSegment(exif: Uint8Array): Uint8Array | null {
  const turned = orientationIn(exif);
  if (turned === null || turned < 2 || turned > 8) return null;
  // A header, one entry (which kind, a short, one of it, its value), and no further list.
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0];
  const content = [...Buffer.from("Exif\0\0MM\0*", "latin1"), 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  return Buffer.from([0xff, EXIF, 0, content.length + 2, ...content]);
}

function orientationIn(exif: Uint8Array): number | null {
  const view = viewOf(exif);
  const isLittle = latin(exif.subarray(0, 2)) === "II";
  if (exif.length < 8) return null;
  const list = view.getUint32(4, isLittle);
  if (list + 2 > exif.length) return null;
  const entries = view.getUint16(list, isLittle);
  for (let at = list + 2; at < list + 2 + entries * 12 && at + 12 <= exif.length; at += 12)
    if (view.getUint16(at, isLittle) === ORIENTATION) return view.getUint16(at + 8, isLittle);
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

/** What kind of picture some bytes are, and the picture without what its file says of itself. */

/** The first bytes of the kinds that every browser shows and our packs print. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

export function pictureKind(bytes: Uint8Array): "png" | "jpg" | null {
  if (PNG.every((byte, at) => bytes[at] === byte)) return "png";
  return JPEG.every((byte, at) => bytes[at] === byte) ? "jpg" : null;
}

/**
 * The picture without the place, camera, author and words that its file may carry beside it. What it looks like stays to the
 * bit. Of a file that is not whole, it is returned as it is; it then fails where it is shown.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  return pictureKind(bytes) === "png" ? plainPng(bytes) : plainJpeg(bytes);
}

/** Chunks that are needed to draw the picture, or that say how its colours and sizes are meant. */
const KEPT_CHUNKS = /^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|bKGD|pHYs)$/;

function plainPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, PNG.length)];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return bytes;
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT_CHUNKS.test(kind)) kept.push(bytes.subarray(at, end));
    if (kind === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return bytes;
}

/** Of the segments for programs, those that say how colours are meant: JFIF, ICC and Adobe's transform. */
function isKeptSegment(marker: number, content: Uint8Array): boolean {
  const begins = (words: string) => Buffer.from(content.subarray(0, words.length)).toString("latin1") === words;
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return (
    (marker === 0xe0 && begins("JFIF")) ||
    (marker === 0xe2 && begins("ICC_PROFILE")) ||
    (marker === 0xee && begins("Adobe"))
  );
}

function plainJpeg(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return bytes;
    const marker = bytes[at + 1] as number;
    // From the start of the scan on it is the picture itself.
    if (marker === 0xda) return Buffer.concat([...kept, bytes.subarray(at)]);
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return bytes;
    if (isKeptSegment(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes;
}

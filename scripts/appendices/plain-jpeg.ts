/** A photograph without what its camera or program wrote beside it: where it was taken, by whom. For keep-objects.ts. */

/** Parts of a JPEG that say how it is drawn are kept: its colours (APP2) and how they are packed (APP0, APP14). */
const KEPT_NOTES = new Set([0xe0, 0xe2, 0xee]);

/** The same picture; bytes that are not understood are given back as they are. */
export function plainJpeg(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const [start, marker = 0] = [bytes[at], bytes[at + 1]];
    if (start !== 0xff) return bytes;
    // From the first scan on there is only the picture itself.
    if (marker === 0xda) return Buffer.concat([...parts, bytes.subarray(at)]);
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!isNote || KEPT_NOTES.has(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes;
}

/**
 * How a build's memory lies in its file: sections of lines or of whole numbers, one after another, each with its length before
 * it. Used by memory.ts.
 */

/** What ends a line. */
const END = "\0";

/** So many signs are made bytes at once. */
const PIECE = 1_000_000;

/** The bytes of sections, in pieces. A line may have any sign in it but the one that no file's name and no JSON has. */
export function* piecesOf(sections: Iterable<Iterable<string> | Int32Array>): Generator<Uint8Array> {
  for (const section of sections) {
    if (section instanceof Int32Array) {
      yield lengthOf(section.byteLength);
      yield new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
      continue;
    }
    const pieces = [...ofLines(section)];
    yield lengthOf(pieces.reduce((sum, { length }) => sum + length, 0));
    yield* pieces;
  }
}

function* ofLines(lines: Iterable<string>): Generator<Buffer> {
  const all = Array.isArray(lines) ? (lines as readonly string[]) : [...lines];
  for (let at = 0; at < all.length; ) {
    const start = at;
    for (let size = 0; at < all.length && size < PIECE; at++) size += all[at]?.length ?? 0;
    yield Buffer.from(`${all.slice(start, at).join(END)}${END}`);
  }
}

function lengthOf(bytes: number): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeDoubleLE(bytes);
  return length;
}

/** Reads sections in the order in which they were written. The bytes were compared with their hash before. */
export function sectionsIn(content: Buffer): { lines: () => string[]; numbers: () => Int32Array<ArrayBuffer> } {
  let at = 0;
  const next = (): Buffer => {
    const start = at + 8;
    at = start + content.readDoubleLE(at);
    return content.subarray(start, at);
  };
  return {
    lines: () => {
      const lines = next().toString("utf8").split(END);
      lines.pop();
      return lines;
    },
    numbers: () => {
      const bytes = next();
      return new Int32Array(new Uint8Array(bytes).buffer);
    },
  };
}

/**
 * How a build's memory lies in its file: sections of lines or of whole numbers, one after another, then how long each is, and at
 * the very end how long that is. Used by memory.ts.
 */

/** So many signs are made bytes at once. */
const PIECE = 1_000_000;

/** What ends a line. */
const END = "\0";

/** The last bytes of all. */
const LAST = 8;

/** The bytes of sections, in pieces. A line may have any sign in it but the one that no file's name and no JSON has. */
export function* piecesOf(sections: Iterable<Iterable<string> | Int32Array>): Generator<Uint8Array> {
  const lengths: number[] = [];
  for (const section of sections) {
    let length = 0;
    for (const piece of section instanceof Int32Array ? [bytesOf(section)] : ofLines(section)) {
      length += piece.length;
      yield piece;
    }
    lengths.push(length);
  }
  const table = new Float64Array(lengths);
  yield bytesOf(table);
  yield bytesOf(new Float64Array([table.byteLength]));
}

function* ofLines(lines: Iterable<string>): Generator<Buffer> {
  let [waiting, size] = [[] as string[], 0];
  for (const line of lines) {
    waiting.push(line);
    size += line.length;
    if (size < PIECE) continue;
    yield joined(waiting);
    [waiting, size] = [[], 0];
  }
  if (waiting.length > 0) yield joined(waiting);
}

function joined(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join(END)}${END}`);
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Reads sections in the order in which they were written. The bytes were compared with their hash before. */
export function sectionsIn(content: Buffer): { lines: () => string[]; numbers: () => Int32Array<ArrayBuffer> } {
  const end = content.length - LAST;
  const table = end - (aligned(content.subarray(end), Float64Array)[0] ?? 0);
  const lengths = aligned(content.subarray(table, end), Float64Array).values();
  let at = 0;
  const next = (): Buffer => {
    const start = at;
    at += lengths.next().value ?? 0;
    return content.subarray(start, at);
  };
  return {
    lines: () => {
      const lines = next().toString("utf8").split(END);
      lines.pop();
      return lines;
    },
    numbers: () => aligned(next(), Int32Array),
  };
}

/** Bytes as numbers, which have to begin where memory of their own begins. */
function aligned<Row>(bytes: Buffer, Row: new (buffer: ArrayBuffer) => Row): Row {
  return new Row(new Uint8Array(bytes).buffer);
}

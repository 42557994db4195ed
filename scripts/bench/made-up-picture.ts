/** A small PNG of its own for every report: a plan of fields in a few colours. Called by generated-council.ts. */
import { crc32, deflateSync } from "node:zlib";
import type { Draws } from "./draws.ts";

const [WIDTH, HEIGHT] = [480, 240];
const COLOURS = [0xf4f5f2, 0xcfe3d3, 0x9bc4ab, 0xe9d8a6, 0xb7cbe0, 0x7f97b2, 0xdcb6a4, 0x51595f];

/** The bytes of a PNG with eight colours, a byte a pixel. */
export function madeUpPicture(draws: Draws): Uint8Array {
  const pixels = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let fields = 0; fields < 40; fields++) {
    const colour = draws.whole(0, COLOURS.length - 1);
    const [left, top] = [draws.whole(0, WIDTH - 40), draws.whole(0, HEIGHT - 20)];
    const [right, bottom] = [left + draws.whole(12, 120), top + draws.whole(8, 70)];
    for (let y = top; y < Math.min(bottom, HEIGHT); y++)
      // The first byte of a row says how it is packed: as it stands.
      pixels.fill(colour, y * (WIDTH + 1) + 1 + left, y * (WIDTH + 1) + 1 + Math.min(right, WIDTH));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(COLOURS.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

import { describe, expect, it } from "vitest";
import { PIXEL } from "./made-word.ts";
import { isWholePicture, pictureKind, withoutMetadata } from "./picture-kinds.ts";

const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content]);
const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const TABLE = segment(0xdb, Buffer.alloc(65, 7));
/** Two scans, as of a picture that gets sharper while it loads, with a mark to start again and an FF that is one. */
const SCANS = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0, 0xff, 0xd3, 5]),
  segment(0xc4, Buffer.from([9, 9])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([3, 4]),
]);
const JFIF = segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"));
const jpeg = (...parts: Buffer[]) => Buffer.concat([START, ...parts, TABLE, SCANS, END]);

/** EXIF with a place, and the way the camera was held. */
function exif(orientation: number, isLittle = true): Buffer {
  const at = (value: number, bytes: 2 | 4) => {
    const buffer = Buffer.alloc(bytes);
    if (bytes === 2) isLittle ? buffer.writeUInt16LE(value) : buffer.writeUInt16BE(value);
    else isLittle ? buffer.writeUInt32LE(value) : buffer.writeUInt32BE(value);
    return buffer;
  };
  const entry = (tag: number, value: number) => [at(tag, 2), at(3, 2), at(1, 4), at(value, 2), at(0, 2)];
  return segment(
    0xe1,
    Buffer.concat([
      Buffer.from("Exif\0\0", "latin1"),
      Buffer.from(isLittle ? "II*\0" : "MM\0*", "latin1"),
      at(8, 4),
      at(2, 2),
      ...entry(0x0100, 640),
      ...entry(0x0112, orientation),
      at(0, 4),
      Buffer.from("Canon, 51.5N 0.1W, Jo Bloggs"),
    ]),
  );
}

describe("a photograph in a report", () => {
  it("loses the place, the camera, the comments and what follows its end, and nothing of the picture", () => {
    const comment = segment(0xfe, Buffer.from("by Jo Bloggs"));
    const adobe = segment(0xed, Buffer.from("Photoshop 3.0 Jo Bloggs"));
    const behind = Buffer.concat([Buffer.from("a film of Jo Bloggs"), START, END]);
    const dirty = Buffer.concat([jpeg(JFIF, exif(1), adobe, comment), behind]);
    expect(Buffer.from(withoutMetadata(dirty))).toEqual(jpeg(JFIF));
    expect(isWholePicture(dirty)).toBe(true);
  });

  it("stays the right way up", () => {
    for (const isLittle of [true, false])
      for (const turned of [2, 3, 6, 8]) {
        const clean = Buffer.from(withoutMetadata(jpeg(JFIF, exif(turned, isLittle))));
        expect(clean.includes("Canon")).toBe(false);
        expect(clean.length).toBe(jpeg(JFIF).length + 36);
        const at = clean.indexOf("Exif");
        // The entry of which way up: one short, of that value.
        expect([...clean.subarray(at + 16, at + 28)]).toEqual([1, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0]);
        expect(Buffer.from(withoutMetadata(clean))).toEqual(clean);
      }
  });

  it("loses the small picture of itself, which may show what was cut off", () => {
    const content = Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01RGB", "latin1");
    expect(Buffer.from(withoutMetadata(jpeg(segment(0xe0, content))))).toEqual(jpeg(JFIF));
  });

  it("is known for one that is not whole wherever it is cut off", () => {
    const whole = jpeg(JFIF, exif(6));
    for (let length = 3; length < whole.length; length++)
      expect(isWholePicture(whole.subarray(0, length)), `${length}`).toBe(false);
    expect(isWholePicture(Buffer.concat([START, Buffer.from([0xff, 0xe1, 0, 0])]))).toBe(false);
    expect(isWholePicture(PIXEL.subarray(0, PIXEL.length - 13))).toBe(false);
  });
});

describe("a drawing as PNG", () => {
  it("loses its words and keeps its picture", () => {
    const words = Buffer.from("tEXtAuthor\0Jo Bloggs");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(words.length - 4);
    const dirty = Buffer.concat([
      PIXEL.subarray(0, 33),
      length,
      words,
      Buffer.alloc(4),
      PIXEL.subarray(33),
      Buffer.from("more"),
    ]);
    expect(Buffer.from(withoutMetadata(dirty))).toEqual(PIXEL);
    expect(isWholePicture(dirty)).toBe(true);
    expect([pictureKind(dirty), pictureKind(jpeg()), pictureKind(Buffer.from("GIF89a"))]).toEqual(["png", "jpg", null]);
  });
});

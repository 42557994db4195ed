import { describe, expect, it } from "vitest";
import {
  dict,
  name,
  nameText,
  numberText,
  objectText,
  PdfRef,
  PdfStream,
  PdfString,
  stringText,
  textOf,
  textString,
} from "./objects.ts";
import { ObjectReader } from "./parse.ts";

describe("an object as text", () => {
  it("is written so that it can be read again", () => {
    const object = dict({
      Kids: [new PdfRef(12), -0.5, 7, null, true, name("A b/c#"), new PdfString("(a\\b)\n\xff"), [], dict({})],
      "Odd key": dict({ Inner: name("X") }),
    });
    expect(new ObjectReader(objectText(object)).object()).toEqual(object);
  });

  it("has spaces only where words would run into one another", () =>
    expect(objectText(dict({ A: 1, B: name("N"), C: [1, 2, new PdfRef(3), name("M")] }))).toBe(
      "<</A 1/B/N/C[1 2 3 0 R/M]>>",
    ));

  it("cannot be a stream inside another object", () =>
    expect(() => objectText([new PdfStream(new Map(), new Uint8Array())])).toThrow("object of its own"));

  it("leaves out what is undefined, and keeps null", () =>
    expect([...dict({ A: undefined, B: null })]).toEqual([["B", null]]));
});

describe("a number", () => {
  it("has no exponent, no more than five places, and no nought that says nothing", () => {
    const texts = [0, -0, 5, -12, 0.5, -0.25, 1 / 3, 100.000001, -0.000001, 10.5, 123_456_789].map(numberText);
    expect(texts).toEqual(["0", "0", "5", "-12", ".5", "-.25", ".33333", "100", "0", "10.5", "123456789"]);
  });

  it("that no PDF can hold is refused", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e21, -1e300])
      expect(() => numberText(value), String(value)).toThrow("no number of a PDF");
  });
});

describe("words", () => {
  it("come back as they were: plain, Welsh, Arabic, and letters outside the common plane", () => {
    for (const words of ["Item 3", "Tŷ’r Cyngor", "مرحبا", "🏛️ and (brackets)", ""])
      expect(textOf(textString(words)), words).toBe(words);
  });

  it("of which half a letter is missing lose that half and no more", () =>
    expect(textOf(new PdfString("\xfe\xff\x00A\x00"))).toBe("A"));

  it("keep every byte, however it is written", () => {
    expect(stringText("a(b)\\")).toBe("(a\\(b\\)\\\\)");
    expect(stringText("\0\n\xff")).toBe("<000aff>");
    expect(nameText("A B#/é")).toBe("/A#20B#23#2f#e9");
  });
});

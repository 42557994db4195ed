import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Colour, contrast as contrastOf, hexColour } from "../model/colour.ts";
import { PROJECT } from "../templating/environment.ts";
import { GROUNDS } from "./colour-contrast.ts";

const contrast = (one: string, other: string) => contrastOf(hexColour(one) as Colour, hexColour(other) as Colour);

describe("the contrast of colours", () => {
  it("is 21 for black on white, 1 for a colour on itself, and the same both ways round", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#14532d", "#14532d")).toBe(1);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#14532d", "#f4f5f2")).toBe(contrast("#f4f5f2", "#14532d"));
  });

  it("is measured against the grounds that pages have", () => {
    const css = readFileSync(join(PROJECT, "templates/assets/paper.css"), "utf8");
    GROUNDS.light.forEach((light, index) => expect(css).toContain(`light-dark(${light}, ${GROUNDS.dark[index]})`));
  });
});

/**
 * The packs' font faces, as data inside the document. They are the static cuts of the pages' font: Chromium writes a
 * variable font into a PDF as Type 3 shapes, which are larger and lose what a reader's software knows of a font.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const FAMILY = "Atkinson Hyperlegible Next";
const FILES = "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const CUTS = [
  { weight: 400, style: "normal" },
  { weight: 400, style: "italic" },
  { weight: 600, style: "normal" },
  { weight: 700, style: "normal" },
  { weight: 700, style: "italic" },
] as const;
/** Letters of other European languages, Welsh among them, are in a file of their own. */
const EXTENDED = "U+0100-02BA, U+02BD-02C5, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0";

let rules: string | null = null;

/** CSS `@font-face` rules for every cut that a pack uses. */
export function packFonts(): string {
  rules ??= CUTS.flatMap(({ weight, style }) => [
    face(weight, style, `${FILES}-latin-${weight}-${style}.woff2`, ""),
    face(weight, style, `${FILES}-latin-ext-${weight}-${style}.woff2`, ` unicode-range: ${EXTENDED};`),
  ]).join("\n");
  return rules;
}

function face(weight: number, style: string, file: string, range: string): string {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file)).toString("base64");
  return `@font-face { font-family: "${FAMILY}"; font-weight: ${weight}; font-style: ${style}; src: url("data:font/woff2;base64,${bytes}") format("woff2");${range} }`;
}

/** Pictures, text boxes and what else is drawn in a Word file. Called by paragraph-reader.ts and by the preflight. */
import { type Colour, hexColour } from "../model/colour.ts";
import type { Styles } from "./styles.ts";
import type { ImagePiece } from "./surveyed.ts";
import { child, type Element, isElement, within } from "./xml.ts";

/** A text box of a drawing, with what it is filled with, and what it gives its text where that says nothing itself. */
export interface Box {
  readonly content: Element;
  readonly fill: Colour | null;
  readonly layers: readonly Element[];
}

/** The elements of that name in a drawing itself, not in what its text boxes hold, which is read as text of its own. */
export function* drawn(element: Element, name: string): Generator<Element> {
  for (const node of element.children)
    if (isElement(node)) {
      if (node.name === name) yield node;
      if (node.name !== "w:txbxContent") yield* drawn(node, name);
    }
}

/** Every drawing that is anchored in a paragraph itself. */
export function* drawingsIn(paragraph: Element): Generator<Element> {
  for (const node of paragraph.children)
    if (isElement(node)) {
      if (node.name === "w:drawing" || node.name === "w:pict") yield node;
      else if (node.name !== "w:txbxContent") yield* drawingsIn(node);
    }
}

/** The text boxes of a drawing. */
export function boxesIn(drawing: Element, styles: Styles): Box[] {
  const modern = [...drawn(drawing, "wps:wsp")].flatMap((shape) =>
    [...drawn(shape, "w:txbxContent")].map((content): Box => {
      const colour = child(shape, "wps:style", "a:fontRef", "a:schemeClr")?.attributes.val;
      const text = { name: "w:color", attributes: { "w:themeColor": colour ?? "" }, children: [] };
      const layers = colour === undefined ? [] : [{ name: "w:rPr", attributes: {}, children: [text] }];
      return { content, fill: shapeColour(shape, styles), layers };
    }),
  );
  const known = new Set(modern.map(({ content }) => content));
  const old = OLD_SHAPES.flatMap((name) => [...drawn(drawing, name)]).flatMap((shape) =>
    [...drawn(shape, "w:txbxContent")]
      .filter((content) => !known.has(content) && known.add(content))
      .map((content): Box => ({ content, fill: shapeColour(shape, styles), layers: [] })),
  );
  const loose = [...drawn(drawing, "w:txbxContent")].filter((content) => !known.has(content));
  return [...modern, ...old, ...loose.map((content): Box => ({ content, fill: null, layers: [] }))];
}

const OLD_SHAPES = ["v:shape", "v:rect", "v:roundrect", "v:oval"];

/** The pictures in a drawing, each with its alternative text. */
export function imageIn(drawing: Element): ImagePiece[] {
  const [named] = [...drawn(drawing, "wp:docPr")];
  const decorative = [...elementsEndingWith(drawing, "decorative")].some(({ attributes }) => attributes.val === "1");
  const modern = [...drawn(drawing, "pic:pic")].map((picture): ImagePiece => {
    const blip = [...within(picture, "a:blip")][0];
    const own = child(picture, "pic:nvPicPr", "pic:cNvPr")?.attributes.descr;
    return {
      kind: "image",
      relation: blip?.attributes["r:embed"] ?? blip?.attributes["r:link"] ?? null,
      isLinked: blip?.attributes["r:link"] !== undefined,
      alternative: (named?.attributes.descr || own || "").trim(),
      isDecorative: decorative,
      isCropped: isCropped([...within(picture, "a:srcRect")][0]),
    };
  });
  const old = [...drawn(drawing, "v:imagedata")].map(
    ({ attributes }): ImagePiece => ({
      kind: "image",
      relation: attributes["r:id"] ?? attributes["r:pict"] ?? null,
      isLinked: attributes["r:href"] !== undefined,
      alternative: ([...within(drawing, "v:shape")][0]?.attributes.alt ?? "").trim(),
      isDecorative: false,
      isCropped: ["cropleft", "cropright", "croptop", "cropbottom"].some((side) =>
        /[1-9]/.test(attributes[side] ?? ""),
      ),
    }),
  );
  return [...modern, ...old];
}

function isCropped(cut: Element | undefined): boolean {
  return ["l", "t", "r", "b"].some((side) => Number.parseFloat(cut?.attributes[side] ?? "0") > 0);
}

/** Whether all that a drawing holds is text boxes. */
export function isTextBox(drawing: Element): boolean {
  return ![...elementsEndingWith(drawing, "graphicData")].some(({ attributes }) =>
    /\/(chart|chartex|diagram|ink|model3d)$/i.test(attributes.uri ?? ""),
  );
}

/** The colour that a shape is filled with; null for none or one that cannot be known. */
function shapeColour(shape: Element, styles: Styles): Colour | null {
  const properties = child(shape, "wps:spPr");
  if (child(properties, "a:noFill")) return null;
  const fill =
    child(properties, "a:solidFill") ??
    child(properties, "a:gradFill", "a:gsLst", "a:gs") ??
    ofStyle(child(shape, "wps:style", "a:fillRef"));
  const colour =
    hexColour(child(fill, "a:srgbClr")?.attributes.val) ??
    styles.themeColour(child(fill, "a:schemeClr")?.attributes.val);
  if (colour || !shape.name.startsWith("v:")) return colour;
  return /^(f|false)$/.test(shape.attributes.filled ?? "") ? null : namedColour(shape.attributes.fillcolor ?? "white");
}

/** A shape's style says with the number 0 that it has no fill. */
function ofStyle(fill: Element | undefined): Element | undefined {
  return fill?.attributes.idx === "0" ? undefined : fill;
}

/** The names of colours that old shapes have. */
const NAMED: Readonly<Record<string, string>> = {
  black: "000000",
  silver: "c0c0c0",
  gray: "808080",
  white: "ffffff",
  maroon: "800000",
  red: "ff0000",
  purple: "800080",
  fuchsia: "ff00ff",
  green: "008000",
  lime: "00ff00",
  olive: "808000",
  yellow: "ffff00",
  navy: "000080",
  blue: "0000ff",
  teal: "008080",
  aqua: "00ffff",
};

/** A colour as old shapes write it: `#1f3864`, `#fff`, `black`, with more after a space. */
function namedColour(said: string): Colour | null {
  const [first = ""] = said.toLowerCase().split(" ");
  const [, ...short] = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(first) ?? [];
  if (short.length > 0) return hexColour(short.map((digit) => digit + digit).join(""));
  return hexColour(Object.hasOwn(NAMED, first) ? NAMED[first] : first);
}

function* elementsEndingWith(element: Element, ending: string): Generator<Element> {
  for (const node of element.children)
    if (isElement(node)) {
      if (node.name.endsWith(ending)) yield node;
      yield* elementsEndingWith(node, ending);
    }
}

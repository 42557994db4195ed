/** Pictures, text boxes and what else is drawn in a Word file. Called by survey.ts and by the preflight. */
import { type Colour, hexColour } from "../model/colour.ts";
import type { Styles } from "./styles.ts";
import type { ImagePiece } from "./surveyed.ts";
import { child, type Element, isElement, within } from "./xml.ts";

/** The pictures in a drawing, each with its alternative text. */
export function imageIn(drawing: Element): ImagePiece[] {
  const [named] = [...within(drawing, "wp:docPr")];
  const decorative = [...elementsEndingWith(drawing, "decorative")].some(({ attributes }) => attributes.val === "1");
  const modern = [...within(drawing, "pic:pic")].map((picture): ImagePiece => {
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
  const old = [...within(drawing, "v:imagedata")].map(
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
  return ["l", "t", "r", "b"].some((side) => Number(cut?.attributes[side] ?? 0) > 0);
}

/** Whether all that a drawing holds is text boxes. */
export function isTextBox(drawing: Element): boolean {
  return ![...elementsEndingWith(drawing, "graphicData")].some(({ attributes }) =>
    /\/(chart|chartex|diagram|ink|model3d)$/i.test(attributes.uri ?? ""),
  );
}

/** The colour that a shape is filled with; null for none or one that cannot be known. */
export function shapeColour(drawing: Element, styles: Styles): Colour | null {
  for (const properties of within(drawing, "wps:spPr")) {
    const fill = child(properties, "a:solidFill");
    const colour =
      hexColour(child(fill, "a:srgbClr")?.attributes.val) ??
      styles.themeColour(child(fill, "a:schemeClr")?.attributes.val);
    if (colour) return colour;
  }
  for (const shape of ["v:shape", "v:rect", "v:roundrect"])
    for (const { attributes } of within(drawing, shape)) {
      const colour = attributes.filled === "f" ? null : hexColour(attributes.fillcolor?.split(" ")[0]);
      if (colour) return colour;
    }
  return null;
}

function* elementsEndingWith(element: Element, ending: string): Generator<Element> {
  for (const node of element.children)
    if (isElement(node)) {
      if (node.name.endsWith(ending)) yield node;
      yield* elementsEndingWith(node, ending);
    }
}

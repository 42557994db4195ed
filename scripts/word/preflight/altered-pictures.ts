/** Pictures that Word shows otherwise than the file holds them, and what of a picture nobody sees in Word. */
import { drawingsIn, drawn } from "../shapes.ts";
import { childrenOf, type Element, within } from "../xml.ts";
import { type Finding, type PreflightRule, shortened } from "./finding.ts";

/** Effects that change what is seen: washed out, in two colours, one colour taken out. */
const EFFECTS =
  /^a:(lum|alphaModFix|biLevel|clrChange|clrRepl|duotone|grayscl|tint|hsl|alphaBiLevel|alphaInv|alphaRepl)$/;
/** A path on somebody's machine, an address of a mail, or a name that a mail program gives. */
const OF_PEOPLE = /\b[a-z]:\\|\\\\\w|\bfile:|\bcid:|[\w.+-]+@[\w-]+\.\w/i;

export const alteredPictures: PreflightRule = {
  names: ["word-altered-picture", "word-drawn-over-picture", "word-alternative-text"],
  look: (_document, surveyed) =>
    surveyed.paragraphs
      .filter(({ story }) => story.kind !== "header" && story.kind !== "footer")
      .flatMap((paragraph) => [
        ...[...drawingsIn(paragraph.element)].flatMap((drawing): Finding[] => {
          if (isDrawnOver(drawing))
            return [
              {
                rule: "word-drawn-over-picture",
                paragraph,
                message:
                  "a picture is grouped with shapes or other pictures. What lies over it would be gone, and all of the picture would be published.",
                mend: "Select the group, copy it, and paste it as a picture (Paste Special, Picture (PNG)). Give that alternative text, and delete the group.",
              },
            ];
          if (![...drawn(drawing, "pic:pic")].some(isAltered)) return [];
          return [
            {
              rule: "word-altered-picture",
              paragraph,
              message:
                "a picture is turned, shaped or coloured in Word. It would be published as it was before, with what cannot be seen now.",
              mend: "Copy it, paste it as a picture (Paste Special, Picture (PNG)), give that alternative text, and delete the first.",
            },
          ];
        }),
        ...paragraph.pieces.flatMap((piece): Finding[] => {
          if (piece.kind !== "image" || !OF_PEOPLE.test(piece.alternative)) return [];
          return [
            {
              rule: "word-alternative-text",
              paragraph,
              message: `a picture's alternative text ("${shortened(piece.alternative)}") holds an address or the name of somebody's file, which would be published.`,
              mend: "Right-click the picture, View Alt Text, and write what the picture shows.",
            },
          ];
        }),
      ]),
};

/** Whether something else is drawn together with a picture. */
function isDrawnOver(drawing: Element): boolean {
  const pictures = [...drawn(drawing, "pic:pic"), ...drawn(drawing, "v:imagedata")].length;
  const shapes = [
    ...drawn(drawing, "wps:wsp"),
    ...drawn(drawing, "v:textbox"),
    ...drawn(drawing, "v:rect"),
    ...drawn(drawing, "v:oval"),
  ];
  return pictures > 1 || (pictures === 1 && shapes.some((shape) => drawn(shape, "v:imagedata").next().done));
}

function isAltered(picture: Element): boolean {
  const blip = [...within(picture, "a:blip")][0];
  if (childrenOf(blip).some(({ name }) => EFFECTS.test(name))) return true;
  const place = [...within(picture, "a:xfrm")][0]?.attributes;
  if (Number(place?.rot ?? 0) % 21_600_000 !== 0 || isOn(place?.flipH) || isOn(place?.flipV)) return true;
  const [shape] = within(picture, "a:prstGeom");
  return !within(picture, "a:custGeom").next().done || !/^(rect|roundRect)$/.test(shape?.attributes.prst ?? "rect");
}

function isOn(said: string | undefined): boolean {
  return /^(1|true)$/.test(said ?? "");
}

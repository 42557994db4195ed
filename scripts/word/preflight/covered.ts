/** Pictures, and text boxes with a fill, that lie over text: the words under them are still in the file. */
import { drawingsIn } from "../shapes.ts";
import { child, type Element, within } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";

export const covered: PreflightRule = {
  names: ["word-covered-text"],
  look: (_document, surveyed) =>
    surveyed.paragraphs
      .filter(({ story }) => story.kind !== "header" && story.kind !== "footer")
      .flatMap((paragraph) =>
        [...drawingsIn(paragraph.element)].filter(liesOver).map(
          (): Finding => ({
            rule: "word-covered-text",
            paragraph,
            message:
              "a picture or a filled text box lies in front of the text. What it may cover is still in the file, and would be published.",
            mend: "Select it: Layout Options, and choose In Line with Text. Read what stood under it, and delete what is not to be published.",
          }),
        ),
      ),
};

function liesOver(drawing: Element): boolean {
  const anchor = child(drawing, "wp:anchor");
  if (!anchor || !child(anchor, "wp:wrapNone") || /^(1|true)$/.test(anchor.attributes.behindDoc ?? "")) return false;
  // Text in a box without a fill lies on the page as if it were written there.
  const boxes = [...within(anchor, "wps:wsp")];
  return boxes.length === 0 || boxes.some((box) => !child(box, "wps:spPr", "a:noFill"));
}

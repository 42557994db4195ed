/** Text and pictures that stand off the page, in a frame without room, or that somebody hid without taking them out. */
import { drawingsIn } from "../shapes.ts";
import { Styles } from "../styles.ts";
import type { Paragraph, Surveyed } from "../surveyed.ts";
import type { WordDocument } from "../word-document.ts";
import { child, type Element, within, wordsOf } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";

/** A page where the file says nothing of it: A4 with margins of an inch, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1440 };
/** How many of a drawing's units are a twentieth of a point. */
const UNITS = 635;
/** A frame or a drawing of less than this shows nothing: three points. */
const TOO_SMALL = 60;

type Page = typeof PAGE;
type Said = Readonly<Record<string, string>>;

export const outOfSight: PreflightRule = {
  names: ["word-off-page", "word-hidden-drawing"],
  look(document, surveyed) {
    const page = pageOf(document);
    const styles = new Styles(document.styles, document.theme, document.settings);
    return [
      ...surveyed.paragraphs.flatMap((paragraph) => ofParagraph(paragraph, page, styles)),
      ...ofTables(document, surveyed, page),
    ];
  },
};

function ofParagraph(paragraph: Paragraph, page: Page, styles: Styles): Finding[] {
  const { element, text } = paragraph;
  const says = (name: string) => styles.paragraphSays(child(element, "w:pPr"), name);
  const isAway = text.trim() !== "" && (isIndentedAway(says("w:ind"), page) || isInNoFrame(says("w:framePr"), page));
  return [
    ...(isAway
      ? [offPage(paragraph, "it stands off the page, or in a frame that has no room for it, so nobody sees it.")]
      : []),
    ...[...drawingsIn(element)].flatMap((drawing): Finding[] => {
      if (isHiddenDrawing(drawing)) return [hiddenDrawing(paragraph)];
      if (isAwayDrawing(drawing, page))
        return [offPage(paragraph, "a picture or text box stands off the page, or is too small to be seen.")];
      return [];
    }),
  ];
}

function offPage(paragraph: Paragraph, what: string): Finding {
  return {
    rule: "word-off-page",
    paragraph,
    message: `${what} It would be published.`,
    mend: "Delete it if it is not meant to be read. If it is: View, Draft shows it; take away its indent, its frame or its position, and see that it stands on the page.",
  };
}

function hiddenDrawing(paragraph: Paragraph): Finding {
  return {
    rule: "word-hidden-drawing",
    paragraph,
    message: "a picture or text box is hidden, and it would be published.",
    mend: "In Word: Layout, Selection Pane. Click the closed eye beside its name to see it; then delete it, or leave it to be seen.",
  };
}

function pageOf({ body }: WordDocument): Page {
  const section = [...within(body.root, "w:sectPr")].at(-1);
  const size = child(section, "w:pgSz")?.attributes;
  const margins = child(section, "w:pgMar")?.attributes;
  const said = (value: string | undefined, otherwise: number) => (Number(value) > 0 ? Number(value) : otherwise);
  return {
    width: said(size?.["w:w"], PAGE.width),
    height: said(size?.["w:h"], PAGE.height),
    margin: said(margins?.["w:left"], PAGE.margin),
  };
}

function isIndentedAway(said: Said, page: Page): boolean {
  const { "w:left": left, "w:start": start, "w:firstLine": first, "w:hanging": hanging } = said;
  const indent = number(left ?? start);
  const line = indent + number(first) - number(hanging);
  // A line that begins in the margin, as numbers may, is seen.
  return Math.min(indent, line) < -page.margin || Math.max(indent, line) > page.width - page.margin;
}

function isInNoFrame(frame: Said, page: Page): boolean {
  if (Object.keys(frame).length === 0) return false;
  const isTooSmall =
    (frame["w:w"] !== undefined && number(frame["w:w"]) < TOO_SMALL) ||
    (frame["w:hRule"] === "exact" && number(frame["w:h"]) < TOO_SMALL);
  return (
    isTooSmall ||
    isAway(number(frame["w:x"]), number(frame["w:w"]), page.width, page.margin) ||
    isAway(number(frame["w:y"]), number(frame["w:h"]), page.height, page.margin)
  );
}

function ofTables(document: WordDocument, surveyed: Surveyed, page: Page): Finding[] {
  const known = new Map(surveyed.paragraphs.map((each) => [each.element, each]));
  return [document.body, ...document.notes].flatMap(({ root }) =>
    [...within(root, "w:tbl")].flatMap((table): Finding[] => {
      const place = child(table, "w:tblPr", "w:tblpPr")?.attributes;
      const indent = number(child(table, "w:tblPr", "w:tblInd")?.attributes["w:w"]);
      const isOff =
        Math.abs(indent) > page.width ||
        (place &&
          (Math.abs(number(place["w:tblpX"])) > page.width || Math.abs(number(place["w:tblpY"])) > page.height));
      const [first] = isOff ? [...within(table, "w:p")].flatMap((each) => known.get(each) ?? []) : [];
      return first ? [offPage(first, "its table stands off the page, so nobody sees it.")] : [];
    }),
  );
}

function isHiddenDrawing(drawing: Element): boolean {
  return (
    [...within(drawing, "wp:docPr"), ...within(drawing, "pic:cNvPr"), ...within(drawing, "wps:cNvPr")].some(
      ({ attributes }) => /^(1|true)$/.test(attributes.hidden ?? ""),
    ) || oldShapes(drawing).some((style) => /visibility:\s*hidden|mso-hide:\s*all|display:\s*none/i.test(style))
  );
}

function isAwayDrawing(drawing: Element, page: Page): boolean {
  for (const extent of within(drawing, "wp:extent")) {
    const { cx, cy } = extent.attributes;
    if (number(cx) < TOO_SMALL * UNITS || number(cy) < TOO_SMALL * UNITS) return true;
  }
  const extent = child(drawing, "wp:anchor", "wp:extent")?.attributes;
  const offset = (name: string) => number(wordsOf(child(drawing, "wp:anchor", name, "wp:posOffset"))) / UNITS;
  if (extent && isAway(offset("wp:positionH"), number(extent.cx) / UNITS, page.width, page.margin)) return true;
  if (extent && isAway(offset("wp:positionV"), number(extent.cy) / UNITS, page.height, page.margin)) return true;
  return oldShapes(drawing).some((style) => {
    const [, far] = /margin-(?:left|top):\s*(-?\d+(?:\.\d+)?)pt/i.exec(style) ?? [];
    return (
      Math.abs(number(far)) * 20 > page.height ||
      /(^|;)\s*(width|height):\s*0(\.\d+)?(pt|px|in|cm|mm)?\s*(;|$)/i.test(style)
    );
  });
}

/** Whether what begins at `from` and is `size` long is on no page of that size, wherever on it one begins to count. */
function isAway(from: number, size: number, page: number, margin: number): boolean {
  return from >= page || from + size <= -margin;
}

function oldShapes(drawing: Element): string[] {
  return ["v:shape", "v:rect", "v:roundrect", "v:group"].flatMap((name) =>
    [...within(drawing, name)].map(({ attributes }) => attributes.style ?? ""),
  );
}

function number(said: string | undefined): number {
  const value = Number.parseFloat(said ?? "0");
  return Number.isFinite(value) ? value : 0;
}

/**
 * Puts an appendix's pages onto the pack's own, below the line that says what they are: each whole, upright, and with its
 * tags, or as one piece that its alternative words stand for. Called by packs/ when both are read.
 */
import { deflateSync, inflateSync } from "node:zlib";
import { numberText } from "../pdf/objects.ts";
import type {
  KeptBookmark,
  KeptElement,
  KeptKid,
  KeptLink,
  KeptPage,
  KeptPlace,
  KeptPrint,
  KeptResource,
} from "../printing/kept-print.ts";
import type { Appendix, AppendixPage } from "./read-appendix.ts";
import { element } from "./read-tags.ts";

/** Room around an appendix's page on the pack's own, in points: above for the line, below for the number. */
const FRAME = { top: 52, bottom: 44, side: 24 };

/** From the lowest words of the line to what was supplied. */
const LEADING = 10;

type Matrix = readonly [number, number, number, number, number, number];

/** One print of both. `sheets` has a page for each of the appendix's, and `words` what stands for a page without text. */
export function placeAppendix(sheets: KeptPrint, appendix: Appendix, words: (page: number) => string): KeptPrint {
  if (sheets.pages.length !== appendix.pages.length)
    throw new Error(`The appendix has ${appendix.pages.length} pages, and ${sheets.pages.length} were laid out`);
  const matrices = appendix.pages.map((page, index) =>
    fitted(page, sheets.pages[index] as KeptPage, roomAbove(sheets, index)),
  );
  const at = (place: KeptPlace): KeptPlace => {
    const [left, top] = apply(matrices[place.page] as Matrix, place.left, Math.min(place.top, 5000));
    const height = sheets.pages[place.page]?.height ?? 842;
    return { page: place.page, left, top: Math.min(top, height) };
  };
  // The sheets' marks come after the appendix's: only the sheets' commands are ours to write anew.
  const shift = marksBefore(appendix);
  const elements: KeptElement[] = sheets.elements.map((each) => ({
    ...each,
    kids: each.kids.map((kid) => ("mark" in kid ? { page: kid.page, mark: kid.mark + (shift[kid.page] ?? 0) } : kid)),
  }));
  const firstLink = sheets.links.length;
  const group = elements.length;
  if (appendix.elements) {
    appendix.elements.forEach((each, index) => {
      elements.push({
        ...each,
        kids: each.kids.map((kid) => moved(kid, group, firstLink)),
        language: each.language ?? (index === 0 ? appendix.language : null),
        attributes: movedBoxes(each, matrices),
      });
    });
  } else {
    elements.push({ ...element("Sect", []), language: appendix.language });
    appendix.pages.forEach((page, index) => {
      const own = element(page.hasText ? "P" : "Figure", [{ page: index, mark: 0 }]);
      elements.push(page.hasText ? own : { ...own, alt: words(index) });
    });
    const linked = appendix.links.map((_, link) => element("Link", [{ link: firstLink + link }]));
    elements.push(...linked);
    const kids = elements.slice(group + 1).map((_, each): KeptKid => ({ element: group + 1 + each }));
    elements[group] = { ...elements[group], ...{ kids } } as KeptElement;
  }
  const marked = sheets.pages.map((): number[] => []);
  elements.forEach(({ kids }, index) => {
    for (const kid of kids) if ("mark" in kid) (marked[kid.page] as number[])[kid.mark] = index;
  });
  const firstObject = sheets.objects.length;
  return {
    ...sheets,
    pages: sheets.pages.map((sheet, index) => ({
      ...page(sheet, appendix.pages[index] as AppendixPage, matrices[index] as Matrix, {
        isTagged: appendix.elements !== null,
        firstObject,
        shift: shift[index] ?? 0,
      }),
      marked: Array.from(marked[index] ?? [], (each) => each ?? -1),
    })),
    objects: [
      ...sheets.objects,
      ...appendix.objects.map(({ text, stream }) => ({
        text: text.map((piece) => (typeof piece === "number" ? piece + firstObject : piece)),
        stream,
      })),
    ],
    links: [
      ...sheets.links,
      ...appendix.links.map(
        (link): KeptLink => ({
          page: link.page,
          rect: moveBox(matrices[link.page] as Matrix, link.rect),
          quads: null,
          uri: link.uri,
          anchor: null,
          place: link.place ? at(link.place) : null,
          description: null,
        }),
      ),
    ],
    elements,
    top: [...sheets.top, group],
    // The appendix's own name stands above them already.
    bookmarks: appendix.bookmarks.map((each) => movedMark(each, at)),
  };
}

/** The attributes, with a picture's box where the picture now lies. */
function movedBoxes({ attributes, kids }: KeptElement, matrices: readonly Matrix[]): string | null {
  const on = kids.find((kid) => "mark" in kid);
  if (attributes === null) return null;
  return attributes.replace(/\/BBox\s*\[([^\]]*)\]/, (_, box: string) => {
    const numbers = box.trim().split(/\s+/).map(Number);
    const matrix = on && matrices[on.page];
    return matrix && numbers.length === 4 ? `/BBox[${text(moveBox(matrix, numbers))}]` : "";
  });
}

/** For each page, how many numbers of marks the appendix takes: one where it has no tags, for all that is on the page. */
function marksBefore({ pages, elements }: Appendix): number[] {
  const counts = pages.map(() => 1);
  for (const { kids } of elements ?? [])
    for (const kid of kids) if ("mark" in kid) counts[kid.page] = Math.max(counts[kid.page] ?? 0, kid.mark + 1);
  return counts;
}

function moved(kid: KeptKid, firstElement: number, firstLink: number): KeptKid {
  if ("element" in kid) return { element: kid.element + firstElement };
  return "link" in kid ? { link: kid.link + firstLink } : kid;
}

function movedMark(mark: KeptBookmark, at: (place: KeptPlace) => KeptPlace): KeptBookmark {
  return { title: mark.title, place: at(mark.place), children: mark.children.map((child) => movedMark(child, at)) };
}

/** How much of a sheet its line takes: what it says may be longer than a line, and its links stand in the last. */
function roomAbove({ pages, links }: KeptPrint, index: number): number {
  const { height } = pages[index] as KeptPage;
  const ends = links.flatMap(({ page: on, rect }) => (on === index ? [height - (rect[1] ?? height) + LEADING] : []));
  return Math.max(FRAME.top, ...ends);
}

/** Shrinks a page into the frame where it is larger, never enlarges it, and turns it the way up that it says. */
function fitted({ box, turn, unit }: AppendixPage, sheet: KeptPage, above: number): Matrix {
  const [left, bottom, width, height] = box;
  const [across, up] = turn % 180 === 0 ? [width, height] : [height, width];
  const [roomAcross, roomUp] = [sheet.width - 2 * FRAME.side, sheet.height - above - FRAME.bottom];
  const scale = Math.min(unit, roomAcross / across, roomUp / up);
  const x = (sheet.width - across * scale) / 2;
  const y = FRAME.bottom + roomUp - up * scale;
  const [cos, sin] = { 0: [1, 0], 90: [0, -1], 180: [-1, 0], 270: [0, 1] }[turn] as [number, number];
  // Turned about its corner, and pushed back by what the turn took it out of the frame.
  const [pushX, pushY] = { 0: [0, 0], 90: [0, width], 180: [width, height], 270: [height, 0] }[turn] as [
    number,
    number,
  ];
  const [a, b, c, d] = [cos * scale, sin * scale, -sin * scale, cos * scale];
  return [a, b, c, d, x + pushX * scale - (a * left + c * bottom), y + pushY * scale - (b * left + d * bottom)];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function moveBox(matrix: Matrix, box: readonly number[]): number[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  const [one, other] = [apply(matrix, x1, y1), apply(matrix, x2, y2)];
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
  ];
}

function page(
  sheet: KeptPage,
  own: AppendixPage,
  matrix: Matrix,
  { isTagged, firstObject, shift }: { isTagged: boolean; firstObject: number; shift: number },
): KeptPage {
  // The sheet's names, and those of what lies on the page, are written so that none of the appendix's can be the same.
  const [sheetName, drawingName] = ["Sheet", "Drawing"].map((name) => freeName(name, own)) as [string, string];
  const above = inflateSync(sheet.content)
    .toString("latin1")
    .replace(/\/([A-Z]\d+) (?=gs|Do|[\d.]+ Tf|scn|SCN|sh|cs|CS)/g, `/${sheetName}$1 `)
    .replace(/\/P<<\/MCID (\d+)>>BDC/g, (_, mark: string) => `/P<</MCID ${Number(mark) + shift}>>BDC`);
  const commands = Buffer.from(own.commands).toString("latin1");
  const [left, bottom, width, height] = own.box;
  const drawings = own.drawings.map(({ object, matrix: to, mark }, index) => {
    const draw = object === null ? "" : `q ${text(to)} cm /${drawingName}${index} Do Q\n`;
    if (!isTagged) return draw;
    return mark === null ? `/Artifact BMC\n${draw}EMC\n` : `/Form<</MCID ${mark}>>BDC\n${draw}EMC\n`;
  });
  const body = isTagged ? `${commands}${drawings.join("")}` : `/P<</MCID 0>>BDC\n${commands}${drawings.join("")}EMC\n`;
  const clip = `${text([left, bottom, width, height])} re W n\n`;
  return {
    ...sheet,
    content: deflateSync(Buffer.from(`${above}q\n${text(matrix)} cm\n${clip}${body}Q\n`, "latin1"), { level: 9 }),
    resources: [
      ...sheet.resources.map((each) => ({ ...each, name: `${sheetName}${each.name}` })),
      ...own.resources.flatMap(({ kind, entries }) =>
        entries.map(
          ([name, object]): KeptResource => ({
            kind: kind as KeptResource["kind"],
            name,
            font: null,
            object: object + firstObject,
          }),
        ),
      ),
      ...own.drawings.flatMap(({ object }, index): KeptResource[] =>
        object === null
          ? []
          : [{ kind: "XObject", name: `${drawingName}${index}`, font: null, object: object + firstObject }],
      ),
    ],
  };
}

/** A beginning that no name of the page has. */
function freeName(name: string, { resources }: AppendixPage): string {
  const taken = resources.some(({ entries }) => entries.some(([own]) => own.startsWith(name)));
  return taken ? freeName(`${name}-`, { resources } as AppendixPage) : name;
}

function text(numbers: readonly number[]): string {
  return numbers.map(numberText).join(" ");
}

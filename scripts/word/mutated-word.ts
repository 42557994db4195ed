/**
 * Word files that something went wrong with, made from sound ones by a seed: bytes, parts, elements, attributes and words are
 * changed. Called by the tests of mutated files.
 */
import { strFromU8, strToU8, zipSync } from "fflate";
import {
  type MadeWord,
  madeParts,
  madeWord,
  PIXEL,
  paragraph,
  picture,
  relation,
  run,
  style,
  textBox,
} from "./made-word.ts";

/** Numbers from 0 to below 1 that are the same for the same seed. */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="720"/></w:pPr></w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="1">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2")}${level(2, "lowerLetter", "(%3)")}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, "bullet", "•")}${level(1, "bullet", "o")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;
const STYLES =
  style("Normal", "paragraph", '<w:rPr><w:sz w:val="22"/></w:rPr>') +
  style(
    "Heading1",
    "paragraph",
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>',
  ) +
  style("Heading2", "paragraph", '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
  style(
    "Grid",
    "table",
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>',
  );
const numbered = (words: string, at = 0, list = 1) =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
const headed = (words: string, at = 1) => paragraph(words, `<w:pStyle w:val="Heading${at}"/>`);
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((words) => `<w:tc><w:tcPr/>${paragraph(words)}</w:tc>`).join("")}</w:tr>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const sound = (body: string, rest: MadeWord = {}): MadeWord => ({
  body,
  styles: STYLES,
  numbering: NUMBERING,
  settings: "<w:zoom/>",
  ...rest,
});

/** Sound reports, each about another part of what Word can hold. */
export const SOUND: readonly MadeWord[] = [
  sound(
    headed("Purpose") +
      paragraph("The board is asked to note progress against the plan.") +
      headed("Reasons", 2) +
      paragraph("Inspectors found drift in planning for children."),
  ),
  sound(
    headed("Recommendations") +
      numbered("That the report be noted.") +
      numbered("That officers return in June.", 1) +
      numbered("With costs attached", 2) +
      numbered("And with risks", 2) +
      numbered("That thanks be recorded.", 0, 3),
  ),
  sound(
    headed("Background") +
      paragraph("4.1\tTyped numbering stands here.") +
      paragraph("4.2\tAnother paragraph follows it.") +
      paragraph("•\tA typed bullet") +
      paragraph("(a)\ta lettered point"),
  ),
  sound(
    `${paragraph("Caseloads by team:")}<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="0020"/></w:tblPr>${row("Team", "Workers", "Children")}${row("North", "12", "204")}${row("South", "9", "171")}</w:tbl>${paragraph("Figures are for March.")}`,
  ),
  sound(
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph("Merged heading")}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph("Tall cell")}</w:tc><w:tc>${paragraph("Upper")}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph("")}</w:tc><w:tc>${paragraph("Lower")}</w:tc></w:tr></w:tbl>`,
  ),
  sound(
    paragraph(
      `${run("Emphasis is ")}${run("strong", "<w:b/>")}${run(" or ")}${run("gentle", "<w:i/>")}${run(" and H")}${run("2", '<w:vertAlign w:val="subscript"/>')}${run("O stays.")}<w:r><w:br/></w:r>${run("A second line.")}`,
    ),
  ),
  sound(
    paragraph(
      `${run("Guidance is ")}<w:hyperlink r:id="link">${run("published")}</w:hyperlink>${run(" and see ")}<w:hyperlink w:anchor="place">${run("below")}</w:hyperlink>`,
    ) + paragraph(`<w:bookmarkStart w:id="1" w:name="place"/>${run("The place itself.")}`),
    { relations: relation("link", "hyperlink", "https://www.gov.uk/guidance", true) },
  ),
  sound(
    paragraph(
      `${run("Spending rose")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(" last year")}<w:r><w:footnoteReference w:id="3"/></w:r>${run(".")}`,
    ),
    {
      footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph("")}</w:footnote><w:footnote w:id="2">${paragraph("Outturn report of July.")}</w:footnote><w:footnote w:id="3">${paragraph("Adjusted for inflation.")}</w:footnote>`,
    },
  ),
  sound(
    paragraph(`${run("The ward map:")}${picture("img")}`) +
      paragraph(textBox(paragraph("Key facts boxed") + numbered("Boxed point", 0, 2))),
    { relations: relation("img", "image", "media/map.png"), parts: { "word/media/map.png": PIXEL } },
  ),
  sound(
    paragraph(
      `${run("Dated ")}${mark("begin")}<w:r><w:instrText>DATE x</w:instrText></w:r>${mark("separate")}${run("4 May 2026")}${mark("end")}${run(" by officers.")}`,
    ) +
      `<w:sdt><w:sdtContent>${paragraph("A controlled paragraph.")}</w:sdtContent></w:sdt>` +
      paragraph('<w:fldSimple w:instr="REF y"><w:r><w:t>referenced words</w:t></w:r></w:fldSimple>'),
  ),
  sound(
    paragraph(
      `${run("Kept words ")}<w:ins w:id="1">${run("inserted ")}</w:ins><w:del w:id="2"><w:r><w:delText>deleted</w:delText></w:r></w:del>${run("afterwards.")}`,
    ) +
      paragraph("Joined", '<w:rPr><w:del w:id="3"/></w:rPr>') +
      paragraph(" together"),
  ),
  sound(
    paragraph(
      `<mc:AlternateContent><mc:Choice Requires="wps">${run("Modern choice")}</mc:Choice><mc:Fallback>${run("Old fallback")}</mc:Fallback></mc:AlternateContent>`,
    ) +
      paragraph(
        `<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>${run(" stands for alpha; 50% of £3.2m_x and [brackets] *stars*")}`,
      ),
    { header: paragraph("Report header"), comments: "" },
  ),
];

/** The parts that hold text or say how it is shown. */
const TEXTS = /^word\/(document|styles|numbering|footnotes|header|settings)\.xml$/;
const VALUES = [
  "0",
  "1",
  "2",
  "3",
  "9",
  "-1",
  "99999999999",
  "",
  "x",
  "none",
  "bullet",
  "decimal",
  "lowerRoman",
  "upperLetter",
  "begin",
  "end",
  "restart",
  "true",
  "FFFFFF",
  "000000",
  "Heading1",
  "Normal",
  "Grid",
  "link",
  "img",
  "place",
];

/** A mutated file of that seed, and whether its tracked changes are to be accepted. */
export function mutatedWord(seed: number): { bytes: Uint8Array; accepts: boolean } {
  const chance = chances(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const made = SOUND[seed % SOUND.length] as MadeWord;
  const accepts = chance() < 0.5;
  if (chance() < 0.12) return { bytes: mutatedBytes(madeWord(made), chance), accepts };
  const parts = madeParts(made);
  const names = Object.keys(parts).filter((name) => TEXTS.test(name));
  const times = 1 + Math.floor(chance() * 4);
  for (let time = 0; time < times; time++) {
    const name = chance() < 0.6 ? "word/document.xml" : pick(names);
    if (chance() < 0.04) parts[name] = madeParts(pick(SOUND))[name] ?? new Uint8Array();
    else parts[name] = strToU8(mutatedXml(strFromU8(parts[name] as Uint8Array), chance, pick));
  }
  return { bytes: zipSync(parts, { level: 1 }), accepts };
}

function mutatedBytes(bytes: Uint8Array, chance: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (chance() < 0.3) return copy.subarray(0, Math.floor(chance() * copy.length));
  for (let flips = 1 + Math.floor(chance() * 8); flips > 0; flips--)
    copy[Math.floor(chance() * copy.length)] = Math.floor(chance() * 256);
  return copy;
}

/** Where an element begins and ends, its ends with it. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The elements of a text that is well-formed. */
function spansIn(xml: string): Span[] {
  const open: number[] = [];
  const spans: Span[] = [];
  for (const { 0: tag, index } of xml.matchAll(/<[^?!][^>]*>/g)) {
    const to = index + tag.length;
    if (tag.startsWith("</")) spans.push({ from: open.pop() ?? 0, to });
    else if (tag.endsWith("/>")) spans.push({ from: index, to });
    else open.push(index);
  }
  return spans.filter(({ from, to }) => to - from < xml.length / 2);
}

function mutatedXml(xml: string, chance: () => number, pick: <Item>(items: readonly Item[]) => Item): string {
  const spans = spansIn(xml);
  if (spans.length === 0) return xml;
  const one = pick(spans);
  const other = pick(spans);
  const text = xml.slice(one.from, one.to);
  const kind = chance();
  if (kind < 0.2) return xml.slice(0, one.from) + xml.slice(one.to);
  if (kind < 0.4) return xml.slice(0, one.to) + text + xml.slice(one.to);
  if (kind < 0.55) {
    if (other.from >= one.from && other.from < one.to) return xml;
    const moved = (at: number) => xml.slice(0, at) + text + xml.slice(at);
    return other.from < one.from
      ? moved(other.from).slice(0, one.from + text.length) + xml.slice(one.to)
      : xml.slice(0, one.from) + moved(other.from).slice(one.to);
  }
  if (kind < 0.85) {
    const said = [...xml.matchAll(/ (w|r|wp):[a-zA-Z]+="([^"]*)"/g)];
    if (said.length === 0) return xml;
    const { 0: whole, 2: value = "", index } = pick(said);
    return `${xml.slice(0, index)}${whole.slice(0, -value.length - 1)}${pick(VALUES)}"${xml.slice(index + whole.length)}`;
  }
  return xml.replaceAll(/(<w:t[^>]*>)([^<]+)/g, (whole, tag: string, words: string) =>
    chance() < 0.2 ? `${tag}${words}${words}` : whole,
  );
}

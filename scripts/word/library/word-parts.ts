/** The paragraphs, lists and tables that the library's Word files are put together from. Called by its groups of documents. */
import { words, type Xml } from "./word-file.ts";

export interface ParagraphLook {
  /** The list it is a point of, and its level from 0, such as `1 0`. */
  readonly list?: string;
  readonly style?: string;
  /** In twentieths of a point. */
  readonly indent?: number;
  readonly isRight?: boolean;
  readonly isRightToLeft?: boolean;
  /** Whatever else its properties say. */
  readonly more?: Xml;
}

/** A paragraph: of plain words, or of runs and what else stands in one. */
export function p(content: string | readonly Xml[], look: ParagraphLook = {}): Xml {
  const [id, level] = look.list?.split(" ") ?? [];
  const properties = [
    look.style ? `<w:pStyle w:val="${look.style}"/>` : "",
    id === undefined
      ? ""
      : `<w:numPr>${level === undefined ? "" : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${id}"/></w:numPr>`,
    look.isRightToLeft ? "<w:bidi/>" : "",
    look.indent === undefined ? "" : `<w:ind w:left="${look.indent}"/>`,
    look.isRight ? '<w:jc w:val="right"/>' : "",
    look.more ?? "",
  ].join("");
  const inside = typeof content === "string" ? (content === "" ? "" : r(content)) : content.join("");
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

/** A run of words. Tabs and line ends in them are Word's own; `look` is what its properties hold, such as `<w:b/>`. */
export function r(text: string, look: Xml = ""): Xml {
  const inside = text
    .split(/([\t\n])/)
    .filter((each) => each !== "")
    .map((each) =>
      each === "\t" ? "<w:tab/>" : each === "\n" ? "<w:br/>" : `<w:t xml:space="preserve">${words(each)}</w:t>`,
    );
  return `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}${inside.join("")}</w:r>`;
}

export const bold = (text: string): Xml => r(text, "<w:b/>");
export const italic = (text: string): Xml => r(text, "<w:i/>");
export const raised = (text: string): Xml => r(text, '<w:vertAlign w:val="superscript"/>');
export const lowered = (text: string): Xml => r(text, '<w:vertAlign w:val="subscript"/>');

/** A heading of Word's own, of that level from 1. Its style is one of `HEADINGS`. */
export function h(level: number, content: string | readonly Xml[], look: ParagraphLook = {}): Xml {
  return p(content, { style: `Heading${level}`, ...look });
}

/** A style of paragraphs; `inside` are its properties and what it is based on. */
export function style(id: string, name: string, inside: Xml = ""): Xml {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
}

/** Word's styles for headings, without numbers. */
export const HEADINGS: readonly Xml[] = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  ...[1, 2, 3].map((level) =>
    style(`Heading${level}`, `heading ${level}`, `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`),
  ),
];

export interface LevelLook {
  readonly start?: number;
  readonly restart?: number;
  readonly isLegal?: boolean;
  readonly style?: string;
  /** How far its words are indented; by the level where none is given. */
  readonly indent?: number;
}

/** One level of a list: how its numbers are written, and what stands around them. */
export type Level = (index: number) => Xml;
export function level(format: string, text: string, look: LevelLook = {}): Level {
  return (index) =>
    [
      `<w:lvl w:ilvl="${index}"><w:start w:val="${look.start ?? 1}"/><w:numFmt w:val="${format}"/>`,
      look.restart === undefined ? "" : `<w:lvlRestart w:val="${look.restart}"/>`,
      look.style ? `<w:pStyle w:val="${look.style}"/>` : "",
      look.isLegal ? "<w:isLgl/>" : "",
      `<w:lvlText w:val="${words(text)}"/>`,
      `<w:pPr><w:ind w:left="${look.indent ?? 720 * (index + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
    ].join("");
}

/** A definition of a list with its levels. All definitions of a file stand before its lists. */
export function definition(id: number, levels: readonly Level[], more: Xml = ""): Xml {
  return `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map((write, index) => write(index)).join("")}</w:abstractNum>`;
}

/** A list of that definition; `overrides` are levels that it begins elsewhere or writes otherwise. */
export function list(id: number, of: number, overrides: Xml = ""): Xml {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
}

/** A level at which a list begins again, with that number. */
export function begins(index: number, start: number): Xml {
  return `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
}

export const BULLET = level("bullet", "\uf0b7");

export interface CellLook {
  readonly across?: number;
  readonly down?: "begins" | "goes on";
}

/** A cell: of words, or of blocks. */
export function cell(content: string | readonly Xml[], look: CellLook = {}): Xml {
  const properties = [
    look.across ? `<w:gridSpan w:val="${look.across}"/>` : "",
    look.down ? `<w:vMerge${look.down === "begins" ? ' w:val="restart"' : ""}/>` : "",
  ].join("");
  const inside = typeof content === "string" ? p(content) : content.join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

/** A row of cells; words stand for a cell of them. */
export function row(cells: readonly string[], properties: Xml = ""): Xml {
  const inside = cells.map((each) => (each.startsWith("<w:tc>") ? each : cell(each)));
  return `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${inside.join("")}</w:tr>`;
}

/** A row that Word repeats at the head of each page. */
export function headingRow(cells: readonly string[]): Xml {
  return row(cells, "<w:tblHeader/>");
}

export function table(...rows: readonly Xml[]): Xml {
  return `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
}

/** A link to an address of the file's, or to a bookmark. */
export function link(to: string, text: string): Xml {
  const where = to.startsWith("#") ? `w:anchor="${to.slice(1)}"` : `r:id="${to}"`;
  return `<w:hyperlink ${where}>${r(text)}</w:hyperlink>`;
}

export function bookmark(name: string): Xml {
  return `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
}

/** A field with its instruction and what it shows; null for one that shows what its instruction alone says. */
export function field(instruction: string, result: Xml | null, form: Xml = ""): Xml {
  return [
    `<w:r><w:fldChar w:fldCharType="begin">${form}</w:fldChar></w:r>`,
    instruction.startsWith("<")
      ? instruction
      : `<w:r><w:instrText xml:space="preserve">${words(instruction)}</w:instrText></w:r>`,
    result === null ? "" : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join("");
}

/** A picture of the file's, with its alternative text. */
export function picture(id: string, alternative: string, isDecorative = false): Xml {
  const decorative = isDecorative
    ? '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    : "";
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${words(alternative)}">${decorative}</wp:docPr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/**
 * A PDF as a screen reader would tell it: one line an element in reading order, with what is wrong in its place. Reads
 * the structure tree and the marks of the pages, whoever wrote them. Called by the tests of packs.
 */
import { PDFDocument } from "@cantoo/pdf-lib";
import { type MarkedPages, markedPages } from "./marked-text.ts";
import { parentTreeFaults } from "./parent-tree.ts";
import { type ObjectReference, type StructureChild, type StructureElement, structureTree } from "./structure-tree.ts";

export interface Transcript {
  readonly text: string;
  /** What the lines of the text say that begin with `!!`. */
  readonly faults: readonly string[];
}

/** Reads the PDF. Rejects where it has no structure tree. */
export async function packTranscript(bytes: Uint8Array): Promise<Transcript> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = await markedPages(bytes);
  const tree = structureTree(pdf);
  const label = (page: number) => pages.pages[page]?.label ?? `${page + 1} of the file`;
  const lines = [
    `${pages.title ?? "(no title)"} (${pages.language ?? "no language"})`,
    ...new Telling(pages, label).tell(tree),
    ...parentTreeFaults(pdf, tree, label).map((fault) => `!! ${fault}`),
  ];
  return {
    text: `${lines.join("\n")}\n`,
    faults: lines.flatMap((line) => /^ *!! (.*)$/.exec(line)?.[1] ?? []),
  };
}

/** Elements that a screen reader passes over: their text is their parent's, unless they say something themselves. */
const SILENT = ["NonStruct", "Span", "Em", "Strong"];
/** Elements that may well be empty. */
const CELLS = ["TD", "TH"];

/** A line that is being told. */
interface Line {
  readonly indent: string;
  readonly label: string;
  text: string;
  /** What follows the text: where a link leads. */
  end: string;
}

class Telling {
  private readonly lines: Line[] = [];
  private readonly told = new Set<string>();
  /** The page, from 0, whose beginning was told last. */
  private page = -1;
  /** The words told last, by which a reader finds a fault that has none of its own. */
  private heard = "";

  private readonly source: MarkedPages;
  private readonly label: (page: number) => string;

  constructor(source: MarkedPages, label: (page: number) => string) {
    this.source = source;
    this.label = label;
  }

  tell(tree: readonly StructureChild[]): string[] {
    this.content(tree, null, 0, this.source.language);
    this.untold();
    return this.lines.map(({ indent, label, text, end }) =>
      [indent + label, singleSpaced(text), end].filter(Boolean).join(" "),
    );
  }

  private element(element: StructureElement, depth: number, around: string | null): void {
    const { type, children, alternative, actualText } = element;
    this.turnTo(this.firstPage(children));
    const line = this.open(depth, labelOf(element, around));
    const linesBefore = this.lines.length;
    if (actualText !== null || alternative !== null) {
      line.text = actualText === null ? `[${alternative}]` : `"${actualText}"`;
      this.passOver(children, depth + 1);
      this.heard = lastWords(line.text);
    } else this.content(children, line, depth + 1, element.language ?? around);

    const objects = objectsOf(children);
    line.end = [...new Set(objects.map(({ description }) => `-> ${description ?? "(no description)"}`))].join(" ");
    const fault = (words: string) => this.fault(depth + 1, `${type} ${words}, after "${this.heard}"`);
    if (type === "Figure" && alternative === null && actualText === null) fault("has no alternative");
    if (type === "Link" && objects.length === 0) fault("leads nowhere");
    if (objects.some(({ description }) => !description)) fault("has no description");
    if (children.length === 0 && line.text === "" && !CELLS.includes(type)) fault("has no content");
    else if (line.text.trim() === "" && this.lines.length === linesBefore) line.text = "(no words)";
  }

  /**
   * Tells what is in an element: its own text on `line` until an element comes that has a line itself, and what comes
   * after that on further lines. `depth` is that of the lines inside it.
   */
  private content(
    children: readonly StructureChild[],
    line: Line | null,
    depth: number,
    language: string | null,
  ): void {
    let current = line;
    const each = (child: StructureChild): void => {
      if (child.kind === "marked") {
        const text = this.textOf(child, depth);
        if (text.trim() !== "" && child.page !== this.page) {
          if (current && current.text.trim() !== "") current.text += ` ${this.turning(child.page)} `;
          else this.turnTo(child.page);
          this.page = child.page;
        }
        if (text.trim() !== "") current ??= this.open(depth, "…");
        if (current) current.text += text;
      } else if (child.kind === "broken") this.fault(depth, `${child.why}, after "${this.heard}"`);
      else if (child.kind === "element") {
        if (isSilent(child, language) && child.children.length > 0) child.children.forEach(each);
        else {
          this.element(child, depth, language);
          current = null;
        }
      }
    };
    children.forEach(each);
  }

  /** What is replaced by an alternative is not told, but has been referred to. */
  private passOver(children: readonly StructureChild[], depth: number): void {
    for (const child of children)
      if (child.kind === "marked") this.textOf(child, depth);
      else if (child.kind === "element") this.passOver(child.children, depth);
      else if (child.kind === "broken") this.fault(depth, `${child.why}, after "${this.heard}"`);
  }

  private textOf({ page, mcid }: { page: number; mcid: number }, depth: number): string {
    const name = `marked content ${mcid} of page ${this.label(page)}`;
    if (this.told.has(`${page} ${mcid}`)) this.fault(depth, `${name} is told twice, after "${this.heard}"`);
    this.told.add(`${page} ${mcid}`);
    const text = this.source.pages[page]?.texts.get(mcid);
    if (text === undefined) this.fault(depth, `${name} is not there, after "${this.heard}"`);
    else if (text.trim() !== "") this.heard = lastWords(`${this.heard} ${text}`);
    return text ?? "";
  }

  /** Where its first words are, else where anything of it is. */
  private firstPage(children: readonly StructureChild[]): number | null {
    let first: number | null = null;
    const search = (child: StructureChild): boolean => {
      if (child.kind === "element") return child.children.some(search);
      if (child.kind !== "marked") return false;
      first ??= child.page;
      const hasWords = Boolean(this.source.pages[child.page]?.texts.get(child.mcid)?.trim());
      if (hasWords) first = child.page;
      return hasWords;
    };
    children.some(search);
    return first;
  }

  private turnTo(page: number | null): void {
    if (page === null || page === this.page) return;
    this.page = page;
    this.open(0, this.turning(page));
  }

  private turning(page: number): string {
    return `--- page ${this.label(page)} ---`;
  }

  /** What is on the pages and in no element. */
  private untold(): void {
    this.source.pages.forEach(({ texts, repeated, loose }, page) => {
      const at = `page ${this.label(page)}:`;
      for (const [mcid, text] of texts)
        if (!this.told.has(`${page} ${mcid}`))
          this.fault(0, `${at} marked content ${mcid}, "${beginning(text)}", is in no element`);
      for (const mcid of repeated) this.fault(0, `${at} more than one marked content is numbered ${mcid}`);
      if (loose !== "") this.fault(0, `${at} "${beginning(loose)}" is neither marked content nor an artifact`);
    });
  }

  private fault(depth: number, words: string): void {
    this.open(depth, "!!").text = words;
  }

  private open(depth: number, label: string): Line {
    const line = { indent: "  ".repeat(depth), label, text: "", end: "" };
    this.lines.push(line);
    return line;
  }
}

/** The type, and in brackets what a screen reader says with it: the scope of a header, cells that span, a language. */
function labelOf({ type, attributes, language }: StructureElement, around: string | null): string {
  const span = (name: string, of: string) => {
    const count = Number(attributes.get(name) ?? 1);
    return count > 1 ? `${count} ${of}` : null;
  };
  const notes = [
    type === "TH" ? attributes.get("Scope") : null,
    span("ColSpan", "columns"),
    span("RowSpan", "rows"),
    language !== around ? language : null,
  ].filter(Boolean);
  return notes.length > 0 ? `${type} (${notes.join(", ")})` : type;
}

function isSilent({ type, alternative, actualText, language }: StructureElement, around: string | null): boolean {
  const says = alternative !== null || actualText !== null || (language !== null && language !== around);
  return SILENT.includes(type) && !says;
}

/** The objects of an element, also where they stand in one that is passed over. */
function objectsOf(children: readonly StructureChild[]): ObjectReference[] {
  return children.flatMap((child) => {
    if (child.kind === "object") return child;
    return child.kind === "element" && SILENT.includes(child.type) ? objectsOf(child.children) : [];
  });
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function lastWords(text: string): string {
  return singleSpaced(text).split(" ").slice(-6).join(" ");
}

function beginning(text: string): string {
  const words = singleSpaced(text);
  return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

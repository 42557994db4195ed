/**
 * Every word that a Word file shows, read straight from its parts and by nothing else that reads them, so that what the import
 * lost or made up can be found. Called by proof.ts.
 */
import { Fields } from "./fields.ts";
import { signAt, withSigns } from "./symbols.ts";
import type { WordDocument } from "./word-document.ts";
import { child, childrenOf, type Element, isElement, val, wordsOf } from "./xml.ts";

/** Text that was taken out, and instructions; nobody sees either. */
const UNSEEN = /^w:(del|moveFrom|delText|instrText|delInstrText|rPr|pPr|sectPr|tblPr|trPr|tcPr|sdtPr)$/;
const CITATION = /^w:(footnote|endnote)Reference$/;
const GAPS = /^w:(tab|ptab|br|cr)$/;

/** The words in each paragraph of the body, and of the notes that are cited, by the paragraph's element. */
export function visibleWords(document: WordDocument): Map<Element, string> {
  const words = new Map<Element, string>();
  const cited = new Set<string>();
  new Reader(words, cited).read(document.body.root, null);
  const notes = new Map<string, Element>(
    document.notes.flatMap(({ kind, root }) =>
      childrenOf(root).map((note) => [`${kind} ${note.attributes["w:id"]}`, note] as const),
    ),
  );
  // A note may cite another, so the set grows while it is gone through.
  for (const id of cited) {
    const note = notes.get(id);
    if (note) new Reader(words, cited).read(note, null);
  }
  return words;
}

class Reader {
  private readonly words: Map<Element, string>;
  private readonly cited: Set<string>;
  private readonly fields = new Fields();

  constructor(words: Map<Element, string>, cited: Set<string>) {
    this.words = words;
    this.cited = cited;
  }

  read(element: Element, paragraph: Element | null, font: string | null = null): void {
    for (const node of element.children) {
      if (!isElement(node) || this.isUnseen(node)) continue;
      const own = node.name === "w:r" ? fontOf(node) : font;
      if (node.name === "w:p") this.words.set(node, "");
      if (node.name === "w:t") this.say(paragraph, readable(wordsOf(node).replace(/[\r\n]+/g, " "), font));
      else if (GAPS.test(node.name)) this.say(paragraph, " ");
      else if (node.name === "w:noBreakHyphen") this.say(paragraph, "\u2011");
      else if (node.name === "w:sym")
        this.say(
          paragraph,
          signAt(node.attributes["w:font"] ?? "", Number.parseInt(node.attributes["w:char"] ?? "", 16)) ?? "",
        );
      else if (CITATION.test(node.name)) {
        if (this.fields.isSeen) this.cited.add(`${node.name.slice(2, -9)}s ${node.attributes["w:id"]}`);
      } else if (node.name === "w:fldChar") this.say(paragraph, this.fields.mark(node)?.words ?? "");
      else this.read(node, node.name === "w:p" ? node : paragraph, own);
    }
  }

  private isUnseen(node: Element): boolean {
    if (node.name === "w:instrText") this.fields.instruct(wordsOf(node));
    if (UNSEEN.test(node.name)) return true;
    const gallery = val(child(node, "w:sdtPr", "w:docPartObj"), "w:docPartGallery");
    return /table of contents/i.test(gallery ?? "");
  }

  private say(paragraph: Element | null, words: string): void {
    if (words === "" || !this.fields.isSeen || this.fields.isContents) return;
    // Text outside every paragraph is none that Word can show; it is counted all the same, and so it is missed.
    const at = paragraph ?? STRAY;
    this.words.set(at, (this.words.get(at) ?? "") + words);
  }
}

const STRAY: Element = { name: "stray", attributes: {}, children: [] };

function readable(words: string, font: string | null): string {
  return withSigns(words, font) ?? words;
}

function fontOf(run: Element): string | null {
  const fonts = child(run, "w:rPr", "w:rFonts")?.attributes;
  return fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"] ?? null;
}

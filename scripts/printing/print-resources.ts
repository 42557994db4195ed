/** The fonts, pictures and drawing states of a print, each kept once. For read-print.ts. */
import { objectText, type PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from "../pdf/objects.ts";
import { contentOf, NotUnderstood } from "../pdf/parse.ts";
import { fontIdentity, readTrueType, type TrueType } from "../pdf/true-type.ts";
import type { KeptFont, KeptObject, KeptResource, ResourceKind } from "./kept-print.ts";
import { KeptTextWriter } from "./kept-text.ts";
import type { Widths } from "./text-run.ts";
import { readUnicode } from "./unicode-map.ts";

const KINDS: ReadonlySet<string> = new Set(["Font", "XObject", "ExtGState", "Pattern", "Shading", "ColorSpace"]);

interface Font {
  readonly kept: Omit<KeptFont, "glyphs">;
  readonly shapes: TrueType;
  readonly glyphs: Set<number>;
}

export class PrintResources {
  private readonly look: (ref: PdfObject) => PdfObject;
  private readonly kept: KeptObject[] = [];
  private readonly keptAt = new Map<number, number>();
  private readonly read: Font[] = [];
  private readonly lettersOfOthers = new Set<string>();
  private depth = 0;
  private readonly fontAt = new Map<number, number | null>();

  constructor(look: (ref: PdfObject) => PdfObject) {
    this.look = look;
  }

  objects(): KeptObject[] {
    return this.kept;
  }

  fonts(): KeptFont[] {
    return this.read.map(({ kept, glyphs }) => ({ ...kept, glyphs: [...glyphs].sort((a, b) => a - b) }));
  }

  /** Every letter that some font of the print has a shape for, as UTF-16 in hexadecimal. */
  letters(): Set<string> {
    const own = this.read.flatMap(({ kept }) => kept.unicode.flatMap(([glyph, hex]) => (glyph === 0 ? [] : [hex])));
    return new Set([...own, ...this.lettersOfOthers]);
  }

  /** What each name in a page's commands stands for. */
  ofPage(resources: PdfDict): KeptResource[] {
    const own: KeptResource[] = [];
    for (const [kind, entries] of resources) {
      if (kind === "ProcSet") continue;
      if (!KINDS.has(kind) || !(entries instanceof Map)) throw new NotUnderstood(`a resource \`${kind}\``);
      for (const [name, ref] of entries) {
        const font = kind === "Font" ? this.font(ref) : null;
        own.push({ kind: kind as ResourceKind, name, font, object: font === null ? this.keep(ref) : null });
      }
    }
    return own;
  }

  widths(own: readonly KeptResource[], name: string): Widths {
    const resource = own.find((each) => each.kind === "Font" && each.name === name);
    if (!resource) throw new NotUnderstood(`a font \`${name}\` that the page does not have`);
    const shapes = resource.font === null ? null : this.read[resource.font]?.shapes;
    return shapes ? (glyph) => ((shapes.metrics[glyph]?.advance ?? 0) * 1000) / shapes.unitsPerEm : null;
  }

  use(own: readonly KeptResource[], name: string, glyphs: ReadonlySet<number>): void {
    const index = own.find((each) => each.kind === "Font" && each.name === name)?.font;
    if (index !== null && index !== undefined) for (const glyph of glyphs) this.read[index]?.glyphs.add(glyph);
  }

  /** The index of a TrueType font; null for a font of another kind, which is kept as it is. */
  private font(ref: PdfObject): number | null {
    if (!(ref instanceof PdfRef)) throw new NotUnderstood("a font that is no object of its own");
    const known = this.fontAt.get(ref.number);
    if (known !== undefined) return known;
    const font = this.trueType(ref);
    const map = font ? null : this.look(this.entries(ref).get("ToUnicode") ?? null);
    if (map instanceof PdfStream)
      for (const [, hex] of readUnicode(Buffer.from(contentOf(map)).toString("latin1"))) this.lettersOfOthers.add(hex);
    this.fontAt.set(ref.number, font ? this.read.push(font) - 1 : null);
    return font ? this.read.length - 1 : null;
  }

  private trueType(ref: PdfObject): Font | null {
    const font = this.entries(ref);
    if (nameOf(font.get("Subtype")) !== "Type0" || nameOf(font.get("Encoding")) !== "Identity-H") return null;
    const [descendant] = this.look(font.get("DescendantFonts") ?? null) as readonly PdfObject[];
    const inner = this.entries(descendant ?? null);
    const descriptor = this.entries(inner.get("FontDescriptor") ?? null);
    const program = this.look(descriptor.get("FontFile2") ?? null);
    const unicode = this.look(font.get("ToUnicode") ?? null);
    if (!(program instanceof PdfStream) || !(unicode instanceof PdfStream)) return null;
    if (nameOf(inner.get("CIDToGIDMap")) !== "Identity") return null;
    const bytes = contentOf(program);
    const shapes = readTrueType(bytes);
    const number = (key: string): number => Number(descriptor.get(key) ?? 0);
    return {
      shapes,
      glyphs: new Set(),
      kept: {
        name: (nameOf(font.get("BaseFont")) ?? "").replace(/^[A-Z]{6}\+/, ""),
        identity: fontIdentity(shapes),
        program: bytes,
        unicode: readUnicode(Buffer.from(contentOf(unicode)).toString("latin1")),
        flags: number("Flags"),
        italicAngle: number("ItalicAngle"),
        measures: [number("Ascent"), number("Descent"), Math.abs(number("CapHeight")), number("StemV")],
        box: (this.look(descriptor.get("FontBBox") ?? null) as readonly PdfObject[]).map(Number),
      },
    };
  }

  private entries(ref: PdfObject): PdfDict {
    const found = this.look(ref);
    if (!(found instanceof Map)) throw new NotUnderstood("a font that is not whole");
    return found;
  }

  /** Keeps an object and all it leads to; gives its index. What an object leads to comes before it. */
  private keep(object: PdfObject): number {
    if (this.depth > 40) throw new NotUnderstood("a picture that contains itself");
    this.depth += 1;
    const index = this.keepNew(object);
    this.depth -= 1;
    return index;
  }

  private keepNew(object: PdfObject): number {
    const number = object instanceof PdfRef ? object.number : null;
    const known = number === null ? undefined : this.keptAt.get(number);
    if (known !== undefined) return known;
    const found = this.look(object);
    const entries = found instanceof PdfStream ? new Map(found.dict) : found;
    if (entries instanceof Map) {
      entries.delete("Length");
      refuseForeign(entries);
    }
    const text = new KeptTextWriter();
    this.write(entries, text);
    const index = this.kept.push({ text: text.text(), stream: found instanceof PdfStream ? found.bytes : null }) - 1;
    if (number !== null) this.keptAt.set(number, index);
    return index;
  }

  private write(object: PdfObject | PdfDict, text: KeptTextWriter): void {
    if (object instanceof PdfRef) text.refer(this.keep(object));
    else if (object instanceof Map) {
      text.say("<<");
      for (const [key, value] of object) {
        text.say(`${objectText(new PdfName(key))} `);
        this.write(value, text);
      }
      text.say(">>");
    } else if (Array.isArray(object)) text.list(object, (each) => this.write(each, text));
    else text.say(objectText(object));
  }
}

/** A picture made of drawing commands may hold marked pieces, which the tree of tags could not find again. */
function refuseForeign(entries: PdfDict): void {
  if (entries.has("StructParents") || entries.has("StructParent") || entries.has("OPI") || entries.has("PS"))
    throw new NotUnderstood("a picture with tags of its own");
}

function nameOf(object: PdfObject | undefined): string | null {
  return object instanceof PdfName ? object.name : null;
}

/**
 * Takes over what the pages of somebody's PDF draw with, and nothing else of the file: no script, action, file or private
 * fact of it is reached from here. For read-appendix.ts.
 */
import { deflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { numberText } from "../pdf/objects.ts";
import type { KeptObject } from "../printing/kept-print.ts";
import { KeptTextWriter } from "../printing/kept-text.ts";
import { balanced } from "./page-commands.ts";
import { plainJpeg } from "./plain-jpeg.ts";
import { unpacked } from "./unpack.ts";

/** What says something of the file, or does something, and draws nothing. Layers are all shown, so none is named. */
const LEFT_OUT = new Set(
  `Metadata PieceInfo AF AA JS OPI Ref OC Thumb Alternates Measure PtData LastModified StructParent StructParents
   Usage`.split(/\s+/),
);
/** Where a stream says itself what its bytes are; `F` would be a file elsewhere. */
const OF_STREAMS = new Set(["Length", "F", "FFilter", "FDecodeParms", "DL"]);
const PACKING = new Set([...OF_STREAMS, "Filter", "DecodeParms", "DP"]);
/** What would lead from a drawing back to the whole file. */
const NOT_DRAWN = new Set(
  "/Page /Pages /Catalog /StructElem /StructTreeRoot /Annot /Action /Filespec /EmbeddedFile /OCG /OCMD".split(" "),
);
/** What a mark may say by a name, beside its number. */
const OF_MARKS = new Set(["Type", "MCID", "ActualText", "Alt", "E", "Lang"]);

export class ObjectKeeper {
  readonly kept: KeptObject[] = [];
  private readonly file: PDFDocument;
  private readonly marks: "inside" | "drop";
  private readonly keptAt = new Map<string, number>();

  /** `marks` says whether the pages' marks lead to tags that are taken over. */
  constructor(file: PDFDocument, marks: "inside" | "drop") {
    this.file = file;
    this.marks = marks;
  }

  /** The index of the object among those that are kept. */
  keep(object: PDFObject): number {
    const key = object instanceof PDFRef ? object.toString() : null;
    const known = key === null ? undefined : this.keptAt.get(key);
    if (known !== undefined) return known;
    const index = this.kept.push({ text: ["null"], stream: null }) - 1;
    if (key !== null) this.keptAt.set(key, index);
    const found = object instanceof PDFRef ? this.file.context.lookup(object) : object;
    if (found instanceof PDFRawStream) this.kept[index] = this.keepStream(found);
    else if (found) {
      const text = new KeptTextWriter();
      this.write(found, text);
      this.kept[index] = { text: text.text(), stream: null };
    }
    return index;
  }

  /** The index of what a mark says by a name: its number, a language, words to say in its place, and nothing more. */
  keepMark(properties: PDFDict): number {
    const text = new KeptTextWriter();
    const others = properties.keys().flatMap((key) => (OF_MARKS.has(key.decodeText()) ? [] : [key.decodeText()]));
    this.write(properties, text, new Set(others));
    return this.kept.push({ text: text.text(), stream: null }) - 1;
  }

  private keepStream(stream: PDFRawStream): KeptObject {
    const text = new KeptTextWriter();
    if (isNotDrawn(stream.dict) || stream.dict.has(PDFName.of("F"))) return { text: ["null"], stream: null };
    const kind = stream.dict.lookup(PDFName.of("Subtype"));
    const isTile = stream.dict.lookup(PDFName.of("PatternType")) !== undefined;
    if (kind === PDFName.of("Form") || isTile) {
      const commands = balanced(unpacked(stream), isTile ? "drop" : this.marks);
      this.write(stream.dict, text, PACKING);
      return { text: closedWith(text.text(), "/Filter/FlateDecode"), stream: deflateSync(commands) };
    }
    this.write(stream.dict, text, OF_STREAMS);
    const isPhotograph = onlyFilter(stream.dict) === "DCTDecode";
    const bytes = stream.getContents();
    return { text: text.text(), stream: isPhotograph ? plainJpeg(bytes) : bytes };
  }

  private write(object: PDFObject, text: KeptTextWriter, without: ReadonlySet<string> = new Set()): void {
    if (object instanceof PDFRef) text.refer(this.keep(object));
    else if (object instanceof PDFDict) {
      if (isNotDrawn(object)) {
        text.say("null");
        return;
      }
      text.say("<<");
      for (const [key, value] of object.entries()) {
        const name = key.decodeText();
        if (LEFT_OUT.has(name) || without.has(name)) continue;
        text.say(`${key.toString()} `);
        this.write(value, text);
      }
      text.say(">>");
    } else if (object instanceof PDFArray) {
      text.list(object.asArray(), (each) => this.write(each, text));
    } else if (object instanceof PDFRawStream) throw new Error("A stream that is no object of its own");
    else if (object instanceof PDFInvalidObject) throw new Error("An object that cannot be read");
    else if (object instanceof PDFHexString) text.say(`<${object.asString().replace(/[^0-9a-f]/gi, "")}>`);
    else text.say(object instanceof PDFNumber ? numberText(object.asNumber()) : object.toString());
  }
}

/** True for what is an action, a file or a page, by its type or by what it would do. */
function isNotDrawn(object: PDFDict): boolean {
  const type = object.lookup(PDFName.of("Type"));
  if (type instanceof PDFName && NOT_DRAWN.has(type.toString())) return true;
  // A dictionary whose S is a name is an action, but for the kinds of transparency, of masks and of halftones.
  const act = object.lookup(PDFName.of("S"));
  return act instanceof PDFName && !["Transparency", "Alpha", "Luminosity"].includes(act.decodeText());
}

function onlyFilter(dict: PDFDict): string | null {
  const filter = dict.lookup(PDFName.of("Filter"));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return only instanceof PDFName ? only.decodeText() : null;
}

function closedWith(text: readonly (string | number)[], more: string): (string | number)[] {
  const last = text.at(-1);
  return [...text.slice(0, -1), `${String(last).replace(/>>$/, "")}${more}>>`];
}

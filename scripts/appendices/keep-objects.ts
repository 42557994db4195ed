/**
 * Takes over what the pages of somebody's PDF draw with, and nothing else of the file: no script, action, file or private
 * fact of it is reached from here. For read-appendix.ts.
 */
import { deflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { numberText } from "../pdf/objects.ts";
import type { KeptObject } from "../printing/kept-print.ts";
import { balanced } from "./page-commands.ts";

/** What says something of the file, or does something, and draws nothing. */
const LEFT_OUT = new Set(
  "Metadata PieceInfo AF AA JS OPI Thumb Alternates Measure PtData LastModified StructParent StructParents".split(" "),
);
/** What would lead from a drawing back to the whole file. */
const NOT_DRAWN = new Set(["/Page", "/Pages", "/Catalog", "/StructElem", "/StructTreeRoot", "/Annot", "/Action"]);

export class ObjectKeeper {
  readonly kept: KeptObject[] = [];
  private readonly file: PDFDocument;
  private readonly marks: "keep" | "drop";
  private readonly keptAt = new Map<string, number>();

  /** `marks` says whether the pages' marks lead to tags that are taken over. */
  constructor(file: PDFDocument, marks: "keep" | "drop") {
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
    const type = found instanceof PDFDict ? found.lookup(PDFName.of("Type"))?.toString() : undefined;
    if (type && NOT_DRAWN.has(type)) return index;
    if (found instanceof PDFRawStream) this.kept[index] = this.keepStream(found);
    else if (found) {
      const text: (string | number)[] = [""];
      this.write(found, text);
      this.kept[index] = { text, stream: null };
    }
    return index;
  }

  private keepStream(stream: PDFRawStream): KeptObject {
    const text: (string | number)[] = [""];
    if (stream.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Form")) {
      const commands = balanced(
        Buffer.from(decodePDFRawStream(stream).decode()),
        this.marks === "keep" ? "inside" : "drop",
      );
      this.write(stream.dict, text, new Set(["Length", "Filter", "DecodeParms", "DP", "F"]));
      return { text: closedWith(text, "/Filter/FlateDecode"), stream: deflateSync(commands) };
    }
    this.write(stream.dict, text, new Set(["Length"]));
    return { text, stream: stream.getContents() };
  }

  private write(object: PDFObject, text: (string | number)[], without: ReadonlySet<string> = new Set()): void {
    const say = (words: string): void => {
      const last = text.at(-1);
      if (typeof last === "string") text[text.length - 1] = last + words;
      else text.push(words);
    };
    if (object instanceof PDFRef) {
      text.push(this.keep(object));
      say(" ");
    } else if (object instanceof PDFDict) {
      say("<<");
      for (const [key, value] of object.entries()) {
        const name = key.decodeText();
        if (LEFT_OUT.has(name) || without.has(name)) continue;
        say(`${key.toString()} `);
        this.write(value, text);
      }
      say(">>");
    } else if (object instanceof PDFArray) {
      say("[");
      for (let at = 0; at < object.size(); at++) {
        this.write(object.get(at), text);
        say(" ");
      }
      say("]");
    } else if (object instanceof PDFRawStream) throw new Error("A stream that is no object of its own");
    else say(object instanceof PDFNumber ? numberText(object.asNumber()) : object.toString());
  }
}

function closedWith(text: readonly (string | number)[], more: string): (string | number)[] {
  const last = text.at(-1);
  return [...text.slice(0, -1), `${String(last).replace(/>>$/, "")}${more}>>`];
}

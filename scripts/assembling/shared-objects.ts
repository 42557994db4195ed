/** Pictures and drawing states of several prints, each written once however many prints bring it. For assemble.ts. */
import { createHash } from "node:crypto";
import { type PdfRef, PdfStream } from "../pdf/objects.ts";
import { ObjectReader } from "../pdf/parse.ts";
import type { PdfWriter } from "../pdf/write-file.ts";
import type { KeptObject } from "../printing/kept-print.ts";

export class SharedObjects {
  private readonly writer: PdfWriter;
  private readonly known = new Map<string, PdfRef>();

  constructor(writer: PdfWriter) {
    this.writer = writer;
  }

  /** Writes what is not there yet; gives the reference of each, in order. */
  add(objects: readonly KeptObject[]): PdfRef[] {
    const refs: PdfRef[] = [];
    // Objects that lead to one another in a ring are given numbers before any is written.
    const inRing = objects.some(({ text }, at) => text.some((piece) => typeof piece === "number" && piece >= at));
    if (inRing) for (const _ of objects) refs.push(this.writer.reserve());
    objects.forEach(({ text, stream }, at) => {
      const words = text.map((piece) => (typeof piece === "number" ? `${refs[piece]?.number} 0 R` : piece)).join("");
      const key = inRing
        ? null
        : createHash("sha256")
            .update(words)
            .update(stream ?? "")
            .digest("base64");
      const known = key === null ? undefined : this.known.get(key);
      const ref = refs[at] ?? known ?? this.writer.reserve();
      if (!known) {
        if (stream) this.writer.put(ref.number, new PdfStream(dictionaryOf(words), stream));
        else this.writer.putText(ref.number, words);
      }
      if (key !== null) this.known.set(key, ref);
      refs[at] = ref;
    });
    return refs;
  }
}

function dictionaryOf(words: string): PdfStream["dict"] {
  const read = new ObjectReader(words).object();
  if (!(read instanceof Map)) throw new Error("A stream without its dictionary");
  return read;
}

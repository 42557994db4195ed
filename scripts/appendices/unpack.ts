/** The bytes of a stream of somebody's PDF, unpacked, and never more than a page could need. For this folder. */
import { inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFName, type PDFRawStream } from "@cantoo/pdf-lib";

/** The commands of the fullest map are some tens of megabytes; a stream that swells past this was made to. */
const MOST_UNPACKED = 250_000_000;

export function unpacked(stream: PDFRawStream): Buffer {
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  if (filter === PDFName.of("FlateDecode") && !stream.dict.has(PDFName.of("DecodeParms")) && !stream.transform)
    try {
      return inflateSync(stream.getContents(), { maxOutputLength: MOST_UNPACKED });
    } catch (error) {
      if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw new Error("A stream that swells");
    }
  const bytes = decodePDFRawStream(stream).decode();
  if (bytes.length > MOST_UNPACKED) throw new Error("A stream that swells");
  return Buffer.from(bytes);
}

/**
 * The links of a group of pages as they are kept: packed, since all of them together are more than a process may hold. Used by
 * work-out.ts.
 */
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { LinksByPage } from "./dead-links.ts";

export function packed(links: LinksByPage): string {
  return zstdCompressSync(JSON.stringify(links)).toString("base64");
}

/** What was packed; nothing where nothing was kept. */
export function unpacked(kept: string | null): LinksByPage {
  return kept === null
    ? {}
    : (JSON.parse(zstdDecompressSync(Buffer.from(kept, "base64")).toString("utf8")) as LinksByPage);
}

/** The same, when it is asked for. By itself it holds nothing in memory; a closure made where the links are would hold them. */
export function unpackedLater(kept: () => string | null): () => LinksByPage {
  return () => unpacked(kept());
}

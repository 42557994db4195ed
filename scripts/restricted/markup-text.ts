/** The text of HTML, SVG and XML: what is read, what stands in attributes, and what is hidden. Called by readable-text.ts. */
import { unescapeAll } from "markdown-it/lib/common/utils.mjs";

export interface MarkupText {
  /** The text between tags; a tag that only marks words leaves them together. */
  readonly text: string;
  readonly attributes: readonly string[];
  /** Comments, scripts and styles. */
  readonly hidden: readonly string[];
}

const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tspan tt u var wbr".split(
    " ",
  ),
);
const MARKUP =
  /<!--(?<comment>[\s\S]*?)(?:-->|$)|<!\[CDATA\[(?<data>[\s\S]*?)(?:\]\]>|$)|<(?<raw>script|style)\b(?<rawAttributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>(?<code>[\s\S]*?)<\/\k<raw>\s*>|<\/?(?<name>[a-z][^\s/>]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>|<[!?][^>]*>/gi;
const ATTRIBUTE = /=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

export function readMarkup(source: string): MarkupText {
  const attributes: string[] = [];
  const hidden: string[] = [];
  const keep = (within = "") => {
    for (const [, double, single, bare] of within.matchAll(ATTRIBUTE))
      attributes.push(decodeEntities(double ?? single ?? bare ?? ""));
  };
  const text = source.replace(MARKUP, (...found) => {
    const { comment, data, code, rawAttributes, name, attributes: own } = found.at(-1) as Record<string, string>;
    if (comment !== undefined) hidden.push(decodeEntities(comment));
    if (code !== undefined) hidden.push(code);
    keep(own ?? rawAttributes);
    // What stands in CDATA is text as it is, and must come through the decoding below unharmed.
    if (data !== undefined) return data.replaceAll("&", "&amp;");
    return name && INLINE.has(name.toLowerCase()) ? "" : "\n";
  });
  return { text: decodeEntities(text), attributes, hidden };
}

/** `&eacute;`, `&#233;` and `&#xe9;` as the letters they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);/gi, (entity) => unescapeAll(entity));
}

/** What mammoth read of one paragraph: cut, searched for pictures, or found empty. For paper-blocks.ts and its tables. */
import type { ParagraphRead } from "../structure.ts";
import { type Element, isElement, type Node } from "../xml.ts";

/** The nodes without the first `count` characters of their words. */
export function withoutStart(nodes: readonly Node[], count: number): readonly Node[] {
  let left = count;
  const cut = (each: Node): Node[] => {
    if (left === 0) return [each];
    if (!isElement(each)) {
      const kept = each.slice(left);
      left = Math.max(0, left - each.length);
      return kept === "" ? [] : [kept];
    }
    // A note's number is no part of the words.
    if (isNote(each)) return [each];
    if (each.name === "br") {
      left -= 1;
      return [];
    }
    return [{ ...each, children: each.children.flatMap(cut) }];
  };
  return nodes.flatMap(cut);
}

function isNote({ name, attributes }: Element): boolean {
  return name === "a" && /^#footnote-\d+$/.test(attributes.href ?? "");
}

export function isPicture(node: Node): boolean {
  return isElement(node) && (node.name === "img" || node.children.some(isPicture));
}

/** Whether there is neither a word nor a picture. */
export function isEmpty({ inline }: Pick<ParagraphRead, "inline">): boolean {
  return inline.every((node) =>
    isElement(node) ? isEmpty({ inline: node.children }) && node.name !== "img" : node.trim() === "",
  );
}

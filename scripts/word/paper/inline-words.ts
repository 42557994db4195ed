/** The words of one paragraph as Markdown: emphasis, links, notes, pictures, raised figures. Called by paper-blocks.ts. */
import type { Node } from "../xml.ts";
import { isElement, wordsOf } from "../xml.ts";
import { escaped, escapedAddress } from "./text-escapes.ts";

/** What the writing of one paper needs to know, and gathers on the way. */
export interface InlineContext {
  /** The picture of that number: the file it is written to, and its alternative text. */
  readonly picture: (number: number) => { readonly file: string; readonly alternative: string };
  /** The address of a link; null for one that is left out, with its words kept. */
  readonly link: (href: string) => string | null;
  /** Told of what is written otherwise than it looked. */
  readonly note: (what: string) => void;
  /** Whether the words stand in a cell of a table, which a line of their own would end. */
  readonly inCell: boolean;
  /** Whether they stand in a link, where a bracket of their own would end it. */
  readonly inLink?: boolean;
}

const RAISED: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
};
const LOWERED: Readonly<Record<string, string>> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
  "+": "₊",
  "-": "₋",
};
const ORDINAL = /^(st|nd|rd|th)$/i;
const PICTURE = /\ue000(\d+)\ue001/;

/** `nodes` as Markdown, without what must be escaped at a line's beginning. */
export function inlineMarkdown(nodes: readonly Node[], context: InlineContext, hasEmphasis = true): string {
  const written = nodes.map((node): string => {
    if (!isElement(node)) {
      const words = escaped(node.replace(/\t/g, " "), context.inCell);
      return context.inLink ? bracketed(words) : words;
    }
    const inside = () => inlineMarkdown(node.children, context, hasEmphasis);
    if (node.name === "strong") return hasEmphasis ? emphasised(inside(), "**") : inside();
    if (node.name === "em") return hasEmphasis ? emphasised(inside(), "*") : inside();
    if (node.name === "br") return "\\\n";
    if (node.name === "sup") return raised(node.children, inside, context);
    if (node.name === "sub") return lowered(node.children, inside, context);
    if (node.name === "img") {
      const number = Number(PICTURE.exec(node.attributes.alt ?? "")?.[1]);
      const { file, alternative } = context.picture(number);
      return `![${bracketed(escaped(alternative.replace(/\s+/g, " "), context.inCell))}](${file})`;
    }
    if (node.name === "a")
      return linked(
        node.attributes.href ?? "",
        inlineMarkdown(node.children, { ...context, inLink: true }, hasEmphasis),
        context,
      );
    throw new Error(`mammoth wrote an element that was not asked for: ${node.name}`);
  });
  return written.map((words, at) => beside(written[at - 1] ?? "", words, written[at + 1] ?? "")).join("");
}

/** Words whose first or last sign would make something else of what stands beside it: a link, a picture, a note or HTML. */
function beside(before: string, words: string, after: string): string {
  const safe = before.endsWith("]") ? words.replace(/^[({]/, "\\$&") : words;
  if (/^[a-z/!?]/i.test(after)) return safe.replace(/<$/, "&lt;");
  return after.startsWith("[") ? safe.replace(/(?<!\\)((?:\\\\)*)([!^])$/, "$1\\$2") : safe;
}

/** Signs around words, with the spaces at their ends outside, as Markdown wants them. */
function emphasised(words: string, signs: string): string {
  const { before, inner, after } = parted(words);
  return inner === "" ? words : `${before}${signs}${inner}${signs}${after}`;
}

/** Words without the spaces and line breaks at their ends. Counted off, since a pattern would try each space of a long row. */
function parted(words: string): { before: string; inner: string; after: string } {
  const isGap = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);
  let start = 0;
  while (isGap(words[start]) || (words[start] === "\\" && words[start + 1] === "\n")) start += 1;
  let end = words.length;
  while (end > start && isGap(words[end - 1])) end -= words[end - 1] === "\n" && words[end - 2] === "\\" ? 2 : 1;
  end = Math.max(start, end);
  return { before: words.slice(0, start), inner: words.slice(start, end), after: words.slice(end) };
}

function linked(href: string, words: string, context: InlineContext): string {
  const note = /^#footnote-(\d+)$/.exec(href);
  if (note) return `[^${note[1]}]`;
  const address = words.trim() === "" ? null : context.link(href);
  if (address === null) return words;
  const { before, inner, after } = parted(words);
  if (inner === "") return words;
  return `${before}[${inner}](${escapedAddress(address)})${after}`;
}

/** Words with each bracket escaped, since one alone would end the link or the picture that they stand in. */
function bracketed(words: string): string {
  return words.replace(/\\[\s\S]|[[\]]/g, (sign) => (sign.length === 1 ? `\\${sign}` : sign));
}

function raised(nodes: readonly Node[], inside: () => string, context: InlineContext): string {
  // A note's number is raised by itself.
  if (nodes.some((node) => isElement(node) && /^#footnote-\d+$/.test(node.attributes.href ?? ""))) return inside();
  if (ORDINAL.test(wordsIn(nodes).trim())) return inside();
  return shifted(nodes, RAISED, inside, (words) => context.note(`"${words}" stood raised, and is set as plain text.`));
}

function lowered(nodes: readonly Node[], inside: () => string, context: InlineContext): string {
  return shifted(nodes, LOWERED, inside, (words) =>
    context.note(`"${words}" stood lowered, and is set as plain text.`),
  );
}

function wordsIn(nodes: readonly Node[]): string {
  return nodes.map((node) => (isElement(node) ? wordsOf(node) : node)).join("");
}

/** Letters that have a raised or lowered form of their own as that; all others as they are, which is told. */
function shifted(
  nodes: readonly Node[],
  letters: Readonly<Record<string, string>>,
  inside: () => string,
  tell: (words: string) => void,
): string {
  const words = wordsIn(nodes);
  const isPlain = nodes.every((node) => !isElement(node) || node.name === "br");
  if (isPlain && [...words.replace(/\s/g, "")].every((each) => Object.hasOwn(letters, each)))
    return nodes
      .map((node) => (isElement(node) ? "\\\n" : [...node].map((each) => letters[each] ?? each).join("")))
      .join("");
  tell(words);
  return inside();
}

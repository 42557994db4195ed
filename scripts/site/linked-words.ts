/** A sentence some of whose words lead somewhere, as plain data: for templates, which link them on the web and not in a pack. */

export interface LinkedWord {
  readonly text: string;
  readonly href: string | null;
  /** What the link says besides to who hears it alone: ` of the report`. */
  readonly aside?: string;
}
export type LinkedWords = readonly LinkedWord[];

/** Joins words and linked words to one sentence; words that are null are left out. */
export function sentenceOf(...parts: readonly (string | LinkedWord | LinkedWords | null)[]): LinkedWords {
  return parts.flatMap((part): LinkedWords => {
    if (part === null || part === "") return [];
    if (typeof part === "string") return [{ text: part, href: null }];
    return "text" in part ? [part] : part;
  });
}

/** `a, b and c`, each with its link. */
export function listedLinks(all: LinkedWords, last: "and" | "or" = "and"): LinkedWords {
  return all.flatMap((each, index) => {
    if (index === 0) return [each];
    return [{ text: index === all.length - 1 ? ` ${last} ` : ", ", href: null }, each];
  });
}

/** What an officer wrote, as a sentence: with a full stop unless it ends in one, or in a mark of its own. */
export function closed(words: string): string {
  const text = words.trim();
  return text === "" || /[.?!…]["'”’)]?$/.test(text) ? text : `${text}.`;
}

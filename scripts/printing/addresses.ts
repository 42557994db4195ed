/**
 * Addresses that stand only in what is printed, for a link to say more than a link can: they lead nowhere, and none is
 * left in a pack. `.invalid` belongs to nobody (RFC 2606).
 */
export const PART_ADDRESS = {
  /** The language of the words inside: `https://language.invalid/cy`. */
  language: "https://language.invalid/",
  /** A list item's label, as `(a)`. */
  label: "https://label.invalid/",
  /** A page of the council's site, which may be a place in the pack: `https://site.invalid/meetings/...#p4-7`. */
  site: "https://site.invalid/",
  /** A part of the pack and a place in it: `https://pack.invalid/budget#top`. */
  part: "https://pack.invalid/",
} as const;

/** The site of a tiny council, for tests of pages: the good one, or the same with something changed. Drafts included. */
import { draftCouncil } from "../access/admit-drafts.ts";
import { loadCouncil } from "../load/council.ts";
import { Site } from "../site/site.ts";
import { councilWith, type Edit, GOOD_COUNCIL } from "./councils.ts";

/** The site of the council in `root`, on the council's own day or on `now`. Charts and the like are left empty. */
export function siteOf(root: string = GOOD_COUNCIL, now?: string): Site {
  const { council } = loadCouncil(root, { drafts: true, now });
  if (!council) throw new Error("The council cannot be read");
  return new Site(draftCouncil(council), () => "");
}

/** What `look` sees of the good council with `edits` made, on `now`. */
export function seenWith<Result>(look: (site: Site) => Result, edits: readonly Edit[], now?: string): Result {
  const { root, remove } = councilWith(...edits);
  try {
    return look(siteOf(root, now));
  } finally {
    remove();
  }
}

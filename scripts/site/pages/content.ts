/** The council's own pages: about, the accessibility statement, and whatever else it wants to say. */
import { address } from "../addresses.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";

export const content: CouncilPages = {
  per: "council",
  template: "content",
  parts: ({ council }) => council.pages.map(({ id }) => id),
  pages: (site, part) =>
    site.council.pages
      .filter(({ id }) => id === part)
      .map((found) => ({
        url: address.page(found.id),
        title: found.value.title,
        description: found.value.summary ?? found.value.title,
        above: [],
        summary: found.value.summary ?? null,
        reviewed: found.value.reviewed ?? null,
        html: proseHtml(site, found),
      })),
};

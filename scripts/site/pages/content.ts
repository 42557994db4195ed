/** The council's own pages: about, the accessibility statement, and whatever else it wants to say. */
import { address } from "../addresses.ts";
import type { PageKind } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";

export const content: PageKind = {
  template: "content",
  pages: (site) =>
    site.council.pages.map((found) => ({
      url: address.page(found.id),
      title: found.value.title,
      description: found.value.summary ?? found.value.title,
      above: [],
      summary: found.value.summary ?? null,
      reviewed: found.value.reviewed ?? null,
      html: proseHtml(site, found),
    })),
};

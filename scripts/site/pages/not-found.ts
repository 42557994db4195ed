/** The page a server shows where there is none. */
import type { CouncilPages } from "../page-kind.ts";

export const notFound: CouncilPages = {
  per: "council",
  parts: () => [""],
  template: "404",
  pages: (site) => [
    {
      url: "/404.html",
      title: "There is no page at this address",
      description: "There is no page at this address.",
      above: [],
      contact: { phone: site.council.settings.phone, email: site.council.settings.email },
    },
  ],
};

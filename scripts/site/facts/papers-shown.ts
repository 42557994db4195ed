/** Which papers the audience may know of, meeting by meeting: what cites any other is left out of plans and inspections. */
import { publicPaperNames } from "../../access/admit.ts";
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Shared } from "../../asking/around.ts";
import type { Site } from "../site.ts";

export const papersShown: Fact<PublicMeeting, readonly string[]> = { name: "papers-shown", of: publicPaperNames };

/** Whether a reference leads to a paper that is shown; of no reference it says yes. */
export const isShown: Shared<Site, (reference: string | undefined) => boolean> = {
  name: "is-shown",
  make: (site) => {
    const shown = new Set(
      site.every(papersShown).flatMap(({ meeting, value }) => value.map((paper) => `${meeting}/${paper}`)),
    );
    return (reference) => reference === undefined || shown.has(reference.split("#")[0] ?? "");
  },
};

/** A key decision that cannot wait five days, agreed to be urgent. One of clocks.ts. */
import type { ForwardPlanEntry } from "../../model/forward-plan.ts";
import { type Clock, dutyOf, itemPlace } from "./clock.ts";

/**
 * The chair of the scrutiny committee agrees; where there is none or they cannot act, the council's chair; failing both,
 * its vice-chair. Whoever but the first agrees, the entry says why; and the notice is public before the decision.
 */
export const specialUrgency: Clock = {
  id: "special-urgency",
  title: "Special urgency for a key decision, if it is needed",
  source: () => "SI 2012/2089 reg 11",
  lastDay: () => null,
  duties: (meeting) =>
    meeting.items.flatMap((item) => {
      const agreed = item.notices.filter(({ entry }) => entry.specialUrgency);
      const notice = agreed.find(({ entry }) => isGood(entry.specialUrgency)) ?? agreed.at(-1);
      const agreement = notice?.entry.specialUrgency;
      if (!item.keyDecision || !notice || !agreement) return [];
      const isFlawed = !isGood(agreement);
      return [
        dutyOf(specialUrgency, meeting, {
          severity: "explain",
          what: isFlawed
            ? `The agreement of the ${agreement.agreedBy} for item ${item.number}`
            : `The notice of special urgency for item ${item.number}`,
          items: [item.id],
          wanted: null,
          counting: "calendar",
          lastDay: meeting.date,
          done: notice.issuedAt,
          isFlawed,
          mend: isFlawed
            ? "The chair of scrutiny agrees; only where there is none, or they cannot act, the council's chair, and failing them the vice-chair. Say in `failing:` why it was not the chair of scrutiny, and issue the entry again."
            : "Publish it before the decision is taken; without it the decision cannot be taken.",
          at: itemPlace(item, "keyDecision"),
        }),
      ];
    }),
};

function isGood(agreement: ForwardPlanEntry["specialUrgency"]): boolean {
  return agreement !== undefined && (agreement.agreedBy === "chair of scrutiny" || agreement.failing !== undefined);
}

/** A key decision that cannot wait five days, agreed to be urgent. One of clocks.ts. */
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
      const notice = item.notices.find(({ entry }) => entry.specialUrgency);
      const agreement = notice?.entry.specialUrgency;
      if (!item.keyDecision || !notice || !agreement) return [];
      const isFailing = agreement.agreedBy !== "chair of scrutiny" && !agreement.failing;
      return [
        dutyOf(specialUrgency, meeting, {
          severity: "explain",
          what: isFailing
            ? `The agreement of the ${agreement.agreedBy} for item ${item.number}`
            : `The notice of special urgency for item ${item.number}`,
          items: [item.id],
          wanted: null,
          counting: "calendar",
          lastDay: meeting.date,
          // An agreement by the wrong person is no agreement, whenever it was published.
          done: isFailing ? "9999-12-31T00:00" : notice.issuedAt,
          because: null,
          mend: isFailing
            ? "The chair of scrutiny agrees; only where there is none, or they cannot act, the council's chair, and failing them the vice-chair. Say in `failing:` why it was not the chair of scrutiny, and issue the entry again."
            : "Publish it before the decision is taken; without it the decision cannot be taken.",
          at: itemPlace(item, "keyDecision"),
        }),
      ];
    }),
};

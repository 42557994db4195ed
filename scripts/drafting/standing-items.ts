/** The items that every agenda of a committee begins and ends with. For new-agenda.ts. */

import { dayOf, formatDate } from "../model/civil.ts";
import type { Committee, StandingItem } from "../model/committee.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { toBeFilledIn } from "../model/unfilled.ts";
import type { DraftItem } from "./draft-item.ts";
import { minutesToApprove } from "./minutes-to-approve.ts";

const usual = (id: string, title: string): StandingItem => ({ id, title, for: "formal business", last: false });
const APOLOGIES = usual("apologies", "Apologies for absence");
const DECLARATIONS = usual("declarations", "Declarations of interest");
const MINUTES = usual("minutes", "Minutes of the last meeting");
const PUBLIC_QUESTIONS = usual("public-questions", "Questions from the public");

/** What a committee without `standingItems` begins with: a licensing hearing hears a case and nothing else. */
function usualItems({ regime }: Committee): readonly StandingItem[] {
  return regime === "licensing-hearing"
    ? [APOLOGIES, DECLARATIONS]
    : [APOLOGIES, DECLARATIONS, MINUTES, PUBLIC_QUESTIONS];
}

/** The standing items of `meeting`: those before its own business, and those after. */
export function standingItems(
  council: Council,
  committee: Committee,
  meeting: CouncilMeeting,
): { first: DraftItem[]; last: DraftItem[] } {
  const items = committee.standingItems ?? usualItems(committee);
  const drafted = (isLast: boolean) =>
    items
      .filter(({ last }) => last === isLast)
      .flatMap((item) => (item.id === "minutes" ? minutesItems(council, meeting, item) : [plainItem(item)]));
  return { first: drafted(false), last: drafted(true) };
}

function plainItem({ id, title, text, for: wanted }: StandingItem): DraftItem {
  return { id, title, text, for: wanted === "formal business" ? undefined : wanted };
}

/** The minutes that come to it for approval, an item each; none where all have been approved. */
function minutesItems(council: Council, meeting: CouncilMeeting, item: StandingItem): DraftItem[] {
  const found = minutesToApprove(council, meeting, dayOf(council.now));
  if (found === "not known")
    return [{ ...plainItem(item), text: toBeFilledIn("the meeting whose minutes are to be approved") }];
  return found.map(({ id, living: { value } }, at) => ({
    ...plainItem(item),
    id: at === 0 ? item.id : `${item.id}-of-${id}`,
    title: `Minutes of ${formatDate(value.date)}`,
    text: item.text ?? "To approve the minutes as a correct record.",
    minutesOf: id,
  }));
}

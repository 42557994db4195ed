/** A new agenda.md: standing items, what is due at the meeting, and its notice as far as the facts are known. For new-draft.ts. */
import { openedUnder } from "../law/regimes.ts";
import { agenda } from "../model/agenda.ts";
import { formatLongDate, formatTime } from "../model/civil.ts";
import type { Committee } from "../model/committee.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import type { Meeting } from "../model/meeting.ts";
import { toBeFilledIn } from "../model/unfilled.ts";
import { followUpItems, forwardPlanItems } from "./business-due.ts";
import { type DraftItem, withOwnIds } from "./draft-item.ts";
import { type DraftFile, oneLine } from "./draft-text.ts";
import { standingItems } from "./standing-items.ts";

/** The agenda of `meeting`, which `council` holds, with everything that is known to belong on it. */
export function newAgenda(council: Council, meeting: CouncilMeeting, committee: Committee): DraftFile {
  const standing = standingItems(council, committee, meeting);
  const { open, inPrivate } = forwardPlanItems(council, committee, meeting.id);
  const items = withOwnIds([
    ...standing.first,
    ...followUpItems(council, meeting.id),
    ...open,
    ...standing.last,
    ...(inPrivate.length > 0 ? [EXCLUSION, ...inPrivate] : []),
  ]).map((item, index): DraftItem & { number: string } => ({ ...item, number: String(index + 1) }));
  const withheld = items.filter((item) => item.withheld);
  const fields = {
    access: "public",
    summary: toBeFilledIn("what is to be decided, in one or two sentences for a resident"),
    notice: noticeText(
      committee,
      meeting.living.value,
      withheld.map(({ number }) => number),
    ),
    items: items.map((item) => inOrder(item.excludesPublicFor ? exclusionOf(item, withheld) : item)),
  };
  return { file: `${meeting.folder}/agenda.md`, schema: agenda, fields };
}

const EXCLUSION: DraftItem = {
  id: "exclusion",
  title: "Exclusion of the public",
  for: "decision",
  excludesPublicFor: [],
};

function exclusionOf(item: DraftItem & { number: string }, withheld: readonly (DraftItem & { number: string })[]) {
  const paragraph = toBeFilledIn("the number of the paragraph");
  return {
    ...item,
    text: `To resolve that the public be excluded from the meeting during ${itemsWords(withheld.map(({ number }) => number))}, since exempt information, as defined in paragraph ${paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972, is likely to be disclosed, and the public interest in maintaining the exemption outweighs that in disclosing it.`,
    excludesPublicFor: withheld.map(({ id }) => id),
  };
}

/** Fields in the order that docs/content.md has them. */
function inOrder(item: DraftItem & { number: string }) {
  const { id, number, title, text, for: wanted, keyDecision, forwardPlan, ...rest } = item;
  return {
    id,
    number,
    title,
    text,
    for: wanted,
    keyDecision,
    forwardPlan: forwardPlan === id ? undefined : forwardPlan,
    ...rest,
  };
}

/** The notice: what sort of meeting, when and where. A council's is a summons, which somebody signs on a day. */
export function noticeText(committee: Committee, meeting: Meeting, inPrivate: readonly string[]): string {
  const where = placeWords(meeting.place);
  const what = `${oneLine(committee.name)}, at ${formatTime(meeting.time)} on ${formatLongDate(meeting.date)}, ${where}`;
  const opened = openedUnder(committee);
  const isSummons = committee.regime === "council";
  return [
    isSummons
      ? `You are summoned to this meeting: ${what}, to transact the business set out below.`
      : `Notice is given of this meeting: ${what}.`,
    ...(opened === "none" ? [] : ["It is open to the public."]),
    ...(inPrivate.length > 0
      ? [
          `${capital(itemsWords(inPrivate))} ${inPrivate.length > 1 ? "are" : "is"} likely to be taken in private, for the reason given there.`,
        ]
      : []),
    ...(isSummons ? [toBeFilledIn("the day of the summons, and who signs it")] : []),
  ].join(" ");
}

/** `Council Chamber, Guildhall, Bridge Street`: a building that ends the room and begins the address is said once. */
function placeWords({ name, address }: Meeting["place"]): string {
  const [room, street] = [oneLine(name), oneLine(address ?? "")];
  if (street === "") return room;
  const building = street.split(",")[0] ?? "";
  return room.endsWith(building) ? `${room}${street.slice(building.length)}` : `${room}, ${street}`;
}

function itemsWords(numbers: readonly string[]): string {
  return numbers.length === 1 ? `item ${numbers[0]}` : `items ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

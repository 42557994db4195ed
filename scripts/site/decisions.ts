/** What a meeting decided on an item, beside what was recommended, with every difference in words. For pages and packs. */
import type { PublicMeeting } from "../access/public-council.ts";
import { formatDate } from "../model/civil.ts";
import type { MinuteItem, Resolution } from "../model/minutes.ts";
import { address } from "./addresses.ts";
import { type CountedLimb, limbsCounted } from "./limbs.ts";
import { closed, type LinkedWord, type LinkedWords, listedLinks, sentenceOf } from "./linked-words.ts";
import { bodyName } from "./meeting-words.ts";
import { moversOf, moverWords } from "./movers.ts";
import { type VoteView, votesOn, voteView } from "./recorded-votes.ts";
import type { Site } from "./site.ts";
import { type Run, runsOf } from "./version-changes.ts";

export interface DecisionView {
  readonly committee: string;
  readonly date: string;
  readonly item: string;
  readonly minute: string;
  readonly href: string;
  /** Of late business: why the chair thought it urgent. */
  readonly urgency: string | null;
  readonly summary: string | null;
  readonly resolutions: readonly ResolutionView[];
  /** What was recommended and not resolved, each in words. */
  readonly notCarried: readonly LinkedWords[];
  /** The limbs of which the minutes say nothing, in a sentence. */
  readonly unanswered: LinkedWords | null;
  readonly moved: string | null;
  readonly vote: VoteView | null;
  readonly amendments: readonly { text: string; words: string; vote: VoteView | null }[];
}

export interface ResolutionView {
  readonly letter: string;
  readonly anchor: string;
  readonly text: string;
  /** How it came about and how it differs from what was recommended. */
  readonly note: LinkedWords;
  /** Of one that was changed: both texts, cut where their words differ. */
  readonly compared: { readonly before: readonly Run[]; readonly after: readonly Run[] } | null;
  readonly takesEffect: string | null;
  readonly vote: VoteView | null;
}

/** What became of an item, or null where the minutes have nothing of it. */
export function decisionOn(site: Site, meeting: PublicMeeting, item: string): DecisionView | null {
  const found = meeting.minutes?.value.items.find((each) => each.item === item);
  return found ? decisionView(site, meeting, found) : null;
}

export function decisionView(site: Site, meeting: PublicMeeting, item: MinuteItem): DecisionView {
  const name = site.namesIn(meeting.minutes);
  const limbs = limbsCounted(meeting, item.item);
  const votes = votesOn(meeting, item);
  const voteAt = (place: string): VoteView | null => {
    const found = votes.find(({ anchor }) => anchor === `v${item.minute.toLowerCase()}${place}`);
    return found ? voteView(site, found) : null;
  };
  return {
    committee: bodyName(meeting),
    date: meeting.living.value.date,
    item: item.item,
    minute: item.minute,
    href: address.minute(meeting.id, item.minute),
    urgency: item.urgency ?? null,
    summary: item.decision ?? null,
    resolutions: item.resolutions.map((resolution) => ({
      letter: resolution.letter,
      anchor: address.resolution(meeting.id, item.minute, resolution.letter).split("#")[1] ?? "",
      text: resolution.text,
      note: changeWords(name, item, resolution, limbs),
      compared: compared(resolution, limbs),
      takesEffect: effectWords(site, meeting, resolution.effective),
      vote: voteAt(`-${resolution.letter}`),
    })),
    notCarried: item.notCarried.map((each) => notCarriedWords(each, limbs)),
    unanswered: unansweredWords(item, limbs),
    moved: item.movedBy && !isSaidOfEach(item) ? `${moverWords(name, "Moved", item)}.` : null,
    vote: voteAt(""),
    amendments: item.amendments.map((amendment, index) => ({
      text: amendment.text,
      words: `${moverWords(name, "Moved", amendment)}; ${amendment.result}.`,
      vote: voteAt(`-amendment-${index + 1}`),
    })),
  };
}

/** Whether something was resolved, rejected or voted on, or should have been; the rest is settled in a sentence or not at all. */
export function wasPut({ resolutions, amendments, notCarried, unanswered, vote }: DecisionView): boolean {
  return [resolutions, amendments, notCarried].some(({ length }) => length > 0) || unanswered !== null || vote !== null;
}

/** When a resolution takes, or took, effect. Only an executive decision can be called in. */
function effectWords(site: Site, meeting: PublicMeeting, day: string | undefined): string | null {
  if (!day) return null;
  if (site.hasCome(day)) return `Took effect on ${formatDate(day)}.`;
  return `Takes effect on ${formatDate(day)}${meeting.committee.regime === "executive" ? " unless called in" : ""}.`;
}

/** The same of an item by itself, before it is made ready for a page. */
export function wasPutAt(meeting: PublicMeeting, item: MinuteItem): boolean {
  const { resolutions, amendments, notCarried, vote } = item;
  return (
    [resolutions, amendments, notCarried].some(({ length }) => length > 0) ||
    vote !== undefined ||
    limbsCounted(meeting, item.item).some((_, limb) => isUnanswered(item, limb))
  );
}

type Name = (memberOrWords: string) => string;

/** Whether every resolution says who moved it already, so that the item need not. */
function isSaidOfEach(item: MinuteItem): boolean {
  return (
    item.resolutions.length > 0 &&
    item.resolutions.every((each) => each.change === "on a motion" && moversOf(item, each).movedBy === item.movedBy)
  );
}

function changeWords(name: Name, item: MinuteItem, resolution: Resolution, limbs: readonly CountedLimb[]): LinkedWords {
  const { change, difference } = resolution;
  const answered = listedLinks(answeredBy(resolution, limbs).map(limbLink));
  const movers = change === "on a motion" ? moversOf(item, resolution) : resolution;
  const words = moverWords(name, "moved", movers);
  const moved = words && `, ${words}`;
  const apart = moved && ` ${moverWords(name, "Moved", movers)}.`;
  switch (change) {
    case "as recommended":
      return sentenceOf("As recommended", ...(answered.length > 0 ? [" in ", answered] : []), `.${apart}`);
    case "amended":
      return answered.length > 0
        ? sentenceOf("Changed from what ", answered, ` recommended. ${closed(difference ?? "")}${apart}`)
        : sentenceOf(`Changed at the meeting. ${closed(difference ?? "")}${apart}`);
    case "added":
      return sentenceOf(`Added at the meeting${moved}.`);
    case "on a motion":
      return sentenceOf(`On a motion${moved}.`);
  }
}

/** The two texts of a resolution that was changed, so that the words which differ can be told from the rest. */
function compared(resolution: Resolution, limbs: readonly CountedLimb[]): ResolutionView["compared"] {
  const words = answeredBy(resolution, limbs).map((limb) => limb.words);
  if (resolution.change !== "amended" || words.length === 0 || words.includes(null)) return null;
  const recommended = words.map((each) => `T${each?.slice(1)}.`).join(" ");
  const { before, after } = runsOf(recommended, resolution.text);
  // Two texts with no word in common have nothing to mark.
  const plain = (text: string) => [{ text, isChanged: false }];
  const differ = [...before, ...after].every(({ isChanged }) => isChanged);
  return differ ? { before: plain(recommended), after: plain(resolution.text) } : { before, after };
}

function answeredBy({ answers }: Resolution, limbs: readonly CountedLimb[]): CountedLimb[] {
  return answers.flatMap((limb) => limbs[Number(limb) - 1] ?? []);
}

function limbLink({ name, href }: CountedLimb): LinkedWord {
  return { text: name, href, ...(name.endsWith(")") ? { aside: " of the report" } : {}) };
}

/** What became of a limb that was not resolved, as it stands in a sentence about it. */
export const OUTCOMES: Readonly<Record<MinuteItem["notCarried"][number]["outcome"], string>> = {
  rejected: "rejected",
  withdrawn: "withdrawn",
  deferred: "deferred",
  "not put": "not put to the vote",
};

function notCarriedWords(
  { limb, outcome, because }: MinuteItem["notCarried"][number],
  limbs: readonly CountedLimb[],
): LinkedWords {
  const found = limbs[Number(limb) - 1];
  const reason = because ? ` ${closed(because)}` : "";
  return sentenceOf(
    "Not carried over: ",
    found ? limbLink(found) : `limb ${limb}`,
    found?.words ? `, recommended ${found.words}, ${OUTCOMES[outcome]}.${reason}` : `, ${OUTCOMES[outcome]}.${reason}`,
  );
}

/** The limbs that no resolution answers and nothing is said of. */
export function isUnanswered(item: MinuteItem, limb: number): boolean {
  const number = String(limb + 1);
  return ![...item.resolutions.flatMap(({ answers }) => answers), ...item.notCarried.map((each) => each.limb)].includes(
    number,
  );
}

function unansweredWords(item: MinuteItem, limbs: readonly CountedLimb[]): LinkedWords | null {
  const left = limbs.filter((_, index) => isUnanswered(item, index));
  if (left.length === 0) return null;
  return sentenceOf("Nothing in the minutes says what became of ", listedLinks(left.map(limbLink), "or"), ".");
}

/** What a report recommends, limb by limb, and on its page what became of each. For pages and packs. */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import type { MinuteItem, Resolution } from "../model/minutes.ts";
import { upperFirst } from "../templating/filters.ts";
import { address } from "./addresses.ts";
import { isUnanswered, OUTCOMES } from "./decisions.ts";
import { limbLetter, limbsCounted } from "./limbs.ts";
import { closed, type LinkedWord, type LinkedWords, listedLinks, sentenceOf } from "./linked-words.ts";

export interface RecommendationView {
  /** The report's own words, where it has some; they stand in place of the limbs. */
  readonly text: string | null;
  readonly that: string;
  readonly limbs: readonly {
    readonly letter: string;
    readonly anchor: string;
    readonly text: string;
    readonly outcome: Outcome | null;
  }[];
}

/** What became of a limb, in words, and why where the minutes say so. */
interface Outcome {
  readonly words: LinkedWords;
  readonly because: string | null;
}

/** What a report recommends, lettered through the report, before anybody decided on it. */
export function recommendationsOf(paper: PublicPaper): RecommendationView[] {
  return recommended(paper, () => null);
}

/** The same with what the meeting's public minutes say became of each limb. */
export function recommendationsDecided(meeting: PublicMeeting, paper: PublicPaper): RecommendationView[] {
  const { minutes } = meeting;
  if (!minutes) return recommendationsOf(paper);
  const counted = limbsCounted(meeting, paper.value.agendaItem);
  const item = minutes.value.items.find((each) => each.item === paper.value.agendaItem);
  return recommended(paper, (at) => {
    const limb = counted.findIndex(
      (each) => each.paper?.id === paper.id && each.paper.version === paper.version && each.at === at,
    );
    // A version that the meeting did not have, or a report released after it, was answered by nobody.
    if (limb < 0) return null;
    if (!item || isUnanswered(item, limb))
      return { words: sentenceOf("Nothing in the minutes says what became of it."), because: null };
    return outcomeOf(meeting, item, String(limb + 1));
  });
}

function recommended(paper: PublicPaper, outcome: (at: number) => Outcome | null): RecommendationView[] {
  let count = 0;
  return paper.value.recommendations.map(({ text, that, limbs }) => ({
    text: text ?? null,
    that,
    limbs: limbs.map(({ verb, object }) => {
      const at = count++;
      const letter = limbLetter(at);
      return { letter, anchor: `rec-${letter}`, text: `${verb} ${object}`, outcome: outcome(at) };
    }),
  }));
}

const RESOLVED: Readonly<Record<Resolution["change"], string>> = {
  "as recommended": "Resolved as recommended",
  amended: "Resolved with changes",
  added: "Resolved with what was added at the meeting",
  "on a motion": "Resolved on a motion",
};

/** `Resolved as recommended: resolution (a), minute 34.` The limb is counted from 1, as minutes count it. */
function outcomeOf(meeting: PublicMeeting, item: MinuteItem, limb: string): Outcome {
  const resolved = item.resolutions.filter(({ answers }) => answers.includes(limb));
  const notCarried = item.notCarried.filter((each) => each.limb === limb);
  const minute = { text: `minute ${item.minute}`, href: address.minute(meeting.id, item.minute) };
  const sentences = [
    ...[...Map.groupBy(resolved, ({ change }) => change)].map(([change, found]) =>
      sentenceOf(`${RESOLVED[change]}: `, listedLinks(found.map((each) => resolutionLink(meeting, item, each))), "."),
    ),
    ...notCarried.map(({ outcome }) => sentenceOf(`${upperFirst(OUTCOMES[outcome])}, `, minute, ".")),
  ];
  return {
    words: sentences.flatMap((each, index) => (index > 0 ? sentenceOf(" ", each) : each)),
    because: notCarried.flatMap(({ because }) => (because ? closed(because) : [])).join(" ") || null,
  };
}

function resolutionLink(meeting: PublicMeeting, { minute }: MinuteItem, { letter }: Resolution): LinkedWord {
  return {
    text: `resolution (${letter}), minute ${minute}`,
    href: address.resolution(meeting.id, minute, letter),
  };
}

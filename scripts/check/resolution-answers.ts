/** A resolution says which limbs it answers, where it came of a recommendation; and says what they said, where it took them as they were. */
import type { Papers } from "../model/council.ts";
import type { MinuteItem, Resolution } from "../model/minutes.ts";
import type { Severity } from "../model/problem.ts";
import { limbsOf } from "../model/recommendations.ts";
import { contentWords } from "./content-words.ts";
import { limbsOfItem } from "./recommended-limbs.ts";
import { problemAt, type Rule } from "./rule.ts";

export const resolutionAnswers: Rule = {
  names: ["resolution-answers", "resolution-differs"],
  ofMeeting(_around, { drafts }) {
    const minutes = drafts?.minutes;
    if (!minutes) return [];
    return minutes.value.items.flatMap((item, index) =>
      item.resolutions.flatMap((resolution, at) =>
        faultsOf(drafts, item, resolution).map((fault) =>
          problemAt(minutes, ["items", index, "resolutions", at], ...fault),
        ),
      ),
    );
  },
};

type Fault = [rule: string, severity: Severity, message: string, mend: string];

function faultsOf(drafts: Papers, item: MinuteItem, resolution: Resolution): Fault[] {
  const { letter, change, answers, text } = resolution;
  const limbs = limbsOfItem(drafts, item.item);
  const isOwn = change === "added" || change === "on a motion";
  if (isOwn && answers.length > 0)
    return [
      [
        "resolution-answers",
        "duty",
        `Resolution (${letter}) of minute ${item.minute} is said to be ${change === "added" ? "added at the meeting" : "on a motion"}, and to answer limb ${answers.join(", ")} of the recommendation.`,
        "Say `change: as recommended` or `amended`; or take `answers` out.",
      ],
    ];
  if (!isOwn && answers.length === 0 && (limbs.length > 0 || recommendsNothing(drafts, item.item)))
    return [
      [
        "resolution-answers",
        "duty",
        `Resolution (${letter}) of minute ${item.minute} ${limbs.length > 0 ? "does not say which limb of the recommendation it answers" : `is said to be ${change}, and the item's reports recommend nothing`}.`,
        limbs.length > 0
          ? "Add `answers:` with the limb's number, or say `change: added`."
          : "Say `change: added` or `on a motion`; or give the report its `recommendations`.",
      ],
    ];
  if (change !== "as recommended") return [];
  const said = contentWords(text);
  const missing = limbs
    .filter(({ name }) => answers.includes(name))
    .flatMap(({ limb }) => contentWords(limb.object.replace(REFERENCE, " ")))
    .filter((word, index, all) => all.indexOf(word) === index && !said.some((each) => isSameWord(each, word)));
  if (missing.length === 0) return [];
  return [
    [
      "resolution-differs",
      "warning",
      `Resolution (${letter}) of minute ${item.minute} is said to be as recommended, and does not have these words of the recommendation: ${missing.join(", ")}.`,
      "If it differs, say `change: amended` and give the `difference` in words; if not, give it in the words that were put to the meeting.",
    ],
  ];
}

/** Where in the papers the thing stands, which a resolution may leave out and still be the same. */
const REFERENCE = /\b(appendix|annex|table|section|paragraph|part)\s+([a-z]|[a-z]?[\d.]+)\b/gi;

/** Whether the item has reports, all of them to be read here, and none asks the meeting for anything. */
function recommendsNothing({ agenda, reports }: Papers, number: string): boolean {
  const papers = agenda?.value.items.find((each) => each.number === number)?.papers ?? [];
  const found = reports.filter(({ id }) => papers.includes(id));
  return papers.length > 0 && found.length === papers.length && found.every(({ value }) => limbsOf(value).length === 0);
}

/** The same word, or the same with another ending: `agree` and `agreed`, `plan` and `planned`. Figures have no endings. */
function isSameWord(one: string, other: string): boolean {
  if (/^\d/.test(one) || /^\d/.test(other)) return one === other;
  const [short = "", long = ""] = [stemOf(one), stemOf(other)].sort((a, b) => a.length - b.length);
  return long.startsWith(short) && long.length - short.length <= 2;
}

function stemOf(word: string): string {
  return word.replace(/'s$/, "").replace(/(ings?|ed|es|s|e)$/, "");
}

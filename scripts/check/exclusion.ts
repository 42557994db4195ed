/**
 * The public is excluded by a resolution of its own, before the item, that names the proceedings and the description. For
 * exempt information a meeting may; for confidential information it must. Sources: LGA 1972 s100A(2)-(5); SI 2012/2089
 * reg 4 for an executive.
 */
import { openedUnder } from "../law/regimes.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { CouncilMeeting, Papers } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Problem } from "../model/problem.ts";
import { bodyNamed } from "./bodies.ts";
import { whenIs } from "./days.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export const exclusion: Rule = {
  names: ["exclusion"],
  ofMeeting(around, meeting) {
    if (!meeting.drafts?.agenda?.value.items.some(({ withheld }) => withheld)) return [];
    const body = around.ask(bodyNamed, meeting.living.value.committee);
    const opened = body ? openedUnder(body) : "none";
    // Licensing hearings and boards are not meetings under part VA; what excludes the public there is another law.
    if (opened === "none") return [];
    const source = opened === "executive" ? "SI 2012/2089 reg 4" : "LGA 1972 s100A(2)-(5)";
    return [...inAgenda(meeting.drafts, source), ...inMinutes(around, meeting, meeting.drafts, source)];
  },
};

function inAgenda({ agenda }: Papers, source: string): Problem[] {
  const problems: Problem[] = [];
  const items = agenda?.value.items ?? [];
  items.forEach((item, index) => {
    if (!agenda || !item.withheld) return;
    const at = items.findIndex((each) => each.excludesPublicFor.includes(item.id));
    const wrong = (path: (string | number)[], message: string, mend: string) =>
      problems.push(problemAt(agenda, path, "exclusion", "error", `${message} (${source}).`, mend));
    const found = items[at];
    if (!found)
      wrong(
        ["items", index, "withheld"],
        `Item ${item.number} is not for publication, and no item excludes the public for it`,
        `Put an item before it with the resolution to exclude the public, and \`excludesPublicFor: [${item.id}]\`.`,
      );
    else if (at > index)
      wrong(
        ["items", at, "excludesPublicFor"],
        `The public is excluded after item ${item.number} has been taken`,
        `Put this item before item ${item.number}.`,
      );
    else for (const [message, mend] of wordingFaults(found, item)) wrong(["items", at, "text"], message, mend);
  });
  return problems;
}

/** A resolution names the proceedings, by the item, and the description, by the paragraph. */
function wordingFaults(exclusionItem: AgendaItem, item: AgendaItem): [string, string][] {
  const words = `${exclusionItem.title} ${exclusionItem.text ?? ""}`;
  const faults: [string, string][] = [];
  if (!namesItem(words, item))
    faults.push([
      `The resolution to exclude the public does not say for which proceedings: item ${item.number} is not named`,
      `Say in \`text:\` that the public be excluded during item ${item.number}.`,
    ]);
  if (item.withheld?.category === "exempt" && !namesParagraph(words, item.withheld.paragraph))
    faults.push([
      `The resolution to exclude the public for item ${item.number} does not give the description of what is exempt`,
      `Name paragraph ${item.withheld.paragraph ?? "1 to 7"} of Part 1 of Schedule 12A in \`text:\`.`,
    ]);
  return faults;
}

function inMinutes(
  around: Surroundings,
  { living }: CouncilMeeting,
  { agenda, minutes }: Papers,
  source: string,
): Problem[] {
  const items = agenda?.value.items ?? [];
  if (!minutes || around.ask(whenIs, living.value.date) === "to come") return [];
  return items.flatMap((item) => {
    if (!item.withheld || !minutes.value.items.some((each) => each.item === item.number)) return [];
    const excluding = items.find((each) => each.excludesPublicFor.includes(item.id));
    const fault = excluding ? minuteFault(minutes.value, excluding, item) : null;
    if (!fault) return [];
    const at = minutes.value.items.findIndex((each) => each.item === excluding?.number);
    const [message, mend] = fault;
    return [problemAt(minutes, at < 0 ? [] : ["items", at], "exclusion", "error", `${message} (${source}).`, mend)];
  });
}

/** An exempt item may be taken in public after all, if the minutes say so; a confidential one may not. */
function minuteFault(minutes: Minutes, excluding: AgendaItem, item: AgendaItem): [string, string] | null {
  const found = minutes.items.find((each) => each.item === excluding.number);
  const resolved = found?.resolutions.map(({ text }) => text).join(" ") ?? "";
  if (resolved === "") {
    if (item.withheld?.category === "exempt" && found?.decision) return null;
    return [
      `The minutes have no resolution that excluded the public for item ${item.number}`,
      item.withheld?.category === "confidential"
        ? "Record the resolution: for confidential information the meeting must exclude the public."
        : `Record the resolution; or, if item ${item.number} was taken in public, say so in \`decision:\` of item ${excluding.number}.`,
    ];
  }
  if (item.withheld?.category === "exempt" && !namesParagraph(resolved, item.withheld.paragraph))
    return [
      `The resolution that excluded the public for item ${item.number} does not give the description of what is exempt`,
      `It must name paragraph ${item.withheld.paragraph ?? ""} of Part 1 of Schedule 12A. Minutes record what was resolved: if it was not said at the meeting, ask the Monitoring Officer.`,
    ];
  return null;
}

function namesItem(words: string, item: AgendaItem): boolean {
  return (
    words.includes(item.title) || numbersAfter(words, "items?").includes((item.displayed ?? item.number).toLowerCase())
  );
}

function namesParagraph(words: string, paragraph: string | undefined): boolean {
  return paragraph !== undefined && numbersAfter(words, "paragraphs?").includes(paragraph);
}

/** The numbers that stand right after a word: `items 8, 9 and 10 to 12` names five. */
function numbersAfter(words: string, word: string): string[] {
  const number = "\\d+[a-z]?(?:\\([a-z0-9]+\\))?";
  const lists = words.matchAll(
    new RegExp(`\\b${word}\\s+(${number}(?:\\s*(?:,\\s*and|,|and|or|&|to|-)\\s*${number})*)`, "gi"),
  );
  return [...lists].flatMap(([, list = ""]) => {
    const found = [...list.toLowerCase().matchAll(new RegExp(number, "g"))].map(([each]) => each);
    const ranges = [...list.matchAll(/(\d+)\s*(?:to|-)\s*(\d+)/g)].flatMap(([, from, to]) =>
      Array.from({ length: Math.max(0, Math.min(99, Number(to) - Number(from))) }, (_, step) =>
        String(Number(from) + step),
      ),
    );
    return [...found, ...ranges];
  });
}

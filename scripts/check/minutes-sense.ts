/** Minutes agree with themselves and with the agenda: items, narrative, who was there, and how resolutions came about. */
import type { CouncilMeeting } from "../model/council.ts";
import { capacityOf } from "../model/minutes.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const minutesSense: Rule = {
  names: ["minutes-sense"],
  ofMeeting: (_around, meeting) => checkMinutes(meeting),
};

function checkMinutes({ drafts }: CouncilMeeting): Problem[] {
  const minutes = drafts?.minutes;
  if (!minutes) return [];
  const problems: Problem[] = [];
  const wrong = (path: (string | number)[], message: string, mend: string) =>
    problems.push(problemAt(minutes, path, "minutes-sense", "error", message, mend));
  const numbers = drafts.agenda?.value.items.map((item) => item.number);
  const sections = minutes.outline.blocks.filter((block) => block.kind === "section");

  minutes.value.attendance.forEach((each, index) => {
    const names = [each.member, each.officer, each.guest].filter(Boolean);
    if (names.length !== 1)
      wrong(
        ["attendance", index],
        "An attendance must name one of: a member, an officer, a guest.",
        "Keep one of `member`, `officer` and `guest`.",
      );
    if (capacityOf(each) === "substitute" && !each.insteadOf)
      wrong(
        ["attendance", index],
        "A substitute stands in for somebody.",
        "Add `insteadOf:` with the member's file name.",
      );
    if (capacityOf(each) === "attending under a rule" && !each.rule)
      wrong(["attendance", index], "The rule they attended under is missing.", "Add `rule:`, such as `rule 30`.");
  });
  const present = minutes.value.attendance.map((each) => each.member);
  if (!present.includes(minutes.value.chair))
    wrong(["chair"], "Whoever was in the chair must be listed among those present.", "Add them to `attendance`.");

  minutes.value.items.forEach((item, index) => {
    if (numbers && !numbers.includes(item.item))
      wrong(
        ["items", index, "item"],
        `There is no item ${item.item} on the agenda.`,
        `Use one of its numbers: ${numbers.join(", ")}.`,
      );
    if (!sections.some((section) => section.number === item.minute))
      wrong(
        ["items", index, "minute"],
        `The narrative has no heading numbered ${item.minute}.`,
        `Add a heading such as \`## ${item.minute}. ${drafts.agenda?.value.items.find((each) => each.number === item.item)?.title ?? "Title"}\`.`,
      );
    item.followUps.forEach(({ resolution }, at) => {
      if (resolution && !item.resolutions.some((each) => each.letter === resolution))
        wrong(
          ["items", index, "followUps", at, "resolution"],
          `Minute ${item.minute} has no resolution (${resolution}).`,
          "Give the letter of the resolution that asks for it, or leave it out.",
        );
    });
    item.resolutions.forEach((resolution, at) => {
      const path = ["items", index, "resolutions", at];
      if (resolution.change === "amended" && !resolution.difference)
        wrong(
          path,
          `Resolution (${resolution.letter}) was amended, and must say in words how it differs.`,
          "Add `difference:` with a sentence that can be read alone.",
        );
    });
  });
  for (const section of sections)
    if (section.number && !minutes.value.items.some((item) => item.minute === section.number))
      problems.push({
        rule: "minutes-sense",
        severity: "error",
        file: minutes.file,
        line: section.line,
        column: 1,
        message: `Minute ${section.number} is in the narrative and not in the front matter.`,
        mend: "Add it to `items` with its agenda item.",
      });
  return problems;
}

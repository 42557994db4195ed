import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { councilWith, type Edit, GOOD_COUNCIL, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import { checkCouncil } from "./check.ts";

const [before, after] = ["content/meetings/2025/2025-03-03-panel", "content/meetings/2026/2026-04-06-panel"];
const again = (folder: string, asks = 1): Edit[] =>
  ["meeting.md", "minutes.md"].map((name) => {
    const text = readFileSync(join(GOOD_COUNCIL, MARCH, name), "utf8");
    const followUp = /^ {6}- id: report-june\n(?: {8}.*\n)+/m.exec(text)?.[0] ?? "";
    return { file: `${folder}/${name}`, put: text.replace(followUp, () => followUp.repeat(asks)) };
  });

/** Which follow-ups are said to have a name that another has, and where that is said to be. */
function told(...edits: Edit[]): string[] {
  const { root, remove } = councilWith(...edits);
  const problems = checkCouncil(loadCouncil(root, { drafts: true }));
  remove();
  return problems
    .filter(({ message }) => message.startsWith("The follow-up `"))
    .map(({ file, message }) => `${file}: ${message}`);
}

it("the same follow-up in three meetings is told of the second and the third, each with the one before it", () => {
  expect(told(...again(before), ...again(after))).toEqual([
    `${MARCH}/minutes.md: The follow-up \`report-june\` is already in ${before}/minutes.md.`,
    `${after}/minutes.md: The follow-up \`report-june\` is already in ${MARCH}/minutes.md.`,
  ]);
});

it("the same follow-up twice in one meeting is told of the second, and not of the first", () => {
  const [meeting, minutes] = again(MARCH, 2) as [Edit, Edit];
  expect(told(meeting, minutes)).toEqual([
    `${MARCH}/minutes.md: The follow-up \`report-june\` is already in ${MARCH}/minutes.md.`,
  ]);
});

import { afterEach, describe, expect, it } from "vitest";
import { councilWith, JUNE, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import { checkCouncil } from "./check.ts";

const open: (() => void)[] = [];
afterEach(() => {
  for (const remove of open.splice(0)) remove();
});

function said(folder: string, item: string): string[] {
  const { root, remove } = councilWith({
    file: `${folder}/agenda.md`,
    find: "items:\n",
    put: `items:\n  - { id: roof, number: 9, title: The roof, ${item} }\n`,
  });
  open.push(remove);
  return checkCouncil(loadCouncil(root, { drafts: true }))
    .filter(({ rule }) => rule === "decision-without-paper")
    .map(({ message }) => message);
}

describe("an item for decision without a report", () => {
  it("is told of before the meeting, and not once it is over", () => {
    const words = "Item 9 is for decision, and no report is listed for it, so members decide without one.";
    expect(said(JUNE, "for: decision")).toEqual([words]);
    expect(said(MARCH, "for: decision")).toEqual([]);
  });

  it("is no matter where it is for information, or says why no report is listed", () => {
    for (const item of [
      "for: information",
      "for: decision, toFollow: It comes on Friday.",
      "for: decision, minutesOf: 2026-03-02-panel",
    ])
      expect(said(JUNE, item), item).toEqual([]);
  });
});

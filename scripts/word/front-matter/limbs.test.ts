import { describe, expect, it } from "vitest";
import { readLimbs } from "./limbs.ts";

const lines = (...texts: string[]) => texts.map((text) => ({ label: "", text }));

describe("a recommendation read limb by limb", () => {
  it("is told apart where one sentence asks for two things", () => {
    expect(
      readLimbs(
        lines("That Cabinet notes the findings of the inspection and agrees the planned improvement activity."),
      ),
    ).toEqual({
      that: "Cabinet",
      limbs: [
        { verb: "notes", object: "the findings of the inspection" },
        { verb: "agrees", object: "the planned improvement activity" },
      ],
    });
  });

  it("keeps an `and` that joins two things of one limb", () => {
    expect(readLimbs(lines("That the Panel notes the plan and the letter from inspectors"))?.limbs).toEqual([
      { verb: "notes", object: "the plan and the letter from inspectors" },
    ]);
  });

  it("takes a line for each limb, below a line that says who is asked", () => {
    const limbs = [
      { verb: "notes", object: "the forecast" },
      { verb: "approve", object: "the transfer" },
    ];
    for (const asked of [
      "That Cabinet:",
      "Cabinet is recommended to:",
      "It is recommended that the Cabinet:",
      "The Cabinet is asked to",
    ])
      expect(readLimbs(lines(asked, "notes the forecast; and", "to approve the transfer."))).toEqual({
        that: "Cabinet",
        limbs,
      });
  });

  it("is left to an officer where no verb of a recommendation begins a limb", () => {
    for (const odd of ["See the report.", "That Cabinet", "The report is for information", ""])
      expect(readLimbs(lines(odd))).toBeNull();
    expect(readLimbs(lines("That Cabinet:", "notes the forecast", "see appendix A"))).toBeNull();
    expect(readLimbs([])).toBeNull();
  });

  it("comes to an end, however long its words", { timeout: 60_000 }, () => {
    expect(readLimbs(lines(`That ${"the Cabinet and ".repeat(20_000)}`))).toBeNull();
    expect(readLimbs(lines(`That Cabinet notes ${"a, and b; ".repeat(20_000)}`))?.limbs).toHaveLength(1);
  });
});

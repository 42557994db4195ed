import { describe, expect, it } from "vitest";
import { draftAsked } from "./asked.ts";

describe("what `new` is asked for", () => {
  it("is a meeting by committee and day, a report by meeting and item, or minutes by meeting", () => {
    expect(draftAsked(["meeting", "cabinet", "2026-12-14"], { time: "18:30" })).toEqual({
      kind: "meeting",
      committee: "cabinet",
      date: "2026-12-14",
      time: "18:30",
      place: undefined,
      another: false,
    });
    expect(draftAsked(["report", "2026-12-14-cabinet", "5"], { report: "budget" })).toEqual({
      kind: "report",
      meeting: "2026-12-14-cabinet",
      item: "5",
      report: "budget",
    });
    expect(draftAsked(["minutes", "2026-12-14-cabinet"], {})).toEqual({
      kind: "minutes",
      meeting: "2026-12-14-cabinet",
    });
  });

  it.each([
    ["nothing", [], {}, "Say what to begin: npm run new -- meeting cabinet 2026-12-14"],
    ["a kind with a letter too many", ["minuttes"], {}, "Did you mean `minutes`?"],
    ["what is no kind", ["decision"], {}, "It knows: meeting, report, minutes."],
    ["a name that every object has", ["constructor"], {}, "It knows:"],
    ["a meeting without its day", ["meeting", "cabinet"], {}, "The date is missing"],
    ["a report without its item", ["report", "2026-12-14-cabinet"], {}, "The item is missing"],
    ["minutes of two meetings", ["minutes", "a", "b"], {}, "`b` stands after `a`"],
    ["minutes at a time", ["minutes", "a"], { time: "18:30" }, "--time is nothing that new minutes asks for"],
    ["a meeting with the name of a report", ["meeting", "a", "b"], { report: "x" }, "--report is nothing"],
  ])("is refused where it is %s", (_, words, options, refusal) => {
    expect(() => draftAsked(words, options)).toThrow(refusal);
  });
});

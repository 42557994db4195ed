import { describe, expect, it } from "vitest";
import { dutyCalendar } from "../duty-calendar.ts";
import { councilWith, type Edit, JUNE, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import { checkCouncil } from "./check.ts";

const at = (now: string): Edit => ({ file: "data/council.json", find: "2026-05-20T10:00", put: now });
const regime = (name: string): Edit => ({
  file: "content/committees/panel.md",
  find: "regime: scrutiny",
  put: `regime: ${name}`,
});

/** The clocks that `check` speaks of, for a council with these edits. The Panel meets on Monday 1 June 2026. */
function spoken(...edits: Edit[]) {
  const { root, remove } = councilWith(...edits);
  const loaded = loadCouncil(root, { drafts: true });
  const problems = checkCouncil(loaded);
  const calendar = dutyCalendar(loaded);
  remove();
  return { problems, calendar, rules: problems.map(({ rule, severity }) => `${rule} ${severity}`) };
}

describe("what check says of the clocks", () => {
  it("is no exclusion that names another paragraph: Part 1 of the Schedule is not paragraph 1", () => {
    const { rules } = spoken({
      file: `${MARCH}/agenda.md`,
      find: "paragraph: 3, description: financial or business affairs",
      put: "paragraph: 1, description: an individual",
    });
    expect(rules).toContain("exclusion error");
  });

  it("is nothing on the last lawful day, which the bank holiday of 25 May brings forward to Thursday 21 May", () => {
    expect(spoken(at("2026-05-21T23:00")).rules).toEqual([]);
  });

  it("is that notice and agenda are late from the day after, with the statute and both ways out", () => {
    const { problems, rules } = spoken(at("2026-05-22T09:00"));
    expect(rules).toEqual(["agenda-open late", "notice-of-meeting late"]);
    expect(problems[0]).toMatchObject({ file: `${JUNE}/meeting.md`, line: 3 });
    expect(problems[0]?.message).toContain("had to be issued by Thursday 21 May 2026");
    expect(problems[0]?.message).toContain("LGA 1972 s100B(3)-(4)");
    expect(problems[0]?.mend).toContain("in time for a meeting on Tuesday 2 June 2026 or later");
  });

  it("is that an executive must explain", () => {
    expect(spoken(at("2026-05-22T09:00"), regime("executive")).rules).toEqual([
      "executive-agenda-open explain",
      "notice-of-meeting late",
    ]);
  });

  it("is nothing of a licensing hearing, a cancelled meeting that nobody was told of, or one that is over", () => {
    expect(spoken(at("2026-05-31T09:00"), regime("licensing-hearing")).rules).toEqual([]);
    expect(
      spoken(at("2026-05-31T09:00"), {
        file: `${JUNE}/meeting.md`,
        find: 'time: "18:30"',
        put: 'time: "18:30"\nstatus: cancelled',
      }).rules,
    ).toEqual([]);
    expect(spoken(at("2026-06-02T09:00")).rules).toEqual([]);
  });

  it("stops no public build, which opens no draft", () => {
    const { root, remove } = councilWith(at("2026-05-22T09:00"), regime("executive"));
    expect(checkCouncil(loadCouncil(root, { drafts: false }))).toEqual([]);
    remove();
  });
});

describe("the calendar of duties", () => {
  it("has the last lawful day of each duty of each meeting to come", () => {
    const [june] = spoken().calendar;
    expect(june).toMatchObject({ meeting: "2026-06-01-panel", date: "2026-06-01", note: null });
    expect(june?.duties.map(({ rule, lastDay, state, inDays }) => [rule, lastDay, state, inDays])).toEqual([
      ["notice-of-meeting", "2026-05-21", "owed", 1],
      ["agenda-open", "2026-05-21", "owed", 1],
    ]);
  });

  it("has the 28 days of an executive, which no working day is counted for", () => {
    const [june] = spoken(regime("executive")).calendar;
    expect(june?.duties.find(({ rule }) => rule === "key-decision-28")).toMatchObject({ lastDay: "2026-05-03" });
  });

  it("says why there are none for a licensing hearing", () => {
    expect(spoken(regime("licensing-hearing")).calendar[0]).toMatchObject({ duties: [] });
    expect(spoken(regime("licensing-hearing")).calendar[0]?.note).toContain("SI 2005/44");
  });
});

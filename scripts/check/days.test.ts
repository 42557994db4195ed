import { describe, expect, it } from "vitest";
import { councilWith, JUNE } from "../examples/councils.ts";
import { dutiesOf } from "../law/clocks.ts";
import { stateOf } from "../law/duty.ts";
import { clocksOf } from "../law/regimes.ts";
import { loadCouncil } from "../load/council.ts";
import { addDays } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { hasCome, momentOfClocks, nextChange, whenIs } from "./days.ts";
import { meetingCase } from "./meeting-case.ts";
import { Surroundings } from "./surroundings.ts";

/** The Panel as an executive, whose June meeting takes a key decision and has an item in private. */
const { root, remove } = councilWith(
  { file: "content/committees/panel.md", find: "regime: scrutiny", put: "regime: executive" },
  {
    file: `${JUNE}/agenda.md`,
    find: "title: Progress, papers: [progress]",
    put: "title: Progress, keyDecision: yes, papers: [progress], withheld: { category: exempt, paragraph: 3, description: financial or business affairs, publicInterest: It is. }",
  },
);
const council = loadCouncil(root, { drafts: true }).council as Council;
remove();
const june = council.meetings.find(({ folder }) => folder === JUNE) as CouncilMeeting;

function at(now: string, officeCloses?: string): Surroundings {
  const value = {
    ...council.settings.value,
    standingOrders: { ...council.settings.value.standingOrders, officeCloses },
  };
  const settings = { ...council.settings, value } as Council["settings"];
  return new Surroundings({ ...council, now, settings });
}

describe("a day that is asked about", () => {
  it("is past, today or to come", () => {
    const answers = ["2026-05-19", "2026-05-20", "2026-05-21"].map((day) => at("2026-05-20T23:59").ask(whenIs, day));
    expect(answers).toEqual(["past", "today", "to come"]);
  });

  it("has come at its very minute", () => {
    expect(at("2026-05-20T10:00").ask(hasCome, "2026-05-20T10:00")).toBe(true);
    expect(at("2026-05-20T10:00").ask(hasCome, "2026-05-20T10:01")).toBe(false);
  });
});

describe("the moment of the clocks", () => {
  it("changes when the day does, and when the office closes", () => {
    const moments = ["00:00", "09:30", "16:59", "17:00", "23:59"].map((time) =>
      at(`2026-05-20T${time}`, "17:00").ask(momentOfClocks),
    );
    expect(new Set(moments)).toEqual(new Set(["2026-05-20T00:00", "2026-05-20T17:00"]));
    expect(at("2026-05-20T23:59").ask(momentOfClocks)).toBe("2026-05-20T00:00");
  });

  it.each([undefined, "17:00", "00:00"])(
    "counts every duty as the true time does, where the office closes at %s",
    (closes) => {
      for (let day = "2026-04-20"; day <= "2026-06-03"; day = addDays(day, 1))
        for (const time of ["00:00", "12:00", "16:59", "17:00", "17:01", "23:59"]) {
          const now = `${day}T${time}`;
          const found = meetingCase(at(now, closes), june);
          if (!found) throw new Error("The meeting has no body");
          const duties = (moment: string) => {
            const stood = { ...found, now: moment };
            const clocks = clocksOf("england", { regime: "executive" });
            return dutiesOf(stood, clocks).map((duty) => ({ ...duty, state: stateOf(duty, moment, found.days) }));
          };
          expect(duties(found.now).length).toBeGreaterThan(3);
          expect(duties(found.now), now).toEqual(duties(now));
        }
    },
  );
});

describe("the next moment at which the clock says something new", () => {
  const settings = (officeCloses?: string) => at("2026-05-20T10:00", officeCloses).council.settings.value;
  const asked = ["ask has-come 2026-05-20T14:00", "ask has-come 2026-05-20T12:30", "ask when-is 2026-05-20", "now"];

  it("is the first that was asked about and has not come", () => {
    expect(nextChange("2026-05-20T10:00", settings(), asked)).toBe("2026-05-20T12:30");
    expect(nextChange("2026-05-20T12:30", settings(), asked)).toBe("2026-05-20T14:00");
  });

  it("is when the office closes, where that is sooner", () => {
    expect(nextChange("2026-05-20T10:00", settings("12:00"), asked)).toBe("2026-05-20T12:00");
    expect(nextChange("2026-05-20T15:00", settings("17:00"), asked)).toBe("2026-05-20T17:00");
  });

  it("is none after the last of the day, nor on another day", () => {
    expect(nextChange("2026-05-20T17:00", settings("17:00"), asked)).toBeNull();
    expect(nextChange("2026-05-19T10:00", settings(), asked)).toBeNull();
  });
});

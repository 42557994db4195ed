import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN } from "../examples/broken.ts";
import { councilWith, type Edit, GOOD_COUNCIL, JUNE, MARCH } from "../examples/councils.ts";
import { type Loaded, loadCouncil } from "../load/council.ts";
import { addDays } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { sortProblems } from "../model/problem.ts";
import { checkAround, checkCouncil, checkMeeting, problemsBy } from "./check.ts";
import { knownFiles } from "./known-files.ts";
import type { Known } from "./rule.ts";
import { RULES } from "./rules.ts";
import { WatchedCouncil } from "./watched-surroundings.ts";

const knownOf = ({ drafts, unreadable }: Loaded, { root, meetings }: Council): Known =>
  knownFiles({ root, drafts, unreadable, meetings: () => new Set(meetings.map(({ folder }) => folder)) });

/** A council with `edits`, and as `change` leaves it, as it is loaded; its folder is there while `look` looks. */
function looking<Seen>(
  edits: readonly Edit[],
  look: (loaded: Loaded, council: Council, known: Known) => Seen,
  change: (root: string) => void = () => {},
): Seen {
  const { root, remove } = councilWith(...edits);
  try {
    change(root);
    const loaded = loadCouncil(root, { drafts: true });
    if (!loaded.council) throw new Error("The council cannot be read");
    return look(loaded, loaded.council, knownOf(loaded, loaded.council));
  } finally {
    remove();
  }
}

/** The March meeting held again on 48 days of the year before, each time asking for a report of its own. */
function holdBefore(root: string): void {
  for (let index = 0; index < 48; index++) {
    const day = addDays("2025-01-06", index * 7);
    const folder = join(root, `content/meetings/2025/${day}-panel`);
    cpSync(join(root, MARCH), folder, { recursive: true });
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".md"))) {
      const text = readFileSync(join(folder, name), "utf8");
      const moved = text.replaceAll("2026-03-02", day).replaceAll("report-june", `report-${index}`);
      writeFileSync(join(folder, name), moved);
    }
  }
}

describe("a meeting that is checked by itself", () => {
  for (const { rule, when, edit } of BROKEN.filter((each) => each.rule !== "no-council"))
    it(`has the same problems, with no other meeting at hand: ${rule}, when ${when}`, () => {
      looking([edit].flat(), (loaded, council, known) => {
        const watched = new WatchedCouncil(council);
        const ofMeetings = council.meetings.map((meeting) =>
          watched.during(() => checkMeeting(watched.around, meeting, known)),
        );
        const ofCouncil = watched.during(() => checkAround(watched.around, known));
        const found = [...ofMeetings, ofCouncil].flatMap(({ result }) => result);
        expect(sortProblems([...loaded.problems, ...found])).toEqual(checkCouncil(loaded));
        expect(ofMeetings.flatMap(({ asked }) => asked.meetings)).toEqual([]);
        expect(ofMeetings.flatMap(({ asked }) => asked.byRules).filter((each) => /^(every|shared)/.test(each))).toEqual(
          [],
        );
      });
    });

  it("is the only one of fifty that is read, and the only one whose folder is looked through", () => {
    const look = (loaded: Loaded, council: Council, known: Known) => {
      expect(loaded.problems).toEqual([]);
      expect(council.meetings).toHaveLength(50);
      const watched = new WatchedCouncil(council);
      const folders: string[] = [];
      const noting = (under: (folder: string) => string[]) => (folder: string) => {
        folders.push(folder);
        return under(folder);
      };
      const watchedKnown: Known = {
        ...known,
        filesUnder: noting(known.filesUnder),
        linksUnder: noting(known.linksUnder),
        filesOutsideMeetings: () => noting(() => [])("outside"),
        linksOutsideMeetings: () => noting(() => [])("outside"),
      };
      for (const meeting of council.meetings) {
        folders.length = 0;
        const { asked } = watched.during(() => checkMeeting(watched.around, meeting, watchedKnown));
        expect(asked.meetings).toEqual([]);
        expect(new Set(folders)).toEqual(new Set([meeting.folder]));
      }
      const { asked } = watched.during(() => checkAround(watched.around, known));
      expect(new Set(asked.meetings)).toEqual(new Set(["2026-03-02-panel", "2026-06-01-panel"]));
    };
    looking([], look, holdBefore);
  });

  it("asks of the others small facts alone", () => {
    const look = (_: Loaded, council: Council, known: Known) => {
      const watched = new WatchedCouncil(council);
      for (const meeting of council.meetings) checkMeeting(watched.around, meeting, known);
      const facts = new Set([...watched.sizes.keys()].map((each) => each.split(" of ")[0]));
      expect(facts.size).toBeGreaterThan(3);
      for (const meeting of council.meetings) {
        const ofMeeting = [...watched.sizes].filter(([name]) => name.endsWith(` of ${meeting.id}`));
        expect(ofMeeting.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(1_500);
      }
    };
    looking([], look, holdBefore);
  });

  it("reads no collection of the council, and no clock once its day is long past", () => {
    const asking = (now: string) =>
      looking([{ file: "data/council.json", find: "2026-05-20T10:00", put: now }], (_, council, known) => {
        const watched = new WatchedCouncil(council);
        const march = council.meetings.find(({ id }) => id === "2026-03-02-panel") as CouncilMeeting;
        return watched.during(() => checkMeeting(watched.around, march, known)).asked.byRules;
      });
    const asked = asking("2026-05-20T10:00");
    expect(asked.filter((each) => !each.startsWith("ask "))).toEqual([]);
    expect(asked.filter((each) => /today|has-come|moment/.test(each))).toEqual([]);
    expect(asking("2026-05-21T23:59")).toEqual(asked);
  });

  it("asks for the place of a value only to tell what is wrong with it", () => {
    const loaded = loadCouncil(GOOD_COUNCIL, { drafts: true });
    const council = withoutPositions(loaded.council as Council);
    expect(problemsBy(RULES, council, knownOf(loaded, council))).toEqual([]);
    const elsewhere = { ...council, now: "2026-06-02T09:00" };
    expect(() => problemsBy(RULES, { ...elsewhere, meetings: [notHeld(council)] }, knownOf(loaded, council))).toThrow(
      "the place of",
    );
  });
});

/** The June meeting, moved to the day after tomorrow, so that it is late in every way. */
function notHeld({ meetings }: Council): CouncilMeeting {
  const june = meetings.find(({ folder }) => folder === JUNE) as CouncilMeeting;
  return { ...june, living: placeless({ ...june.living, value: { ...june.living.value, date: "2026-06-04" } }) };
}

/** The same council, where asking for the place of any value is a fault. */
function withoutPositions<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withoutPositions) as Part;
  if (part === null || typeof part !== "object" || part instanceof Map) return part;
  const kept = Object.entries(part).filter(([name]) => name !== "positions");
  const copy = Object.fromEntries(kept.map(([name, value]) => [name, withoutPositions(value)]));
  return ("positions" in part ? placeless(copy) : copy) as Part;
}

function placeless<Source extends object>(source: Source): Source {
  return Object.defineProperty(Object.defineProperties({}, Object.getOwnPropertyDescriptors(source)), "positions", {
    enumerable: false,
    get() {
      throw new Error(`Somebody asks for the place of ${"file" in source ? source.file : "a value"}`);
    },
  }) as Source;
}

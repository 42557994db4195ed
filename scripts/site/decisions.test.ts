import { describe, expect, it } from "vitest";
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { type Edit, MARCH } from "../examples/councils.ts";
import { meetingAt, siteOf, siteWith, withEdits } from "../examples/sites.ts";
import { decisionOn, wasPut } from "./decisions.ts";
import { countLimbs } from "./limbs.ts";
import type { LinkedWords } from "./linked-words.ts";
import type { Site } from "./site.ts";

const good = siteOf();
const march = meetingAt(good, 0);
const MINUTES = `${MARCH}/minutes.md`;
const REPORT = "/meetings/2026-03-02-panel/inspection/";

const words = (all: LinkedWords | null | undefined) => all?.map(({ text }) => text).join("") ?? null;
const links = (all: LinkedWords | null | undefined) => all?.flatMap(({ href }) => href ?? []);
const edit = (find: string, put: string): Edit => ({ file: MINUTES, find, put });
const decisionIn = (site: Site) => {
  const decision = decisionOn(site, meetingAt(site, 0), "2");
  if (!decision) throw new Error("Nothing was decided on item 2");
  return decision;
};
/** What is said of item 2 with the minutes changed. */
const decided = (...edits: Edit[]) => withEdits(decisionIn, ...edits);
const notes = (...edits: Edit[]) => decided(...edits).resolutions.map(({ note }) => words(note));

const AMENDED =
  "answers: [2], change: amended, difference: The recommendation was to endorse it as it stands; the Panel endorsed it as a draft.";

describe("a resolution beside what was recommended", () => {
  it("has letters of its own, and says in words how it differs", () => {
    const { resolutions } = decisionIn(good);
    expect(resolutions.map(({ letter, note }) => [letter, words(note)])).toEqual([
      [
        "a",
        "Changed from what (b) recommended. The recommendation was to endorse it as it stands; the Panel endorsed it as a draft.",
      ],
      ["b", "Added at the meeting, moved by Councillor Ben Carr."],
    ]);
    expect(links(resolutions[0]?.note)).toEqual([`${REPORT}#rec-b`]);
  });

  it("says that it is as recommended, and leads to each limb that it answers", () => {
    const [first] = decided(edit(AMENDED, "answers: [1, 2], change: as recommended")).resolutions;
    expect(words(first?.note)).toBe("As recommended in (a) and (b).");
    expect(links(first?.note)).toEqual([`${REPORT}#rec-a`, `${REPORT}#rec-b`]);
    expect(first?.compared).toBeNull();
    expect(notes(edit(AMENDED, "change: as recommended"))[0]).toBe("As recommended.");
  });

  it("says who seconded what was added, and who moved what was changed where the minutes say", () => {
    expect(notes(edit("movedBy: ben-carr }", "movedBy: ben-carr, secondedBy: ada-brook }"))[1]).toBe(
      "Added at the meeting, moved by Councillor Ben Carr, seconded by Councillor Ada Brook.",
    );
    expect(notes(edit("change: added, movedBy: ben-carr", "change: added"))[1]).toBe("Added at the meeting.");
    expect(notes(edit("change: amended, ", "change: amended, movedBy: the Leader, "))[0]).toMatch(
      /as a draft\. Moved by the Leader\.$/,
    );
  });

  it("says who moved a motion once: the item's movers where it has none of its own", () => {
    const motion = [
      edit(AMENDED, "change: on a motion"),
      edit("change: added, movedBy: ben-carr", "change: on a motion, movedBy: ada-brook"),
    ];
    const whole = "On a motion, moved by Councillor Ada Brook, seconded by Councillor Ben Carr.";
    expect(notes(...motion)).toEqual([whole, whole]);
    expect(decided(...motion).moved).toBeNull();
    expect(decisionIn(good).moved).toBe("Moved by Councillor Ada Brook, seconded by Councillor Ben Carr.");
    expect(notes(edit("change: added, movedBy: ben-carr", "change: on a motion, movedBy: ben-carr"))[1]).toBe(
      "On a motion, moved by Councillor Ben Carr.",
    );
  });

  it("marks the words that differ between the two texts, and no others", () => {
    expect(decisionIn(good).resolutions[0]?.compared).toEqual({
      before: [
        { text: "That the Panel", isChanged: false },
        { text: "endorses", isChanged: true },
        { text: "the plan.", isChanged: false },
      ],
      after: [
        { text: "That the Panel", isChanged: false },
        { text: "endorse", isChanged: true },
        { text: "the plan.", isChanged: false },
      ],
    });
    expect(decisionIn(good).resolutions[1]?.compared).toBeNull();
  });

  it("marks nothing in two texts that share no word", () => {
    expect(decided(edit("That the Panel endorse the plan.", "Nothing happens.")).resolutions[0]?.compared).toEqual({
      before: [{ text: "That the Panel endorses the plan.", isChanged: false }],
      after: [{ text: "Nothing happens.", isChanged: false }],
    });
  });

  it("says when it takes effect, and of an executive decision that it may be called in", () => {
    const on = (day: string) => edit("change: added, movedBy: ben-carr", `change: added, effective: ${day}`);
    const effect = (day: string, ...more: Edit[]) => decided(on(day), ...more).resolutions[1]?.takesEffect;
    expect(effect("2026-03-03")).toBe("Took effect on 3 March 2026.");
    expect(effect("2027-03-03")).toBe("Takes effect on 3 March 2027.");
    const executive = { file: "content/committees/panel.md", find: "regime: scrutiny", put: "regime: executive" };
    expect(effect("2027-03-03", executive)).toBe("Takes effect on 3 March 2027 unless called in.");
  });
});

describe("what was recommended and not resolved", () => {
  it("is said, with what became of it and why", () => {
    const { notCarried } = decisionIn(good);
    expect(notCarried.map(words)).toEqual([
      "Not carried over: (a), recommended that the Panel notes the findings, not put to the vote.",
    ]);
    expect(links(notCarried[0])).toEqual([`${REPORT}#rec-a`]);
    const because = decided(edit("outcome: not put }", "outcome: rejected, because: It says too little }"));
    expect(words(because.notCarried[0])).toBe(
      "Not carried over: (a), recommended that the Panel notes the findings, rejected. It says too little.",
    );
  });

  it("is said where the minutes say nothing of it", () => {
    expect(decisionIn(good).unanswered).toBeNull();
    const forgotten = edit("    notCarried:\n      - { limb: 1, outcome: not put }\n", "");
    expect(words(decided(forgotten).unanswered)).toBe("Nothing in the minutes says what became of (a).");
    expect(words(decided(forgotten, edit("answers: [2], ", "")).unanswered)).toBe(
      "Nothing in the minutes says what became of (a) or (b).",
    );
  });

  it("is shown among what was decided, though nothing was resolved", () => {
    const put = (change: object) => {
      const item = { item: "2", minute: "2", resolutions: [], notCarried: [], amendments: [], ...change };
      const value = { ...march.minutes?.value, items: [item] };
      const meeting = { ...march, minutes: { ...march.minutes, value } } as unknown as PublicMeeting;
      return wasPut(decisionIn(siteWith(good, [meeting])));
    };
    const limbs = ["1", "2"].map((limb) => ({ limb, outcome: "deferred" }));
    expect(put({ notCarried: limbs })).toBe(true);
    expect(put({})).toBe(true);
    const nothing = decisionOn(good, march, "1");
    expect(nothing && wasPut(nothing)).toBe(false);
  });

  it("names the report too where an item has more than one", () => {
    const two = decided(
      { file: `${MARCH}/agenda.md`, find: "papers: [inspection]", put: "papers: [inspection, second]" },
      {
        file: `${MARCH}/second.md`,
        put: "---\ntitle: A second report\naccess: public\nagendaItem: 2\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\nrecommendations:\n  - that: the Panel\n    limbs:\n      - { verb: asks, object: for more }\n---\n## More\n\nMore.\n",
      },
    );
    expect(words(two.unanswered)).toBe("Nothing in the minutes says what became of (a) of “A second report”.");
    expect(links(two.unanswered)).toEqual(["/meetings/2026-03-02-panel/second/#rec-a"]);
    expect(words(two.resolutions[0]?.note)).toContain("Changed from what (b) of “The inspection” recommended.");
  });
});

describe("minutes that were issued", () => {
  const [inspection] = march.papers as [PublicPaper];
  const issued = (paper: PublicPaper, issuedIn: number, version = 1): PublicPaper => ({
    ...paper,
    issuedIn,
    version,
    issuedAt: "2026-02-20T10:00",
  });
  const meetingWith = (papers: readonly PublicPaper[], limbs = countLimbs(march)): PublicMeeting => ({
    ...march,
    papers,
    minutes: march.minutes && { ...march.minutes, issuedIn: 2, issuedAt: "2026-03-06T10:00", limbs },
  });
  const decisionWith = (meeting: PublicMeeting) => decisionIn(siteWith(good, [meeting]));

  it("speak of the report that the meeting had, and lead to that version of it", () => {
    const revised = {
      ...issued(inspection, 3, 2),
      value: { ...inspection.value, recommendations: [] },
      earlier: [issued(inspection, 1)],
    };
    const { notCarried, unanswered } = decisionWith(meetingWith([revised]));
    expect(words(notCarried[0])).toContain("recommended that the Panel notes the findings");
    expect(links(notCarried[0])).toEqual([`${REPORT}version-1/#rec-a`]);
    expect(unanswered).toBeNull();
  });

  it("keep the letters of a report that was withdrawn since, and say nothing that it held", () => {
    const { notCarried, resolutions } = decisionWith(meetingWith([]));
    expect(words(notCarried[0])).toBe("Not carried over: (a), not put to the vote.");
    expect(links(notCarried[0])).toEqual([]);
    expect(resolutions[0]?.compared).toBeNull();
  });

  it("are not asked about the recommendations of a report that was released after them", () => {
    const released = {
      ...issued(inspection, 3),
      id: "contract",
      value: { ...inspection.value, agendaItem: "4" },
    };
    const minutes = meetingWith([issued(inspection, 1), released]);
    const item = { ...march.minutes?.value.items[1], item: "4", resolutions: [], notCarried: [] };
    const value = { ...march.minutes?.value, items: [item] };
    const meeting = { ...minutes, minutes: { ...minutes.minutes, value } } as PublicMeeting;
    expect(decisionOn(siteWith(good, [meeting]), meeting, "4")?.unanswered).toBeNull();
  });

  it("call members what they were called then", () => {
    const minutes = meetingWith([issued(inspection, 1)]);
    const names = { "ben-carr": "Councillor Ben Carr-Reed" };
    const meeting = { ...minutes, minutes: { ...minutes.minutes, names } } as PublicMeeting;
    const { resolutions, vote } = decisionWith(meeting);
    expect(words(resolutions[1]?.note)).toBe("Added at the meeting, moved by Councillor Ben Carr-Reed.");
    expect(vote?.sides[0]?.people[1]).toEqual({ text: "Councillor Ben Carr-Reed", href: "/members/ben-carr/" });
  });
});

describe("a recorded vote", () => {
  const BOTH = "vote: { for: [ada-brook, ben-carr], totals: { for: 2, against: 0 }, result: carried }";
  const tied = "vote: { for: [ada-brook], against: [ben-carr], casting: { by: ada-brook, way: for }, result: carried }";

  it("says its result first, then the numbers, which are those of the names", () => {
    expect(decisionIn(good).vote).toMatchObject({
      subject: "the resolutions together",
      anchor: "v2",
      href: "/meetings/2026-03-02-panel/minutes/#v2",
      words: "Carried: 2 for, 0 against, 0 abstained.",
      sides: [{ side: "For", people: [{ text: "Councillor Ada Brook" }, { text: "Councillor Ben Carr" }] }],
    });
  });

  it("says whose casting vote it was, which is not counted with the names", () => {
    expect(decided(edit(BOTH, tied)).vote?.words).toBe(
      "Carried on the casting vote of Councillor Ada Brook: 1 for, 1 against, 0 abstained.",
    );
  });

  it("on one resolution stands with it, at an address of its own", () => {
    const { resolutions, vote } = decided(
      edit("movedBy: ben-carr }", "movedBy: ben-carr, vote: { against: [ada-brook, ben-carr], result: lost } }"),
    );
    expect(resolutions.map((each) => each.vote)).toMatchObject([
      null,
      { subject: "resolution (b)", anchor: "v2-b", words: "Lost: 0 for, 2 against, 0 abstained." },
    ]);
    expect(vote?.subject).toBe("the item as a whole");
  });

  it("on amendments stands with each, in the order in which they were moved", () => {
    const { amendments } = decided(
      edit(
        "    followUps:",
        "    amendments:\n      - { text: Wait a year., movedBy: ben-carr, result: withdrawn }\n      - { text: Wait a month., movedBy: ben-carr, secondedBy: ada-brook, vote: { for: [ben-carr], against: [ada-brook], casting: { by: ada-brook, way: against }, result: lost }, result: lost }\n    followUps:",
      ),
    );
    expect(amendments).toMatchObject([
      { words: "Moved by Councillor Ben Carr; withdrawn.", vote: null },
      {
        words: "Moved by Councillor Ben Carr, seconded by Councillor Ada Brook; lost.",
        vote: { subject: "amendment 2", anchor: "v2-amendment-2" },
      },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { type Edit, MARCH } from "../examples/councils.ts";
import { meetingAt, siteOf, withEdits } from "../examples/sites.ts";
import { type RecommendationView, recommendationsDecided, recommendationsOf } from "./recommended.ts";
import type { Site } from "./site.ts";

const good = siteOf();
const march = meetingAt(good, 0);
const june = meetingAt(good, 1);
const edit = (find: string, put: string): Edit => ({ file: `${MARCH}/minutes.md`, find, put });

const outcomes = (all: readonly RecommendationView[]) =>
  all.flatMap(({ limbs }) =>
    limbs.map(({ letter, outcome }) => [letter, outcome?.words.map(({ text }) => text).join("") ?? null]),
  );
const decidedIn = (site: Site) => {
  const meeting = meetingAt(site, 0);
  return recommendationsDecided(meeting, meeting.papers[0] as PublicPaper);
};
const decided = (...edits: Edit[]) => outcomes(withEdits(decidedIn, ...edits));

describe("what a report recommends", () => {
  it("has letters of its own, each with an address, and no outcome before anybody decided", () => {
    const expected = [
      {
        text: null,
        that: "the Panel",
        limbs: [
          { letter: "a", anchor: "rec-a", text: "notes the findings", outcome: null },
          { letter: "b", anchor: "rec-b", text: "endorses the plan", outcome: null },
        ],
      },
    ];
    expect(recommendationsOf(march.papers[0] as PublicPaper)).toEqual(expected);
    const unheld = { ...march, minutes: null };
    expect(recommendationsDecided(unheld, march.papers[0] as PublicPaper)).toEqual(expected);
    expect(recommendationsDecided(june, june.papers[0] as PublicPaper)).toEqual([]);
  });

  it("says beside each letter what became of it, and leads to the resolution or the minute", () => {
    expect(outcomes(decidedIn(good))).toEqual([
      ["a", "Not put to the vote, minute 2."],
      ["b", "Resolved with changes: resolution (a), minute 2."],
    ]);
    const links = decidedIn(good).flatMap(({ limbs }) =>
      limbs.map(({ outcome }) => outcome?.words.flatMap(({ href }) => href ?? [])),
    );
    expect(links).toEqual([["/meetings/2026-03-02-panel/minutes/#s2"], ["/meetings/2026-03-02-panel/minutes/#r2-a"]]);
  });

  it("says why a limb was not resolved", () => {
    const because = edit("outcome: not put }", "outcome: deferred, because: More is to come }");
    expect(withEdits(decidedIn, because)[0]?.limbs[0]?.outcome?.because).toBe("More is to come.");
    expect(decidedIn(good)[0]?.limbs[0]?.outcome?.because).toBeNull();
  });

  it("says every resolution that answers a limb, and what was left of it", () => {
    expect(
      decided(
        edit("answers: [2], change: amended", "answers: [1, 2], change: amended"),
        edit("change: added", "answers: [1], change: added"),
      )[0],
    ).toEqual([
      "a",
      "Resolved with changes: resolution (a), minute 2. Resolved with what was added at the meeting: resolution (b), minute 2. Not put to the vote, minute 2.",
    ]);
  });

  it("says of a limb that the minutes forgot that nothing says what became of it", () => {
    const said = "Nothing in the minutes says what became of it.";
    expect(decided(edit("    notCarried:\n      - { limb: 1, outcome: not put }\n", ""))[0]).toEqual(["a", said]);
    const elsewhere = { ...march, minutes: { ...march.minutes, value: { ...march.minutes?.value, items: [] } } };
    expect(outcomes(recommendationsDecided(elsewhere as PublicMeeting, march.papers[0] as PublicPaper))).toEqual([
      ["a", said],
      ["b", said],
    ]);
  });

  it("says nothing of a version that the meeting did not have", () => {
    const then = { ...(march.papers[0] as PublicPaper), issuedIn: 1 };
    const revised = { ...then, issuedIn: 3, version: 2, earlier: [then] };
    const limbs = { "2": [0, 1].map((limb) => ({ paper: "inspection", limb })) };
    const minutes = march.minutes && { ...march.minutes, issuedIn: 2, limbs };
    const meeting = { ...march, papers: [revised], minutes };
    expect(outcomes(recommendationsDecided(meeting, revised))).toEqual([
      ["a", null],
      ["b", null],
    ]);
    expect(outcomes(recommendationsDecided(meeting, then))[0]).toEqual(["a", "Not put to the vote, minute 2."]);
  });
});

import { describe, expect, it } from "vitest";
import type { PublicMeeting } from "../access/public-council.ts";
import { type Edit, MARCH } from "../examples/councils.ts";
import { meetingAt, siteOf, siteWith, withEdits } from "../examples/sites.ts";
import { filesOf, viewsOf } from "./all-pages.ts";
import { memberRecord } from "./member-record.ts";
import { member } from "./pages/member.ts";
import type { Site } from "./site.ts";

const good = siteOf();
const march = meetingAt(good, 0);
const edit = (find: string, put: string): Edit => ({ file: `${MARCH}/minutes.md`, find, put });
const PRESENT = "  - member: ben-carr\n";
const seats = (put: string): Edit => ({
  file: "content/committees/panel.md",
  find: "{ member: ben-carr, from: 2025-05-20 }",
  put,
});

const recordIn = (id: string) => (site: Site) => memberRecord(site, id);
const ben = (...edits: Edit[]) => withEdits(recordIn("ben-carr"), ...edits);
/** How many meetings they could have come to, how many they came to, and what the table says. */
const attendance = (...edits: Edit[]) => {
  const { could, came, besides, meetings } = ben(...edits).attendance;
  return { could, came, besides, words: meetings.map(({ words }) => words) };
};
const heldOn = (date: string): PublicMeeting => ({
  ...march,
  id: `${date}-panel`,
  living: { ...march.living, value: { ...march.living.value, date } },
});

describe("a member's attendance", () => {
  it("counts meetings whose minutes are public, and no other", () => {
    expect(attendance()).toEqual({ could: 1, came: 1, besides: 0, words: ["Came"] });
    const unheld = { ...march, minutes: null };
    expect(recordIn("ben-carr")(siteWith(good, [unheld])).attendance).toEqual({
      could: 0,
      came: 0,
      besides: 0,
      meetings: [],
    });
  });

  it("counts a meeting that they stayed away from, and says whether they sent apologies and who came instead", () => {
    const away = (put: string) => attendance(edit(PRESENT, ""), edit("items:", `${put}items:`));
    expect(away("apologies: [ben-carr]\n")).toEqual({ could: 1, came: 0, besides: 0, words: ["Sent apologies"] });
    expect(away("absent: [ben-carr]\n").words).toEqual(["Absent"]);
    expect(away("")).toEqual({ could: 1, came: 0, besides: 0, words: ["Not named in the minutes"] });
    const instead = "  - { member: cara-dunn, as: substitute, insteadOf: ben-carr }\n";
    expect(
      attendance(edit(PRESENT, instead), edit("items:", "apologies: [ben-carr]\nitems:"), {
        file: "content/members/cara-dunn.md",
        put: "---\nname: Cara Dunn\nfrom: 2023-05-04\n---\n",
      }).words,
    ).toEqual(["Sent apologies; Councillor Cara Dunn came instead"]);
  });

  it("does not count a meeting before they had a seat, or after they left it or the council", () => {
    const away = edit(PRESENT, "");
    const none = { could: 0, came: 0, besides: 0, words: [] };
    expect(attendance(away, seats("{ member: ben-carr, from: 2026-03-03 }"))).toEqual(none);
    expect(attendance(away, seats("{ member: ben-carr, from: 2025-05-20, until: 2026-03-01 }"))).toEqual(none);
    expect(attendance(away, seats("{ member: ben-carr, from: 2025-05-20, until: 2026-03-02 }")).could).toBe(1);
    expect(
      attendance(away, {
        file: "content/members/ben-carr.md",
        find: "from: 2023-05-04",
        put: "from: 2023-05-04\nuntil: 2026-02-28",
      }),
    ).toEqual(none);
  });

  it("counts a substitute who came, and not one whom nobody called", () => {
    const substitute = seats("{ member: ben-carr, role: substitute, from: 2025-05-20 }");
    expect(attendance(substitute, edit(PRESENT, "")).could).toBe(0);
    expect(
      attendance(substitute, edit(PRESENT, "  - { member: ben-carr, as: substitute, insteadOf: ada-brook }\n")),
    ).toEqual({ could: 1, came: 1, besides: 0, words: ["Came, substitute"] });
  });

  it("tells apart the meetings that they came to without a seat", () => {
    const guest = edit(PRESENT, "  - { member: ben-carr, as: attending under a rule, rule: rule 30 }\n");
    const noSeat = seats("{ member: ben-carr, from: 2026-03-03 }");
    expect(attendance(guest, noSeat)).toEqual({
      could: 0,
      came: 0,
      besides: 1,
      words: ["Came, attending under a rule"],
    });
    const apologies = attendance(edit(PRESENT, ""), noSeat, edit("items:", "apologies: [ben-carr]\nitems:"));
    expect(apologies).toEqual({ could: 0, came: 0, besides: 0, words: ["Sent apologies"] });
  });

  it("is a sentence with its numbers and days on their page", () => {
    const sentence = (...meetings: PublicMeeting[]) =>
      (viewsOf(member, siteWith(good, meetings))[1] as unknown as { attendance: { words: string | null } }).attendance
        .words;
    const away = (date: string): PublicMeeting => {
      const meeting = heldOn(date);
      const value = { ...march.minutes?.value, attendance: [], apologies: ["ben-carr"] };
      return { ...meeting, minutes: { ...march.minutes, value } } as unknown as PublicMeeting;
    };
    expect(sentence(march, heldOn("2026-01-12"), away("2026-02-09"))).toBe(
      "Councillor Ben Carr came to 2 of the 3 meetings they could have come to as a member or substitute, from 12 January 2026 to 2 March 2026.",
    );
    expect(sentence(march, heldOn("2026-01-12"))).toContain("came to all 2 meetings");
    expect(sentence(away("2026-01-12"), away("2026-02-09"))).toContain("came to none of the 2 meetings");
    expect(sentence(march)).toBe(
      "Councillor Ben Carr came to the one meeting they could have come to as a member or substitute, on 2 March 2026.",
    );
    expect(sentence()).toBeNull();
  });
});

describe("a member's recorded votes", () => {
  const cast = (...edits: Edit[]) =>
    ben(...edits).votes.map(({ subject, text, way, result }) => [subject, text, way, result]);

  it("are those on items, on one resolution and on amendments, with what each was on and its result", () => {
    const own = edit("movedBy: ben-carr }", "movedBy: ben-carr, vote: { against: [ben-carr], result: lost } }");
    const amendment = edit(
      "    followUps:",
      "    amendments:\n      - { text: Wait a month., movedBy: ben-carr, vote: { abstained: [ben-carr], casting: { by: ben-carr, way: against }, result: lost }, result: lost }\n    followUps:",
    );
    expect(cast(own, amendment)).toEqual([
      ["the amendment", "Wait a month.", "Abstained; casting vote against", "lost"],
      ["resolution (b)", "That a report come in June.", "Voted against", "lost"],
      [
        "the item as a whole",
        "(a) That the Panel endorse the plan. (b) That a report come in June.",
        "Voted for",
        "carried",
      ],
    ]);
  });

  it("are none where no vote of theirs was recorded by name", () => {
    expect(cast(edit("for: [ada-brook, ben-carr]", "for: [ada-brook]"))).toEqual([]);
    expect(
      cast(edit("    vote: { for: [ada-brook, ben-carr], totals: { for: 2, against: 0 }, result: carried }\n", "")),
    ).toEqual([]);
  });
});

describe("what a member moved or seconded", () => {
  const motions = (...edits: Edit[]) => ben(...edits).motions.map(({ did, text, result }) => [did, text, result]);

  it("is the item, and what they moved by themselves", () => {
    expect(motions()).toEqual([
      ["Seconded", "(a) That the Panel endorse the plan. (b) That a report come in June.", "carried"],
      ["Moved", "(b) That a report come in June.", "resolved"],
    ]);
  });

  it("is found under their name in words too", () => {
    expect(motions(edit("movedBy: ben-carr }", "movedBy: Councillor Ben Carr }"))).toHaveLength(2);
    expect(motions(edit("movedBy: ben-carr }", "movedBy: the Leader }"))).toHaveLength(1);
  });

  it("counts a motion that is the whole of its item once", () => {
    const motion = [
      edit("change: added, movedBy: ben-carr", "change: on a motion, movedBy: ben-carr, secondedBy: ada-brook"),
      edit("movedBy: ada-brook\n    secondedBy: ben-carr", "movedBy: ben-carr\n    secondedBy: ada-brook"),
    ];
    expect(motions(...motion).map(([did]) => did)).toEqual(["Moved"]);
    const seconder = withEdits(recordIn("ada-brook"), ...motion).motions;
    expect(seconder.map(({ did }) => did)).toEqual(["Seconded"]);
  });
});

describe("a member's record as a table", () => {
  it("has a row for every meeting, vote and motion, and the numbers of the sentence above them", () => {
    const files = new Map(filesOf(member, good).map(({ url, content }) => [url, content ?? ""]));
    const { rows, ...about } = JSON.parse(files.get("/members/ben-carr/record.json") ?? "");
    expect(about).toMatchObject({
      member: "ben-carr",
      name: "Councillor Ben Carr",
      meetingsCounted: 1,
      meetingsCameTo: 1,
    });
    expect(rows).toMatchObject([
      { kind: "attendance", what: "Came", counts: true, address: "/meetings/2026-03-02-panel/minutes/#attendance" },
      { kind: "vote", what: "Voted for", result: "carried", address: "/meetings/2026-03-02-panel/minutes/#v2" },
      { kind: "motion", what: "Seconded" },
      { kind: "motion", what: "Moved", result: "resolved" },
    ]);
    expect(files.get("/members/ben-carr/record.csv")?.split("\r\n")).toHaveLength(6);
  });

  it("is not there for a member of whom no public minutes speak", () => {
    const none = siteWith(good, [{ ...march, minutes: null }]);
    expect(filesOf(member, none)).toEqual([]);
    expect(viewsOf(member, none)[0]).toMatchObject({ recordAddress: null, votes: [] });
  });
});

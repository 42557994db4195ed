import { describe, expect, it } from "vitest";
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { type Edit, JUNE, MARCH } from "../examples/councils.ts";
import { seenWith } from "../examples/sites.ts";
import type { Site } from "../site/site.ts";
import { askedOfReport } from "./asked-before.ts";

/** What the front of the June report says that members asked for. */
const asked = (...edits: Edit[]) => askedOn(undefined, ...edits);

function askedOn(now: string | undefined, ...edits: Edit[]) {
  const look = (site: Site) => {
    const june = site.meeting("2026-06-01-panel") as PublicMeeting;
    return askedOfReport(site, june, june.papers[0] as PublicPaper);
  };
  return seenWith(look, edits, now);
}

/** A second thing asked for in March. */
const another = (more: string): Edit => ({
  file: `${MARCH}/minutes.md`,
  find: "    followUps:",
  put: `    followUps:
      - { id: note-june, text: A note on files, askedBy: ben-carr, kind: action, returnsTo: panel, ${more} }`,
});
const due = "due: { said: by June, meeting: 2026-06-01-panel }";

describe("the front of an item in the pack", () => {
  it("says what the report answers, who asked, where and when, and who undertook it", () => {
    expect(asked()).toEqual({
      answered: [
        {
          text: "A report on progress",
          askedBy: "the Panel",
          where: "Scrutiny Panel, 2 March 2026, minute 2, resolution (b)",
          undertakenBy: "Director",
          said: "June",
        },
      ],
      unanswered: [],
    });
  });

  it("says what was due there about the same plan, and that no paper answers", () => {
    const [told] = asked(another(`about: [plans/wick-plan/check-files], ${due}`)).unanswered;
    expect(told).toMatchObject({ text: "A note on files", askedBy: "Councillor Ben Carr", undertakenBy: null });
  });

  it("leaves out what is due elsewhere, is about something else, or another paper answers", () => {
    const about = "about: [plans/wick-plan/check-files]";
    expect(asked(another(`${about}, due: { date: 2026-07-01 }`)).unanswered).toEqual([]);
    expect(asked(another(`about: [inspections/2026-wick], ${due}`)).unanswered).toEqual([]);
    const answers = { file: `${JUNE}/progress.md`, find: "discharges: [report-june]", put: "discharges: [note-june]" };
    expect(asked(another(`${about}, ${due}`), answers).unanswered.map(({ text }) => text)).toEqual([
      "A report on progress",
    ]);
  });

  it("tells what recurs once, however many turns it has had", () => {
    const quarterly = {
      file: `${MARCH}/minutes.md`,
      find: "kind: report back",
      put: "kind: recurring\n        every: month",
    };
    expect(askedOn("2026-08-10T09:00", quarterly).answered).toHaveLength(1);
  });
});

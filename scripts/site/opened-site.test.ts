import { describe, expect, it } from "vitest";
import type { PublicMeeting } from "../access/public-council.ts";
import type { Fact } from "../asking/around.ts";
import { factOfEach } from "../asking/around.ts";
import { JUNE } from "../examples/councils.ts";
import { seenWith, siteOf } from "../examples/sites.ts";
import { decided } from "./facts/decided.ts";
import { meetingRow } from "./facts/meeting-row.ts";
import { FACTS_FOR_PAGES } from "./facts.ts";
import { openedSite } from "./opened-site.ts";
import type { Site } from "./site.ts";
import { threadOfMeeting } from "./thread/reports.ts";

const [MARCH_MEETING, JUNE_MEETING] = ["2026-03-02-panel", "2026-06-01-panel"];

/** The site that is opened where the preview shows `preview`, and those of `own` have a draft that is to be printed; all else is as in `here`. */
function opened(here: Site, preview: Site, own: readonly string[]): Site {
  const facts = new Map(FACTS_FOR_PAGES.map((fact) => [fact.name, fact as Fact<PublicMeeting, unknown>]));
  const meetings = preview.meetingIds().flatMap((id) => preview.meeting(id) ?? []);
  return openedSite({
    meetings: here.meetingIds(),
    own,
    meeting: (id) => here.meeting(id),
    shown: (name) => {
      const fact = facts.get(name);
      return fact ? factOfEach(meetings, fact) : null;
    },
    around: () => here.council,
    component: () => "",
  });
}

const meetingsThatSay = (site: Site, fact: Fact<PublicMeeting, unknown>) =>
  site.every(fact).map(({ meeting }) => meeting);
const unreported = (look: (site: Site) => void) =>
  seenWith(look, [{ file: `${JUNE}/progress.md`, find: "reportsOn: [wick-plan]\n", put: "" }]);

describe("a meeting with a draft says for itself what it says where its draft is printed", () => {
  const good = siteOf();

  it("though the preview has nothing of it", () => {
    unreported((preview) => {
      expect(meetingsThatSay(preview, threadOfMeeting)).toEqual([MARCH_MEETING]);
      const site = opened(good, preview, [JUNE_MEETING]);
      expect(meetingsThatSay(site, threadOfMeeting)).toEqual([MARCH_MEETING, JUNE_MEETING]);
    });
  });

  it("and nothing where it has nothing here", () => {
    unreported((here) => {
      expect(meetingsThatSay(opened(here, good, [JUNE_MEETING]), threadOfMeeting)).toEqual([MARCH_MEETING]);
    });
  });

  it("and the others say what they said in the preview, in the order of their names", () => {
    const site = opened(good, good, [MARCH_MEETING]);
    expect(meetingsThatSay(site, meetingRow)).toEqual([MARCH_MEETING, JUNE_MEETING]);
    expect(site.every(decided)).toEqual(good.every(decided));
  });
});

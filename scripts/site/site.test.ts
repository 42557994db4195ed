import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { councilWith, type Edit, GOOD_COUNCIL, JUNE, MARCH, makeEdit } from "../examples/councils.ts";
import { meetingAt, seenWith, siteOf } from "../examples/sites.ts";
import { viewsOf } from "./all-pages.ts";
import { measureCsv } from "./measure-figure.ts";
import { committee } from "./pages/committee.ts";
import { meeting } from "./pages/meeting.ts";
import { Site } from "./site.ts";

const good = siteOf();
const march = meetingAt(good, 0);

/** What a page says of the good council with something changed. */
function withEdit<Result>(look: (site: Site) => Result, ...edits: Edit[]): Result {
  return seenWith(look, edits);
}

describe("a meeting's page", () => {
  const page = (site: Site, index: number) => viewsOf(meeting, site)[index] as unknown as Record<string, never>;

  it("says of what was asked for that it is on the agenda", () => {
    expect(page(good, 1).dueHere).toMatchObject([
      { text: "A report on progress", came: { words: "On the agenda", tone: "done" } },
    ]);
  });

  it("says of what was asked for that it is not on the agenda, and afterwards that it did not come", () => {
    const edit = { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" };
    expect(withEdit((site) => page(site, 1).dueHere, edit)).toMatchObject([{ came: { words: "Not on the agenda" } }]);
    const { root, remove } = councilWith(edit);
    expect(page(siteOf(root, "2026-06-02T09:00"), 1).dueHere).toMatchObject([
      { status: "overdue", came: { words: "No paper came; the minutes are to follow", tone: "late" } },
    ]);
    const minutes = readFileSync(join(root, MARCH, "minutes.md"), "utf8");
    makeEdit(root, {
      file: `${JUNE}/minutes.md`,
      put: minutes.replace(/ {4}followUps:[\s\S]*? {4}questions:/, "    questions:"),
    });
    expect(page(siteOf(root, "2026-06-02T09:00"), 1).dueHere).toMatchObject([{ came: { words: "It did not come" } }]);
    remove();
  });

  it("says that what was due did not come, and was asked for again", () => {
    const again = {
      file: `${MARCH}/minutes.md`,
      find: "    followUps:",
      put: `    followUps:
      - { id: again, text: The same again, askedBy: the Panel, kind: report back, replaces: report-june, returnsTo: panel, due: { date: 2026-07-01 } }`,
    };
    const missing = { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" };
    const due = seenWith((site) => page(site, 1).dueHere, [again, missing], "2026-06-02T09:00");
    expect(due).toMatchObject([{ came: { words: "It did not come, and was asked for again", tone: "late" } }]);
  });

  it("says what the public may know of an exempt item, and nothing leads to its papers", () => {
    const items = page(good, 0).agenda as unknown as {
      title: string;
      withheld: object | null;
      href: string | null;
      membersOnly: boolean;
    }[];
    expect(items.at(-1)).toMatchObject({
      title: "A contract",
      href: null,
      membersOnly: true,
      withheld: { paragraph: "3" },
    });
  });

  it("says how to ask for paper, large print or braille, in the council's own words where it has some", () => {
    expect(page(good, 1).formats).toEqual({
      words: "If you need these papers on paper, in large print, in braille or in another form, ask for them.",
      office: null,
    });
    const own = withEdit((site) => page(site, 1).formats, {
      file: "data/council.json",
      find: '"phone"',
      put: '"accessibleFormats": "Braille takes a week.", "office": "Open at nine.", "phone"',
    });
    expect(own).toEqual({ words: "Braille takes a week.", office: "Open at nine." });
  });

  it("offers every pack with its size and pages, and says of a paper when it was issued and where it stands", () => {
    const issuedAt = "2026-02-20T10:00";
    const pack = { file: "", address: "agenda-pack.pdf", bytes: 52_000, title: "Agenda pack", issuedAt, parts: [] };
    const numbers = {
      kind: "agenda" as const,
      issuedIn: 1,
      firstPage: 1,
      lastPage: 9,
      isReplaced: false,
      largePrint: null,
    };
    const papers = march.papers.map((paper) => ({ ...paper, issuedAt, issuedIn: 1, pages: { first: 3, last: 6 } }));
    const issued = { ...march, papers, packs: [{ ...pack, ...numbers }] };
    const view = page(new Site({ ...good.council, meetings: [issued] }, () => ""), 0);
    expect(view.packs).toMatchObject([{ what: "PDF, 52 KB, pages 1 to 9, issued 20 February 2026" }]);
    expect(view.pagesHref).toBe("/meetings/2026-03-02-panel/pages/");
    const items = view.agenda as unknown as { papers: { issuedAt: string; pack: object }[] }[];
    expect(items[1]?.papers).toMatchObject([
      {
        issuedAt,
        pack: {
          title: "Agenda pack",
          href: "/meetings/2026-03-02-panel/agenda-pack.pdf#page=3",
          pages: { first: 3, last: 6 },
        },
      },
    ]);
  });

  it("says that a meeting was moved, from when and why", () => {
    const moved = withEdit((site) => page(site, 1).status, {
      file: `${JUNE}/meeting.md`,
      find: "date: 2026-06-01",
      put: "date: 2026-06-08\nstatus: moved\nbecause: The hall is flooded",
    });
    expect(moved).toEqual({ words: "Moved from 1 June 2026: The hall is flooded", tone: "due" });
  });
});

describe("a meeting of today", () => {
  it("is to come, on its committee's page too, and is past on the next day", () => {
    const lists = (now: string) => {
      const site = siteOf(GOOD_COUNCIL, now);
      const page = viewsOf(committee, site)[0] as unknown as Record<"coming" | "past", { href: string }[]>;
      return {
        coming: site.coming().map(({ id }) => id),
        past: site.past().map(({ id }) => id),
        ofCommittee: [page.coming, page.past].map((rows) => rows.map(({ href }) => href)),
      };
    };
    const [march, june] = ["2026-03-02-panel", "2026-06-01-panel"];
    expect(lists("2026-06-01T23:00")).toEqual({
      coming: [june],
      past: [march],
      ofCommittee: [[`/meetings/${june}/`], [`/meetings/${march}/`]],
    });
    expect(lists("2026-06-02T00:00")).toEqual({
      coming: [],
      past: [june, march],
      ofCommittee: [[], [`/meetings/${june}/`, `/meetings/${march}/`]],
    });
  });
});

describe("a measure's CSV", () => {
  it("has the baseline, every reading with its source, and the target", () => {
    const [plan] = good.council.plans;
    expect(measureCsv(plan?.measures[0] as never).split("\r\n")).toEqual([
      "measure,kind,date,value,unit,source,note",
      "Files checked,baseline,2026-01-31,10,%,,",
      "Files checked,reading,2026-01-31,10,%,2026-03-02-panel/inspection#p1-2,",
      "Files checked,reading,2026-04-30,55.5,%,2026-06-01-panel/progress,",
      "Files checked,target,2026-12-31,80,%,,",
      "",
    ]);
  });
});

it("a page of the minutes that were asked for exists under the meeting", () => {
  expect(good.sourceName("2026-03-02-panel/inspection#p1-2")).toBe("The inspection, paragraph 1.2");
  expect(good.sourceName(`${MARCH.split("/").at(-1)}/minutes`)).toBe("Minutes of Scrutiny Panel, 2 March 2026");
  expect(good.sourceName("2026-03-02-panel/minutes#s2")).toBe("Minutes of Scrutiny Panel, 2 March 2026, minute 2");
});

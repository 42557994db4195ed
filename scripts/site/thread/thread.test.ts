import { describe, expect, it } from "vitest";
import { type Edit, JUNE, MARCH } from "../../examples/councils.ts";
import { seenWith, siteOf } from "../../examples/sites.ts";
import type { Site } from "../site.ts";
import { inShort } from "./in-short.ts";
import { judgementTable } from "./judgements.ts";
import { Thread, threadOf } from "./links.ts";
import { cameOfMinute } from "./neighbours.ts";
import { leftOut, notYet } from "./not-yet.ts";
import { sinceLastReport } from "./since-report.ts";
import { actionStanding, findingStanding } from "./standing.ts";
import { storyOf } from "./story.ts";
import { followUpsOf, nextReports, reportsOn, unansweredQuestions } from "./subject.ts";
import { wholeThread } from "./whole-thread.ts";

const PLAN = "data/plans/wick-plan.json";
const INSPECTION = "content/inspections/2026-wick.md";
const MINUTES = `${MARCH}/minutes.md`;
const good = siteOf();
const wick = (site: Site) =>
  site.council.inspections.find(({ id }) => id === "2026-wick") as (typeof good.council.inspections)[number];
const plan = (site: Site) => site.council.plans[0] as (typeof good.council.plans)[number];
const finding = (site: Site, id: string) => wick(site).value.findings.find((each) => each.id === id) as never;

/** A second inspection, which looked again at what the first one found. */
const cameAgain = (outcome: string): Edit => ({
  file: "content/inspections/2026-wick-again.md",
  put: `---
title: Wick again, May 2026
inspectorate: The inspectorate
framework: Framework of 2025
kind: focused visit
fieldwork: { from: 2026-05-04, to: 2026-05-05 }
published: 2026-05-15
findings:
  - { id: files-again, title: Files were still not checked, kind: for improvement }
revisits:
  - { finding: 2026-wick/files, outcome: ${outcome}, text: Half were checked., nowIn: files-again }
before: [2026-wick]
---
`,
});
describe("the thread", () => {
  it("leads from a finding to the action that answers it, to its measure, and to what reported it, and back", () => {
    const thread = threadOf(good);
    const next = (key: string, words: string) => thread.next(key, words);
    expect(next("inspections/2026-wick/files", "Answered by")).toEqual(["plans/wick-plan/check-files"]);
    expect(next("plans/wick-plan/check-files", "Answers")).toEqual(["inspections/2026-wick/files"]);
    expect(next("plans/wick-plan/check-files", "Measured by")).toEqual(["plans/wick-plan/files-checked"]);
    expect(next("plans/wick-plan/files-checked", "Measures")).toEqual(["plans/wick-plan/check-files"]);
    expect(next("plans/wick-plan/check-files", "Reported in")).toContain("meetings/2026-03-02-panel/inspection");
    expect(next("meetings/2026-03-02-panel/inspection", "Reports on")).toContain("plans/wick-plan/check-files");
  });

  it("leads from a report to each limb it recommends, to the resolution it became, and to what that asked for", () => {
    const thread = new Thread(good, good.meetingIds());
    const report = "meetings/2026-03-02-panel/inspection";
    expect(thread.next(report, "Recommended")).toEqual([`${report}#rec-a`, `${report}#rec-b`]);
    expect(thread.next(`${report}#rec-b`, "Became")).toEqual(["meetings/2026-03-02-panel/minutes#r2-a"]);
    expect(thread.next("meetings/2026-03-02-panel/minutes#r2-a", "Recommended as")).toEqual([`${report}#rec-b`]);
    expect(thread.next("meetings/2026-03-02-panel/minutes#r2-b", "Asked for")).toEqual(["follow-ups#report-june"]);
    expect(thread.next("follow-ups#report-june", "Asked for by")).toEqual(["meetings/2026-03-02-panel/minutes#r2-b"]);
    expect(thread.next("follow-ups#report-june", "Answered by")).toEqual(["meetings/2026-06-01-panel/progress"]);
    expect(thread.next("meetings/2026-06-01-panel/progress", "Answers")).toContain("follow-ups#report-june");
  });

  it("knows the minutes and resolutions there are, and none besides", () => {
    const title = (key: string) => threadOf(good).node(key)?.title ?? null;
    expect(title("meetings/2026-03-02-panel/minutes#s2")).toBe("Scrutiny Panel, 2 March 2026, minute 2");
    expect(title("meetings/2026-03-02-panel/minutes#r2-b")).toBe(
      "Scrutiny Panel, 2 March 2026, minute 2, resolution (b)",
    );
    for (const key of ["#s20", "#s", "#r2", "#r2-", "#r2-z", "#r20-a", "#r2-b-a"])
      expect(title(`meetings/2026-03-02-panel/minutes${key}`), key).toBeNull();
    expect(title("meetings/2026-03-03-panel/minutes#s2")).toBeNull();
    expect(threadOf(good).neighbours("meetings/2026-03-02-panel/minutes#r2-z")).toEqual([]);
  });

  it("leads from a minute to what its resolutions endorsed and asked for", () => {
    const came = cameOfMinute(good, "2026-03-02-panel", "2", ["a", "b"]);
    expect(came.map(({ words, nodes }) => [words, ...nodes.map(({ key }) => key)])).toEqual([
      ["Endorsed", "plans/wick-plan"],
      ["Asked for", "follow-ups#report-june"],
    ]);
  });

  it("can be walked back along every link", () => {
    const { links } = wholeThread(good, "inspections/2026-wick");
    const whole = new Thread(good, good.meetingIds());
    expect(links.length).toBeGreaterThan(12);
    for (const { from, to } of links) {
      const back = whole.neighbours(to).flatMap(({ nodes }) => nodes.map(({ key }) => key));
      expect(back, `from ${to} back to ${from}`).toContain(from);
    }
  });

  it("leads to the limbs of a report that only a figure names, at a meeting that adds nothing to it", () => {
    const recommends = "recommendations: [{ that: the Panel, limbs: [{ verb: notes, object: progress }] }]\n";
    const titles = seenWith(
      (site) => wholeThread(site, "inspections/2026-wick").nodes.map(({ title }) => title),
      [
        { file: `${JUNE}/progress.md`, find: "reportsOn: [wick-plan]\n", put: recommends },
        { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" },
      ],
    );
    expect(titles).toContain("That the Panel notes progress");
  });

  it("leads nowhere that is not public", () => {
    const next = seenWith(
      (site) => threadOf(site).next("follow-ups#report-june", "Answered by"),
      [{ file: `${JUNE}/progress.md`, find: "access: public", put: "access: exempt" }],
    );
    expect(next).toEqual([]);
  });
});

describe("where an action stands", () => {
  it("says who says so, when, and where it is written", () => {
    const action = plan(good).actions[0] as never;
    expect(actionStanding(good, plan(good), action)).toMatchObject({
      words: "Overdue",
      tone: "late",
      by: "Last said: under way, by the Director, 2 March 2026",
      source: { text: "The inspection, paragraph 1.2" },
      doubt: null,
    });
  });

  it("on the council's word alone says that no published paper says so", () => {
    const said = seenWith(
      (site) => actionStanding(site, plan(site), plan(site).actions[0] as never),
      [
        {
          file: PLAN,
          find: '"source": "2026-03-02-panel/inspection#p1-2" }]',
          put: '"source": "2026-03-02-panel/inspection#p1-2" }, { "date": "2026-05-12", "status": "done", "text": "All checked." }]',
        },
        {
          file: PLAN,
          find: '{ "text": "The report says how many.", "source": "2026-03-02-panel/inspection" }',
          put: "",
        },
      ],
    );
    expect(said).toMatchObject({
      words: "Done, says the council",
      tone: "done",
      source: null,
      doubt: "No published paper says so.",
    });
  });

  it("as inspectors found is not on the council's word", () => {
    const said = seenWith(
      (site) => actionStanding(site, plan(site), plan(site).actions[0] as never),
      [{ file: PLAN, find: '"status": "under way"', put: '"status": "done", "for": "inspectors"' }],
    );
    expect(said.words).toBe("Done, as inspectors found");
  });
});

describe("where a finding stands", () => {
  it("is the worst of its actions, on the council's word", () => {
    expect(findingStanding(good, "2026-wick", finding(good, "files"))).toMatchObject({
      words: "Behind: wanted at once on 10 February 2026; overdue",
      isChecked: false,
    });
    expect(findingStanding(good, "2026-wick", finding(good, "staff"))).toBeNull();
  });

  it("counts every action that answers it, and never the better half alone", () => {
    const second = `    {
      "id": "train-staff",
      "title": "Train staff",
      "findings": ["2026-wick/files"],
      "owner": "Director",
      "due": "2026-09-01",
      "progress": [{ "date": "2026-05-01", "status": "done", "text": "Trained." }]
    },
    {
      "id": "check-files",`;
    const standing = (...edits: Edit[]) =>
      seenWith(
        (site) => findingStanding(site, "2026-wick", finding(site, "files")),
        [
          { file: INSPECTION, find: "priority: at once }", put: "priority: soon }" },
          { file: PLAN, find: '    {\n      "id": "check-files",', put: second },
          ...edits,
        ],
      );
    expect(standing()).toMatchObject({ words: "Behind: 1 action overdue and 1 done", tone: "late" });
    expect(standing({ file: PLAN, find: '"due": "2026-05-01"', put: '"due": "2026-07-01"' })).toMatchObject({
      words: "1 action done and 1 under way, says the council",
      tone: "due",
    });
  });

  it("is behind from the day by which inspectors want it put right", () => {
    const words = (by: string) =>
      seenWith(
        (site) => findingStanding(site, "2026-wick", finding(site, "files"))?.words,
        [
          { file: INSPECTION, find: "priority: at once }", put: `priority: within months, by: ${by} }` },
          { file: PLAN, find: '"due": "2026-05-01"', put: '"due": "2026-07-01"' },
        ],
      );
    expect(words("2026-05-19")).toBe("Behind: wanted by 19 May 2026; under way");
    expect(words("2026-05-20")).toBe("Under way, says the council");
  });

  it("is what inspectors found when they came again, whatever the council says", () => {
    for (const [outcome, tone] of [
      ["put right", "done"],
      ["not put right", "late"],
    ] as const) {
      const standing = seenWith(
        (site) => findingStanding(site, "2026-wick", finding(site, "files")),
        [cameAgain(outcome)],
      );
      expect(standing?.words).toMatch(new RegExp(`^${outcome}, inspectors found$`, "i"));
      expect(standing).toMatchObject({ tone, isChecked: true });
    }
  });

  it("is that no action is named, where none is", () => {
    const standing = seenWith(
      (site) => findingStanding(site, "2026-wick", finding(site, "files")),
      [{ file: PLAN, find: '["2026-wick/files"]', put: "[]" }],
    );
    expect(standing?.words).toBe("No action named yet");
  });
});

describe("the story of a finding", () => {
  it("goes from what was found to what was undertaken, reported, asked for and brought, in order of time", () => {
    const words = seenWith(
      (site) => storyOf(site, wick(site), finding(site, "files")).map(({ on, word }) => [on, word]),
      [],
    );
    expect(words).toEqual([
      ["2024-05-17", "Found before"],
      ["2026-02-10", "Found"],
      ["2026-03-02", "Undertaken"],
      ["2026-03-02", "Reported to councillors"],
      ["2026-03-02", "Under way"],
      ["2026-03-02", "Asked for"],
      ["2026-04-30", "Measured"],
      ["2026-05-01", "Was due"],
      ["2026-06-01", "To be reported to councillors"],
      ["2026-06-01", "On the agenda"],
    ]);
  });

  it("says what did not come", () => {
    const events = seenWith(
      (site) => storyOf(site, wick(site), finding(site, "files")),
      [{ file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" }],
      "2026-06-20T09:00",
    );
    expect(events.at(-1)).toMatchObject({ word: "Did not come", tone: "late", on: "2026-06-01" });
  });

  it("goes on into a later inspection, and back to an earlier one", () => {
    const [first, second] = seenWith(
      (site) => {
        const again = site.council.inspections.find(({ id }) => id === "2026-wick-again") as never;
        return [
          storyOf(site, wick(site), finding(site, "files")),
          storyOf(site, again, (again as ReturnType<typeof wick>).value.findings[0] as never),
        ];
      },
      [cameAgain("not put right")],
    );
    expect(first?.find(({ word }) => word === "Looked at again")).toMatchObject({
      text: "Not put right. Half were checked.",
      link: { href: "/inspections/2026-wick-again/files-again/" },
    });
    expect(second?.[0]).toMatchObject({ word: "Found before", link: { href: "/inspections/2026-wick/files/" } });
  });
});

describe("an inspection in short", () => {
  const answers = (site: Site) =>
    inShort(site, {
      found: wick(site),
      plans: site.plansFor("2026-wick"),
      followUps: followUpsOf(site, "2026-wick"),
      unanswered: unansweredQuestions(site, "2026-wick").length,
      reports: reportsOn(site, "2026-wick").length,
      outcomes: [],
      later: 0,
    }).map(({ answer }) => answer);

  it("answers the five questions", () => {
    expect(answers(good)).toEqual([
      "The inspectorate judged the service inadequate overall. Inspectors found 1 thing to put right, and praised 1 thing.",
      "1 action: 1 in the wick plan (endorsed by the Panel on 2 March 2026).",
      "The council has not said that anything is done. Inspectors have not been back to check.",
      "1 action is overdue.",
      expect.stringMatching(/^In \d report/),
    ]);
  });

  it("says what councillors asked for and did not get, and what nobody answered", () => {
    const [, , , not] = seenWith(
      answers,
      [
        { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" },
        { file: MINUTES, find: ", answeredBy: Director, answer: More than were checked.", put: "" },
      ],
      "2026-06-20T09:00",
    );
    expect(not).toBe(
      "1 action is overdue. 1 thing that councillors asked for is overdue. 1 question has no answer on record.",
    );
  });

  it("says that inspectors came back, where they did", () => {
    const [, , happened, not, proof] = seenWith(
      (site) =>
        inShort(site, {
          found: wick(site),
          plans: [],
          followUps: [],
          unanswered: 0,
          reports: 0,
          outcomes: ["not put right"],
          later: 1,
        }).map(({ answer }) => answer),
      [],
    );
    expect(happened).toBe(
      "What the council did is not on record here. Inspectors have come back to these findings; what they found stands with each.",
    );
    expect(not).toBe("1 finding was not put right when inspectors looked again.");
    expect(proof).toMatch(/^In no report to councillors\./);
  });

  it("counts a report that answers one finding alone as one on the inspection", () => {
    const alone = {
      file: `${MARCH}/inspection.md`,
      find: "[inspections/2026-wick, inspections/2026-wick/files]",
      put: "[inspections/2026-wick/files]",
    };
    expect(seenWith((site) => reportsOn(site, "2026-wick").map(({ paper }) => paper.id), [alone])).toContain(
      "inspection",
    );
  });

  it("says that nothing was undertaken, where nothing was", () => {
    const [, undertaken, , not] = seenWith(answers, [{ file: PLAN, put: null }]);
    expect(undertaken).toBe("No action in answer to it is on record here.");
    expect(not).toBe("Nothing is overdue.");
  });
});

describe("what has not happened", () => {
  it("lists what is overdue first, with how late it is and who answers for it", () => {
    expect(notYet(good, wick(good), good.plansFor("2026-wick"))).toEqual([
      {
        word: "Overdue",
        tone: "late",
        text: "Check every file",
        href: "/plans/wick-plan/#check-files",
        more: "Due 1 May 2026, 19 days late. Director answers for it.",
      },
    ]);
  });

  it("lists what councillors asked for and did not get", () => {
    const listedOn = (day: string) =>
      seenWith(
        (site) => notYet(site, wick(site), site.plansFor("2026-wick")),
        [{ file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" }],
        `${day}T09:00`,
      );
    const listed = listedOn("2026-06-20");
    expect(listed.map(({ text }) => text)).toEqual(["Check every file", "A report on progress"]);
    const since = (day: string) => listedOn(day)[1]?.more.split(", ").at(-1);
    expect(listed[1]?.more).toBe("Asked for by the Panel, and due at Scrutiny Panel, 1 June 2026, 19 days ago.");
    expect(since("2026-06-02")).toBe("yesterday.");
    expect(since("2028-05-31")).toBe("730 days ago.");
    expect(since("2028-06-01")).toBe("2 years ago.");
    expect(since("2045-05-31")).toBe("more than 18 years ago.");
    expect(since("2045-06-02")).toBe("more than 19 years ago.");
  });

  it("has a question that nobody answered, and none that was answered or is to be", () => {
    const asked = (put: string) =>
      seenWith(
        (site) => unansweredQuestions(site, "2026-wick"),
        [{ file: MINUTES, find: ", answeredBy: Director, answer: More than were checked.", put }],
      ).map(({ by, where }) => `${by}: ${where}`);
    expect(asked("")).toEqual(["Councillor Ben Carr: Scrutiny Panel, 2 March 2026, minute 2"]);
    for (const put of [", answeredBy: Director", ", answer: Some.", ", followUp: report-june"])
      expect(asked(put)).toEqual([]);
  });

  it("publishes an action without an owner as one without an owner", () => {
    const [first] = seenWith(
      (site) => leftOut(site, wick(site), site.plansFor("2026-wick")),
      [{ file: PLAN, find: '      "owner": "Director",\n      "start"', put: '      "start"' }],
    );
    expect(first).toMatchObject({ text: "Check every file", words: expect.stringContaining("Nobody is named") });
  });
});

describe("judgements over successive inspections", () => {
  const graded: Edit = {
    ...cameAgain("not put right"),
    put: (cameAgain("not put right").put ?? "").replace(
      "findings:",
      "overall: Good\njudgements:\n  - { area: Files, grade: Good, change: better }\n  - { area: Staff, grade: Good, before: Poor }\nfindings:",
    ),
  };
  it("stand in one table, an inspection a column, with what no column shows in words", () => {
    const table = seenWith(
      (site) => judgementTable(site, site.council.inspections.find(({ id }) => id === "2026-wick-again") as never),
      [graded],
    );
    expect(table.columns.map(({ title }) => title)).toEqual(["May 2024", "January 2026", "May 2026"]);
    expect(table.rows.map(({ area, grades }) => [area, ...grades])).toEqual([
      ["Overall", "Not on record", "Inadequate", "Good"],
      ["Files", "Good", "Inadequate, worse", "Good, better"],
      ["Staff", "Not on record", "Not on record", "Good (before: Poor)"],
    ]);
  });

  it("may be known by their number alone", () => {
    const table = seenWith(
      (site) => judgementTable(site, wick(site)),
      [
        {
          file: INSPECTION,
          find: "findings:",
          put: "judgementCounts: [{ grade: Inadequate, areas: 5, of: 7 }]\nfindings:",
        },
      ],
    );
    expect(table.counts).toEqual(["Inadequate in 5 of 7 areas; which areas is not on record."]);
  });
});

describe("what changed since the last report", () => {
  const reported: Edit = {
    file: `${MARCH}/inspection.md`,
    find: "respondsTo:",
    put: "reportsOn: [wick-plan]\nrespondsTo:",
  };

  it("is each figure that is later, and each day that passed", () => {
    const since = seenWith((site) => sinceLastReport(site, plan(site)), [reported]);
    expect(since).toMatchObject({ title: "The inspection", where: "Scrutiny Panel, 2 March 2026" });
    expect(since?.changes.map(({ words }) => words)).toEqual([
      "55.5% in April 2026; it was 10% in January 2026 (better).",
      "Its day passed on 1 May 2026, and it is not done.",
    ]);
  });

  it("leaves out a figure that the report had already", () => {
    const none = {
      file: PLAN,
      find: ',\n        { "date": "2026-04-30", "value": 55.5, "source": "2026-06-01-panel/progress" }',
      put: "",
    };
    const since = seenWith((site) => sinceLastReport(site, plan(site)), [reported, none]);
    expect(since?.changes.map(({ words }) => words)).toEqual(["Its day passed on 1 May 2026, and it is not done."]);
  });

  it("is nothing that anybody can say where no report was made", () => {
    expect(sinceLastReport(good, plan(good))).toBeNull();
  });
});

describe("when councillors next see a report", () => {
  it("is the meeting that one was asked for at", () => {
    const next = seenWith((site) => nextReports(site, [plan(site)]), []);
    expect(next).toEqual([
      {
        where: "Scrutiny Panel, 1 June 2026",
        href: "/meetings/2026-06-01-panel/",
        texts: ["Progress with the plan", "A report on progress"],
      },
    ]);
  });
});

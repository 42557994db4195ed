import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Edit, GOOD_COUNCIL, JUNE, MARCH } from "../../examples/councils.ts";
import { seenWith, siteOf } from "../../examples/sites.ts";
import { filesOf, viewsOf } from "../all-pages.ts";
import type { PageKind } from "../page-kind.ts";
import { ratingView } from "../rating-words.ts";
import type { Site } from "../site.ts";
import { finding } from "./finding.ts";
import { followUps } from "./follow-ups.ts";
import { inspection } from "./inspection.ts";
import { matter } from "./matter.ts";
import { plan } from "./plan.ts";

const PLAN = "data/plans/wick-plan.json";
const MINUTES = `${MARCH}/minutes.md`;
const good = siteOf();
const view = (kind: PageKind, site: Site, at = 0) => viewsOf(kind, site)[at] as unknown as Record<string, unknown>;
const notCame: Edit = { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" };
const MATTER: Edit = {
  file: "content/matters/files.md",
  put: `---
title: Files
summary: Files were not checked.
papers: [2026-03-02-panel/inspection, 2026-03-02-panel/minutes#s2, 2026-06-01-panel/progress]
inspections: [2026-wick]
contradictions:
  - about: How many files there are
    statements:
      - { text: There are 81., saidBy: Director, source: 2026-03-02-panel/inspection#p1-2 }
      - { text: More than half are checked., saidBy: Director, source: 2026-06-01-panel/progress }
---
`,
};

describe("an inspection's page", () => {
  it("answers five questions, then each finding with its actions, and says who says so", () => {
    const page = view(inspection, good);
    expect(page.lede).toBe(
      "Inspectors judged the service inadequate. In answer the council undertook 1 action, and says that 0 are done. 1 is overdue. Inspectors have not yet been back to check.",
    );
    expect(page.findings).toMatchObject([
      {
        standing: { words: "Behind: wanted at once on 10 February 2026; overdue" },
        actions: [{ owner: "Director", late: "19 days late" }],
      },
      { positive: true, standing: null, actions: [] },
    ]);
    expect((page.answers as object[]).length).toBe(5);
  });

  it("calls no draft an undertaking, and says how the time of an inspection was said", () => {
    const draft: Edit[] = [
      { file: PLAN, find: '"status": "endorsed"', put: '"status": "draft"' },
      {
        file: PLAN,
        find: / {2}"endorsed": .*\n/.exec(readFileSync(join(GOOD_COUNCIL, PLAN), "utf8"))?.[0] ?? "",
        put: "",
      },
      {
        file: "content/inspections/2026-wick.md",
        find: "to: 2026-01-16 }",
        put: "to: 2026-01-16, said: January 2026 }",
      },
    ];
    const page = seenWith((site) => view(inspection, site), draft);
    expect(page.lede).toContain("The council has drafted 1 action in answer, which no meeting has endorsed yet.");
    expect(page.inspected).toBe("January 2026");
  });

  it("says that inspectors were here since, where nothing says what they found of it", () => {
    const [, old] = good.council.inspections.map((_, at) => view(inspection, good, at));
    expect(old?.lede).toContain("Inspectors");
    const later = seenWith(
      (site) => view(inspection, site, 1).lede,
      [
        {
          file: "content/inspections/2026-wick.md",
          find: "  - { finding: wick-2024/keys, outcome: partly put right, nowIn: files }",
          put: "",
        },
        { file: "content/inspections/2026-wick.md", find: "revisits:\n", put: "" },
      ],
    );
    expect(later).toBe("Inspectors made 1 finding. Inspectors have been here since.");
  });

  it("says at a finding that statements on record of it do not agree", () => {
    const disputed = (findings: string) =>
      seenWith(
        (site) => (view(inspection, site).findings as { isDisputed: boolean }[]).map((each) => each.isDisputed),
        [
          {
            ...MATTER,
            put: (MATTER.put ?? "").replace("    statements:", `    findings: ${findings}\n    statements:`),
          },
        ],
      );
    expect(disputed("[2026-wick/files]")).toEqual([true, false]);
    expect(disputed("[]")).toEqual([false, false]);
  });

  it("says whether the clocks of the law were kept, of an inspection that has them", () => {
    const clocks = (site: Site) => view(inspection, site).clocks;
    expect(clocks(good)).toMatchObject([
      { word: "In time", words: "It was published on 10 February 2026; the last day was 16 March 2026." },
      {
        word: "In time",
        words:
          "It was sent to The inspectorate on 20 April 2026; the last day was 14 May 2026. No published paper says so.",
      },
    ]);
    const late: Edit = { file: PLAN, find: '"on": "2026-04-20"', put: '"on": "2026-05-18"' };
    expect(seenWith(clocks, [late])).toMatchObject([{ word: "In time" }, { word: "Late", tone: "late" }]);
    const none: Edit = { file: PLAN, find: '"submitted": { "to": "The inspectorate", "on": "2026-04-20" },', put: "" };
    expect(seenWith(clocks, [none])).toMatchObject([{}, { word: "Overdue", tone: "late" }]);
    const other: Edit = { file: "content/inspections/2026-wick.md", find: "under: section 136", put: "under: other" };
    expect(seenWith(clocks, [other])).toEqual([]);
  });

  it("says where what is on record does not agree, and nothing of a paper that is not public", () => {
    expect(seenWith((site) => view(inspection, site).contradictions, [MATTER])).toMatchObject([
      { statements: [{ text: "There are 81." }, { text: "More than half are checked." }] },
    ]);
    const hidden: Edit = { file: `${JUNE}/progress.md`, find: "access: public", put: "access: exempt" };
    expect(seenWith((site) => view(inspection, site).contradictions, [MATTER, hidden])).toEqual([]);
  });

  it("has its whole thread as data, from what was found to what was asked for and came", () => {
    const file = filesOf(inspection, good).find(({ url }) => url === "/inspections/2026-wick/thread.json");
    const { nodes, links } = JSON.parse(file?.content ?? "");
    expect(nodes.map(({ key }: { key: string }) => key)).toEqual(
      expect.arrayContaining(["inspections/2026-wick/files", "plans/wick-plan/check-files", "follow-ups#report-june"]),
    );
    expect(links).toContainEqual({
      from: "follow-ups#report-june",
      words: "Answered by",
      to: "meetings/2026-06-01-panel/progress",
    });
  });

  it("has a page for each finding, one step from its neighbours", () => {
    const page = view(finding, good);
    expect(page.url).toBe("/inspections/2026-wick/files/");
    expect(page.neighbours).toMatchObject([
      { words: "Found by", nodes: [{ href: "/inspections/2026-wick/" }] },
      { words: "Looked at before as", nodes: [{ href: "/inspections/wick-2024/keys/" }] },
      { words: "Answered by", nodes: [{ href: "/plans/wick-plan/#check-files" }] },
      { words: "Reported to councillors in", nodes: [{ href: "/meetings/2026-03-02-panel/inspection/" }] },
      { words: "Asked for about it", nodes: [{ href: "/follow-ups/#report-june" }] },
    ]);
    expect(page.toCome).toMatchObject([{ word: "To be reported to councillors" }, { word: "On the agenda" }]);
  });
});

describe("a plan's page", () => {
  it("counts its actions by where they stand, and lets a reader choose among them", () => {
    expect(view(plan, good).counts).toEqual([{ status: "overdue", key: "overdue", count: 1 }]);
  });

  it("says in words what is not as it was endorsed", () => {
    const plain = readFileSync(join(GOOD_COUNCIL, PLAN), "utf8");
    const kept = plain.replace("2026-05-01", "2026-04-01");
    const hash = createHash("sha256").update(kept).digest("hex");
    const endorsed = (pinned: string): Edit[] => [
      { file: "data/plans/endorsed/wick-plan-1.0.json", put: kept },
      { file: PLAN, find: /"hash": "(\w+)"/.exec(plain)?.[0] ?? "", put: `"hash": "${pinned}"` },
    ];
    const changes = (site: Site) => (view(plan, site).endorsed as { changes: unknown }).changes;
    expect(seenWith(changes, endorsed(hash))).toEqual([
      { href: "#check-files", title: "Check every file", words: "Due: 1 May 2026; it was 1 April 2026." },
    ]);
    expect(seenWith(changes, endorsed("0".repeat(64)))).toBeNull();
  });

  it("tells no small count by saying that it changed", () => {
    const plain = readFileSync(join(GOOD_COUNCIL, PLAN), "utf8").replace('"unit": "%"', '"unit": "children"');
    const kept = plain.replace('"value": 10, "date"', '"value": 3, "date"');
    const hash = createHash("sha256").update(kept).digest("hex");
    const words = seenWith(
      (site) => (view(plan, site).endorsed as { changes: { words: string }[] }).changes.map((each) => each.words),
      [
        { file: "data/plans/endorsed/wick-plan-1.0.json", put: kept },
        { file: PLAN, put: plain.replace(/"hash": "\w+"/, `"hash": "${hash}"`) },
      ],
    );
    expect(words).toEqual(["Baseline: 10 on 31 January 2026; it was none."]);
  });

  it("withholds a count under five that could make somebody known, everywhere", () => {
    const small: Edit[] = [
      { file: PLAN, find: '"unit": "%"', put: '"unit": "children"' },
      { file: PLAN, find: '"value": 55.5', put: '"value": 3' },
    ];
    const [measure, files] = seenWith(
      (site) => [
        (view(plan, site).measures as { withheld: number; rows: { value: string }[] }[])[0],
        filesOf(plan, site)
          .map(({ content }) => content)
          .join("\n"),
      ],
      small,
    ) as [{ withheld: number; rows: { value: string }[] }, string];
    expect(measure.withheld).toBe(1);
    expect(measure.rows.map(({ value }) => value)).not.toContain("3 children");
    expect(files).not.toMatch(/2026-04-30|: 3,|,3,/);
  });

  it("shows a figure that was changed with what it was before and why", () => {
    const revised: Edit = {
      file: PLAN,
      find: '"value": 55.5,',
      put: '"value": 55.5, "revisions": [{ "value": 57, "on": "2026-05-10", "because": "Two were counted twice." }],',
    };
    const rows = seenWith(
      (site) => (view(plan, site).measures as { rows: { note: string | null }[] }[])[0]?.rows,
      [revised],
    );
    expect(rows?.map(({ note }) => note)).toContain("Published as 57% until 10 May 2026: Two were counted twice.");
  });

  it("has everything as JSON and CSV", () => {
    const files = new Map(filesOf(plan, good).map(({ url, content }) => [url, content ?? ""]));
    expect(JSON.parse(files.get("/plans/wick-plan/plan.json") ?? "")).toMatchObject({
      asOf: "2026-05-20",
      actions: [{ id: "check-files", status: "overdue" }],
      measures: [{ rating: { byRule: "green" } }],
    });
    expect(files.get("/plans/wick-plan/actions.csv")).toContain(
      "check-files,Check every file,2026-wick/files,Director,",
    );
    expect(files.get("/plans/wick-plan/figures.csv")).toContain("files-checked,Files checked,%,2026-04-30,55.5,no,");
  });
});

describe("a rating in words", () => {
  const measure = (more: object = {}) =>
    ({ ...(good.council.plans[0]?.measures[0] as never as object), ...more }) as never;

  it("says where the figure would have to be, and that a hand rates it otherwise", () => {
    const behind = measure({ readings: [{ date: "2026-04-30", value: 15, approximate: false, revisions: [] }] });
    expect(ratingView(behind, "2026-05-20")).toMatchObject({
      words: "Far behind (red)",
      because:
        "It has come 5 of the 70 percentage points from the baseline to the target. To be on course it would be at 29% on 30 April 2026.",
      byHand: null,
    });
    const byHand = { is: "amber", because: "It is recovering.", saidBy: "Director", on: "2026-05-10" };
    expect(ratingView({ ...(behind as object), rating: byHand } as never, "2026-05-20").byHand).toBe(
      "The Director judges it amber (10 May 2026), which is not what the rule says: It is recovering.",
    );
  });

  it("is none without a figure, and says so", () => {
    expect(ratingView(measure({ readings: [] }), "2026-05-20")).toMatchObject({
      words: "No rating",
      because: "There is none because no figure has been published.",
    });
  });
});

describe("the follow-ups' pages", () => {
  it("are one for the council and one for each body, with what is overdue first", () => {
    const [whole, panel] = seenWith((site) => viewsOf(followUps, site), [notCame], "2026-06-20T09:00");
    expect(whole).toMatchObject({
      url: "/follow-ups/",
      counts: [{ count: 1, words: "overdue" }],
      groups: [{ title: "Overdue", states: [{ id: "report-june", late: "19 days ago", undertakenBy: "Director" }] }],
      bodies: [{ name: "Scrutiny Panel", overdue: 1, open: 0 }],
    });
    expect(panel).toMatchObject({ url: "/follow-ups/panel/", committee: { href: "/committees/panel/" } });
  });

  it("say that a report is on the agenda before they say that it came", () => {
    const word = (now: string) =>
      seenWith(
        (site) =>
          (viewsOf(followUps, site)[0] as never as { groups: { states: { word: string }[] }[] }).groups[0]?.states[0]
            ?.word,
        [],
        now,
      );
    expect(word("2026-05-20T10:00")).toBe("On the agenda");
    expect(word("2026-06-02T10:00")).toBe("Answered");
  });

  it("say that minutes are still to come, since something may have been said there", () => {
    const notes = (...more: Edit[]) =>
      seenWith(
        (site) =>
          (viewsOf(followUps, site)[0] as never as { groups: { states: { notes: string[] }[] }[] }).groups[0]?.states[0]
            ?.notes,
        [notCame, ...more],
        "2026-06-20T09:00",
      );
    expect(notes()).toEqual([
      "The minutes of that meeting are not published yet, so what was said there is not known here.",
    ]);
    const minutes = readFileSync(join(GOOD_COUNCIL, MINUTES), "utf8").replace(
      / {4}followUps:[\s\S]*? {4}questions:/,
      "    questions:",
    );
    expect(notes({ file: `${JUNE}/minutes.md`, put: minutes })).toEqual([]);
  });

  it("say what was asked for again, and where the thing went if it went elsewhere", () => {
    const again: Edit = {
      file: MINUTES,
      find: "        due: { said: June, meeting: 2026-06-01-panel }",
      put: `        due: { date: 2026-04-01 }
      - id: report-again
        text: The report that did not come
        askedBy: the Panel
        kind: report back
        replaces: report-june
        returnsTo: panel
        due: { said: September }`,
    };
    const states = seenWith(
      (site) =>
        (viewsOf(followUps, site)[0] as never as { groups: { states: object[] }[] }).groups.flatMap(
          (group) => group.states,
        ),
      [again, notCame],
    );
    expect(states).toMatchObject([
      { id: "report-again", word: "Asked for", notes: ["Scrutiny Panel has no meeting in that month."] },
      { id: "report-june", word: "Superseded", replaced: { href: "/follow-ups/#report-again" } },
    ]);
  });

  it("have no answer as data before the meeting that a report is for", () => {
    const answered = (now: string) =>
      seenWith(
        (site) => JSON.parse(filesOf(followUps, site).find(({ url }) => url.endsWith(".json"))?.content ?? "").rows[0],
        [],
        now,
      )["answered by"];
    expect(answered("2026-05-20T10:00")).toBeNull();
    expect(answered("2026-06-02T10:00")).toBe("Progress with the plan");
  });

  it("have a row each as data", () => {
    const csv = filesOf(followUps, good).find(({ url }) => url.endsWith(".csv"))?.content;
    expect(csv?.split("\r\n")[1]).toContain("report-june,A report on progress,,report back,due,the Panel,2026-03-02,");
  });
});

describe("a matter's page", () => {
  it("tells the subject from the beginning, each meeting once, with its decisions and what it asked for", () => {
    const steps = seenWith((site) => view(matter, site).steps as never as { title: string }[], [MATTER]);
    expect(steps).toMatchObject([
      { on: "2026-02-10", title: "Wick inspection, January 2026" },
      {
        on: "2026-03-02",
        papers: [{ title: "The inspection" }, { title: "Minutes of Scrutiny Panel, 2 March 2026, minute 2" }],
        decisions: [{ minute: "2" }],
        asked: [{ id: "report-june" }],
      },
      { on: "2026-06-01", decisions: [], asked: [] },
    ]);
  });
});

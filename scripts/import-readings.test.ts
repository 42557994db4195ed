import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Draws } from "./bench/draws.ts";
import { councilWith, type Edit } from "./examples/councils.ts";
import type { ImportedReadings } from "./import/outcome-lines.ts";
import { outcomeLines } from "./import/outcome-lines.ts";
import { importReadings, type ReadingsRequest } from "./import-readings.ts";
import { loadCouncil } from "./load/council.ts";
import { endOfMonth, MONTHS } from "./model/civil.ts";
import type { Measure, Plan } from "./model/plan.ts";
import { PROJECT } from "./templating/environment.ts";

const PLAN = "data/plans/wick-plan.json";
const SOURCE = "2026-03-02-panel/inspection#p1-2";
const councils: (() => void)[] = [];
afterEach(() => {
  for (const remove of councils.splice(0)) remove();
});

/** A council whose plan counts more than one thing, in more than one unit. */
const MEASURES: Edit = {
  file: PLAN,
  find: '  "measures": [\n',
  put: `  "measures": [
    { "id": "children-moved", "title": "Children moved, by night", "unit": "children", "direction": "lower is better", "readings": [] },
    { "id": "spending", "title": "Spending", "unit": "£", "direction": "lower is better", "readings": [
      { "date": "2026-02-28", "value": 1200, "approximate": "yes", "source": "${SOURCE}" }
    ] },
`,
};

interface Tried {
  readonly outcome: ImportedReadings;
  readonly before: string;
  readonly after: string;
  readonly plan: Plan;
  /** Every problem: place, rule, message and mend. */
  readonly refused: string[];
}

function council(...edits: Edit[]): string {
  const made = councilWith(MEASURES, ...edits);
  councils.push(made.remove);
  return made.root;
}

function tryImport(csv: string | Uint8Array, asked: Partial<ReadingsRequest> = {}): Tried {
  const root = asked.root ?? council();
  const file = asked.file ?? join(root, "figures.csv");
  if (!asked.file) writeFileSync(file, csv);
  const before = readFileSync(join(root, PLAN), "utf8");
  const outcome = importReadings({ plan: "wick-plan", ...asked, root, file });
  const after = readFileSync(join(root, PLAN), "utf8");
  const refused = outcome.problems.map((each) => {
    expect(each).toMatchObject({ file, severity: "error" });
    return `${each.line}:${each.column} ${each.rule} ${each.message} | ${each.mend}`;
  });
  if (refused.length > 0) {
    expect(after).toBe(before);
    expect(outcome).toMatchObject({ isChanged: false, added: [], revised: [] });
  }
  return { outcome, before, after, plan: planIn(root), refused };
}

function planIn(root: string, id = "wick-plan"): Plan {
  const found = loadCouncil(root, { drafts: true }).council?.plans.find((each) => each.id === id);
  if (!found) throw new Error("The plan cannot be read");
  return found.value;
}

function changedLines({ before, after }: Tried): string[] {
  const [then, now] = [before.split("\n"), after.split("\n")];
  return [
    ...then.filter((line) => !now.includes(line)).map((line) => `-${line.trim()}`),
    ...now.filter((line) => !then.includes(line)).map((line) => `+${line.trim()}`),
  ];
}

describe("figures that are imported", () => {
  it("stand in the order of their days, one on a line, and nothing else in the file changes but the day", () => {
    const tried = tryImport(
      "date,files-checked\n28/02/2026,20%\n20 May 2026,c. 60\nDecember 2025,5\nMarch 2026,30.5\n",
    );
    expect(tried.outcome).toMatchObject({ isChanged: true, leftAlone: 0, blank: 0, problems: [], revised: [] });
    const lines = tried.after.split("\n");
    const first = lines.findIndex((line) => line.includes('"2025-12-31"'));
    expect(lines.slice(first, first + 6)).toEqual([
      '        { "date": "2025-12-31", "value": 5 },',
      `        { "date": "2026-01-31", "value": 10, "source": "${SOURCE}" },`,
      '        { "date": "2026-02-28", "value": 20 },',
      '        { "date": "2026-03-31", "value": 30.5 },',
      '        { "date": "2026-04-30", "value": 55.5, "source": "2026-06-01-panel/progress" },',
      '        { "date": "2026-05-20", "value": 60, "approximate": "yes" }',
    ]);
    lines.splice(first, 1);
    lines.splice(first + 1, 2);
    lines.splice(first + 2, 1);
    expect(lines.join("\n").replace(",\n      ]", "\n      ]")).toBe(tried.before);
  });

  it("make the plan as of the council's day, or of the one that the command line gives", () => {
    const csv = "date,spending\n2026-01-31,1\n";
    expect(tryImport(csv).plan.updated).toBe("2026-05-20");
    const later = tryImport(csv, { now: "2026-05-25T09:00" });
    expect(later.plan.updated).toBe("2026-05-25");
    expect(later.outcome.today).toBe("2026-05-25");
  });

  it("may be a figure a row, under columns in any order and any letters, by title or short name", () => {
    const { outcome, plan, refused } = tryImport(
      `VALUE;Date;Because;Measure;Source;Approximate\n£1,200,000;31.03.2026;;Spending;${SOURCE};yes\n~7;April 2026;;"Children moved, by night";;\n8;2026-03-31;;children-moved;;no\n`,
    );
    expect(refused).toEqual([]);
    expect(outcome.added).toHaveLength(3);
    expect(plan.measures[1]?.readings[1]).toMatchObject({ value: 1200000, approximate: true, source: SOURCE });
    expect(plan.measures[0]?.readings).toMatchObject([
      { date: "2026-03-31", value: 8, approximate: false },
      { date: "2026-04-30", value: 7, approximate: true },
    ]);
  });

  it("have the source that the command names, where their row names none", () => {
    const other = "2026-06-01-panel/progress";
    const { plan } = tryImport(`measure,date,value,source\nspending,2026-03-31,5,${SOURCE}\nspending,2026-04-30,6,\n`, {
      source: other,
    });
    expect(plan.measures[1]?.readings.slice(1).map(({ source }) => source)).toEqual([SOURCE, other]);
  });

  it("are left alone and counted where the plan has them, and blanks are counted and never a nought", () => {
    const tried = tryImport(
      'month,files-checked,children-moved,Spending\n2026-01,10.0%,,n/a\n2026-02,-,..,"1,200"\n2026-12,,,\n',
    );
    expect(tried.outcome).toMatchObject({ isChanged: false, leftAlone: 2, blank: 7, added: [], notes: [] });
    expect(tried.after).toBe(tried.before);
    expect(outcomeLines(tried.outcome)).toEqual([
      "Left alone, since the plan has the same: 2 figures.",
      "Blank, so nothing was written: 7 cells.",
      `Nothing was changed in ${PLAN}: there is no new figure.`,
    ]);
  });

  it("are told of where they are small counts of people, which the public does not see, and not where they are not", () => {
    const { outcome } = tryImport(
      "date,children-moved,spending,files-checked\n2026-03-31,4,3,2\n2026-02-28,0,1200,5\n",
    );
    expect(outcome.notes).toHaveLength(1);
    expect(outcome.notes[0]).toMatch(
      /^`children-moved`, 31 March 2026: 4 is a count of fewer than five.*`smallNumbers`/,
    );
  });

  it("are told of where the file says more of a figure that is there already", () => {
    const tried = tryImport(
      `measure,date,value,source,because\nspending,2026-02-28,1200,2026-06-01-panel/progress,Late.\n`,
    );
    expect(tried.after).toBe(tried.before);
    expect(tried.outcome.notes).toEqual([
      "`spending`, 28 February 2026: the figure is there already. The file also has the source 2026-06-01-panel/progress; add it by hand if it is right.",
      "A reason is kept for a figure that changes one of the plan's. Those given for others are not kept.",
    ]);
  });

  it("are not told of for the source that the command names, which is for those that are new", () => {
    const { outcome, plan } = tryImport("date,spending\n2026-02-28,1200\n2026-03-31,9\n", {
      source: "2026-06-01-panel/progress",
    });
    expect(outcome.notes).toEqual([]);
    expect(plan.measures[1]?.readings.map(({ source }) => source)).toEqual([SOURCE, "2026-06-01-panel/progress"]);
  });

  it("are told to the officer: what was added, what changed, what was left alone, what was blank", () => {
    const { outcome } = tryImport(
      "date,files-checked,spending\n2026-01-31,10,\n2026-02-28,20,about 1300\n2026-04-30,56,9\n",
      {
        because: "One file had been counted twice.",
      },
    );
    expect(outcomeLines(outcome)).toEqual([
      "Added:",
      "  files-checked, 28 February 2026: 20%",
      "  spending, 30 April 2026: 9 £",
      "Changed, with the figure before kept beside the new one:",
      "  spending, 28 February 2026: about 1300 £; it was 1200 £: One file had been counted twice.",
      "  files-checked, 30 April 2026: 56%; it was 55.5%: One file had been counted twice.",
      "Left alone, since the plan has the same: 1 figure.",
      "Blank, so nothing was written: 1 cell.",
      `${PLAN} is brought up to date as of 20 May 2026.`,
    ]);
  });
});

describe("a figure that changes one that is there", () => {
  it("is refused without a reason, at its own cell", () => {
    const { refused } = tryImport("date,files-checked\n2026-01-31,10\n2026-04-30,56\n");
    expect(refused).toEqual([
      expect.stringMatching(
        /^3:12 import-revision Column B: `56` is another figure.*55\.5 for 30 April 2026.*--because/,
      ),
    ]);
  });

  it("keeps the figure before, with the day and the reason, and everything else of the reading", () => {
    const tried = tryImport("date,files-checked\n2026-04-30,56\n", { because: " Two \n were found. " });
    expect(changedLines(tried)).toEqual([
      '-{ "date": "2026-04-30", "value": 55.5, "source": "2026-06-01-panel/progress" }',
      '+{ "date": "2026-04-30", "value": 56, "source": "2026-06-01-panel/progress", "revisions": [{ "value": 55.5, "on": "2026-05-20", "because": "Two were found." }] }',
    ]);
  });

  it("comes after the revisions before it, and a reason of its own row goes before the command's", () => {
    const root = council();
    tryImport("date,files-checked\n2026-04-30,56\n", { root, because: "First." });
    const { plan, outcome } = tryImport(
      'measure,date,value,because\nfiles-checked,2026-04-30,57,"Second, ""again""."\n',
      {
        root,
        because: "Not this.",
        now: "2026-05-21T09:00",
      },
    );
    expect(plan.measures[2]?.readings[1]?.revisions).toEqual([
      { value: 55.5, on: "2026-05-20", because: "First." },
      { value: 56, on: "2026-05-21", because: 'Second, "again".' },
    ]);
    expect(outcome.revised).toMatchObject([{ before: 56, value: 57, because: 'Second, "again".' }]);
  });

  it("takes the new paper, and keeps with the old figure that it was about right and which paper reported it", () => {
    const { plan } = tryImport("date,spending\n2026-02-28,1250\n", {
      because: "Paid.",
      source: "2026-06-01-panel/progress",
    });
    expect(plan.measures[1]?.readings).toEqual([
      {
        date: "2026-02-28",
        value: 1250,
        approximate: false,
        source: "2026-06-01-panel/progress",
        revisions: [{ value: 1200, approximate: true, source: SOURCE, on: "2026-05-20", because: "Paid." }],
      },
    ]);
  });

  it("leaves the same file to be imported again without another change", () => {
    const root = council();
    const csv = "measure,date,value,because\nspending,2026-02-28,1250,Paid.\nspending,2026-03-31,7,\n";
    tryImport(csv, { root });
    const again = tryImport(csv, { root });
    expect(again.after).toBe(again.before);
    expect(again.outcome).toMatchObject({ isChanged: false, leftAlone: 2, notes: [] });
  });
});

describe("a file of figures is refused, at the line and the character,", () => {
  it.each<[what: string, csv: string, at: string, says: RegExp]>([
    [
      "with a measure over a column that the plan has not",
      "date,spending,file-checked\n",
      "1:15 import-measure",
      /Column C: `file-checked` is no measure.*`files-checked`/,
    ],
    [
      "with a measure in a row that the plan has not",
      "measure,date,value\nSpendings,2026-03-31,5\n",
      "2:1 import-measure",
      /Column A: .*Did you mean `spending`/,
    ],
    [
      "with no measure in a row",
      "measure,date,value\n,2026-03-31,5\n",
      "2:1 import-measure",
      /Column A: the cell is blank/,
    ],
    ["with no measure beside the days", "date,\n2026-03-31,\n", "1:1 import-columns", /no measure beside it/],
    [
      "with columns that say nothing",
      "Fenwick,Figures\n2026-03-31,5\n",
      "1:1 import-columns",
      /does not say what the columns are/,
    ],
    ["without a column that it needs", "measure,value\nspending,5\n", "1:1 import-columns", /no column `date`/],
    [
      "with a column that is not known",
      "measure,date,value,sauce\nspending,2026-03-31,5,x\n",
      "1:20 import-columns",
      /Column D: `sauce` is no column.*`source`/,
    ],
    [
      "with a column twice",
      "measure,date,value,VALUE\nspending,2026-03-31,5,6\n",
      "1:20 import-columns",
      /Column D: .*column C/,
    ],
    [
      "with a measure over two columns",
      "date,spending,Spending\n2026-03-31,5,6\n",
      "1:15 import-columns",
      /Column C: .*column B/,
    ],
    [
      "with a figure under no name",
      "date,spending\n2026-03-31,1,234\n",
      "2:14 import-columns",
      /Column C: `234` stands under no/,
    ],
    [
      "with the same measure and day twice",
      "date,spending\nMarch 2026,5\n31/03/2026,5\n",
      "3:12 import-twice",
      /Column B: .*the first is on line 2/,
    ],
    [
      "with a day that has not come",
      "date,spending\n2026-05-20,4\n2026-05-21,5\n",
      "3:1 import-future",
      /21 May 2026\. Today is 20 May 2026/,
    ],
    [
      "with a month that is not over",
      "date,spending\nMay 2026,5\n",
      "2:1 import-future",
      /31 May 2026, the last of its month/,
    ],
    ["with a day in the American order", "date,spending\n03/31/2026,5\n", "2:1 import-day", /Column A: .*America/],
    ["with a year of two digits", "spending,date\n", "1:1 import-columns", /does not say/],
    [
      "with a year of two digits in a row",
      "measure,date,value\nspending,31/03/26,5\n",
      "2:10 import-day",
      /Column B: .*two digits/,
    ],
    ["with no day beside a figure", "date,spending\n,5\n", "2:1 import-day", /Column A: the cell is blank/],
    [
      "with no day, and the row below it, in words",
      "date,spending\nTotal,5\n",
      "2:1 import-day",
      /Column A: `Total` cannot be read/,
    ],
    [
      "with a comma that may be a point",
      'date,spending\n2026-03-31,"12,5"\n',
      "2:12 import-value",
      /Column B: `12,5` has a comma.*12\.5/,
    ],
    [
      "with per cent of what is counted",
      "date,children-moved\n2026-03-31,61%\n",
      "2:12 import-value",
      /Column B: .*per cent.*children/,
    ],
    [
      "with pounds of what is counted",
      "date,children-moved\n2026-03-31,£6\n",
      "2:12 import-value",
      /Column B: .*pounds.*children/,
    ],
    ["with a formula", "date,spending\n2026-03-31,=SUM(A1:A2)\n", "2:12 import-value", /Column B: .*formula/],
    [
      "with words for a figure",
      'date,spending\n"2026-03-31",five\n',
      "2:14 import-value",
      /Column B: `five` cannot be read/,
    ],
    [
      "with a source that is none",
      "measure,date,value,source\nspending,2026-03-31,5,the papers\n",
      "2:23 import-source",
      /Column D: .*is no source/,
    ],
    [
      "with a source at no meeting",
      "measure,date,value,source\nspending,2026-03-31,5,2026-03-03-panel/x\n",
      "2:23 import-source",
      /leads nowhere.*Did you mean `2026-03-02-panel`/,
    ],
    [
      "with a source in no paragraph",
      "measure,date,value,source\nspending,2026-03-31,5,2026-03-02-panel/inspection#p9-9\n",
      "2:23 import-source",
      /no paragraph `#p9-9`/,
    ],
    [
      "with approximate neither yes nor no",
      "measure,date,value,approximate\nspending,2026-03-31,5,maybe\n",
      "2:23 import-approximate",
      /Column D: .*neither/,
    ],
    [
      "with approximate against the figure",
      "measure,date,value,approximate\nspending,2026-03-31,c. 5,no\n",
      "2:26 import-approximate",
      /contradicts/,
    ],
    [
      "with a reason that hides a character",
      "measure,date,value,because\nspending,2026-02-28,5,a\u202eb\n",
      "2:23 import-reason",
      /cannot be seen/,
    ],
    [
      "with a quotation mark that is not closed",
      'date,spending\n2026-03-31,"5\n',
      "2:12 import-quotes",
      /never closed/,
    ],
    ["with nothing in it", "", "1:1 import-columns", /nothing in this file/],
  ])("%s", (_, csv, at, says) => {
    const { refused } = tryImport(csv);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.startsWith(`${at} `), refused[0]).toBe(true);
    expect(refused[0]).toMatch(says);
  });

  it("where it is not UTF-8, with how to save it", () => {
    const { refused } = tryImport(
      Buffer.concat([Buffer.from("date,spending\n2026-03-31,"), Buffer.from([0xa3, 0x35])]),
    );
    expect(refused).toEqual([expect.stringMatching(/^2:12 import-encoding .*CSV UTF-8/)]);
  });

  it("with every problem at once, in the order of the file, and nothing is changed for the rest of it", () => {
    const { refused, outcome } = tryImport(
      "date,spending,file-checked,children-moved\n2026-03-31,7,7,7\n2026-02-30,5,5,x\n2026-02-28,5,5,12%\n2027-01-31,5,,\n",
    );
    expect(refused.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual([
      "1:15 import-measure",
      "3:1 import-day",
      "3:16 import-value",
      "4:12 import-revision",
      "4:16 import-value",
      "5:1 import-future",
    ]);
    expect(outcomeLines(outcome).slice(-2)).toEqual([
      "6 problems, 6 of which must be put right.",
      `Nothing was changed in ${PLAN}.`,
    ]);
  });

  it("without saying more of a long cell than an officer can read", () => {
    const { refused } = tryImport(`date,spending\n2026-03-31,${"9 lives ".repeat(1000)}\n`);
    expect(refused[0]?.length).toBeLessThan(400);
  });
});

describe("a plan is not changed", () => {
  const GOOD = "date,spending\n2026-03-31,5\n";
  it.each<[what: string, asked: Partial<ReadingsRequest>, says: RegExp]>([
    ["that is named by a way out of its folder", { plan: "../council" }, /is no plan's name/],
    ["that is named with its file's ending", { plan: "wick-plan.json" }, /is no plan's name/],
    ["that there is not", { plan: "wik-plan" }, /There is no plan `wik-plan`\. Did you mean `wick-plan`\?/],
    ["for a source that is none", { source: "minutes" }, /--source must be a meeting/],
    ["for a source that leads nowhere", { source: "2026-03-02-panel/inspecton" }, /no paper `inspecton`/],
    ["for a reason without words", { because: "  " }, /--because says why/],
    ["for a reason that hides a character", { because: "a\u202eb" }, /cannot be seen/],
    ["by a file that there is not", { file: "/no/such/figures.csv" }, /There is no file/],
    ["by a folder", { file: PROJECT }, /There is no file/],
  ])("%s", (_, asked, says) => {
    expect(() => tryImport(GOOD, asked)).toThrow(says);
  });

  it("that cannot be read, and its faults are told", () => {
    const root = council({ file: PLAN, find: '"title": "Wick plan",', put: '"titel": "Wick plan",' });
    expect(() => importReadings({ root, file: saved(root, GOOD), plan: "wick-plan" })).toThrow(
      /cannot be read:\n.*data\/plans\/wick-plan\.json:2:3 error unknown-field/s,
    );
  });

  it("where there is no council that can be read", () => {
    const root = council({ file: "data/council.json", put: "{" });
    expect(() => importReadings({ root, file: saved(root, GOOD), plan: "wick-plan" })).toThrow(/data\/council\.json:1/);
  });

  it("that is a link, or lies behind one", () => {
    const root = council();
    renameSync(join(root, PLAN), join(root, "elsewhere.json"));
    symlinkSync(join(root, "elsewhere.json"), join(root, PLAN));
    expect(() => importReadings({ root, file: saved(root, GOOD), plan: "wick-plan" })).toThrow("is a link");
    const other = council();
    renameSync(join(other, "data/plans"), join(other, "plans"));
    symlinkSync(join(other, "plans"), join(other, "data/plans"));
    expect(() => importReadings({ root: other, file: saved(other, GOOD), plan: "wick-plan" })).toThrow("is a link");
  });

  it("that has two readings of one day, or two measures of one name", () => {
    const double = council({ file: PLAN, find: '"date": "2026-04-30"', put: '"date": "2026-01-31"' });
    expect(() => importReadings({ root: double, file: saved(double, GOOD), plan: "wick-plan" })).toThrow(
      "two readings of",
    );
    const same = council({ file: PLAN, find: '"id": "children-moved"', put: '"id": "spending"' });
    expect(() => importReadings({ root: same, file: saved(same, GOOD), plan: "wick-plan" })).toThrow("two measures");
  });

  it("by a file of more than 10 MB, and is not read where it is as large itself", () => {
    const root = council();
    const file = saved(root, GOOD);
    truncateSync(file, 10 * 1024 * 1024 + 1);
    expect(() => importReadings({ root, file, plan: "wick-plan" })).toThrow("larger than 10 MB");
    truncateSync(join(root, PLAN), 10 * 1024 * 1024 + 1);
    expect(() => importReadings({ root, file, plan: "wick-plan" })).toThrow(`${PLAN} is larger`);
  });

  it("by half where it cannot be written", () => {
    const root = council();
    const file = saved(root, GOOD);
    // What is being written goes beside the plan under this name.
    mkdirSync(join(root, `${PLAN}.${process.pid}.unfinished`));
    const before = readFileSync(join(root, PLAN), "utf8");
    expect(() => importReadings({ root, file, plan: "wick-plan" })).toThrow("could not be written");
    expect(readFileSync(join(root, PLAN), "utf8")).toBe(before);
  });
});

describe("a plan's own figures", () => {
  const PLANS = ["improvement-plan", "recovery-plan"];
  let root: string;
  let remove: () => void;
  const plans = new Map<string, Plan>();
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "clear-days-"));
    remove = () => rmSync(root, { recursive: true });
    // The sample with its drafts, where every source is; what was issued is large, and the same.
    const wanted = (path: string) => !/[\\/]issued$/.test(path);
    for (const folder of ["content", "data"])
      cpSync(join(PROJECT, folder), join(root, folder), { recursive: true, filter: wanted });
    for (const id of PLANS) plans.set(id, planIn(root, id));
  });
  afterAll(() => remove());
  const fileOf = (id: string) => join(root, `data/plans/${id}.json`);

  it("change nothing, written as CSV in either shape and any way that an officer may write them", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const draws = new Draws(seed);
      const id = draws.pick(PLANS);
      const plan = plans.get(id) as Plan;
      const csv = draws.happens(50) ? longCsv(plan, draws) : wideCsv(plan, draws);
      const before = readFileSync(fileOf(id), "utf8");
      const outcome = importReadings({ root, file: saved(root, csv), plan: id });
      expect(outcome.problems, `seed ${seed}\n${csv}`).toEqual([]);
      expect(outcome, `seed ${seed}\n${csv}`).toMatchObject({ isChanged: false, added: [], revised: [], notes: [] });
      expect(outcome.leftAlone).toBe(plan.measures.flatMap(({ readings }) => readings).length);
      expect(readFileSync(fileOf(id), "utf8")).toBe(before);
    }
  });

  it("come back to the letter where some were taken out of the plan and all are imported again", () => {
    for (let seed = 1; seed <= 16; seed++) {
      const draws = new Draws(seed);
      const id = draws.pick(PLANS);
      const [plan, full] = [plans.get(id) as Plan, readFileSync(fileOf(id), "utf8")];
      const share = draws.pick([10, 50, 100]);
      // A figure that was revised has more to it than a CSV can say.
      const lines = full
        .split("\n")
        .filter((line) => !isReading(line) || line.includes("revisions") || !draws.happens(share));
      writeFileSync(fileOf(id), lines.join("\n").replace(/,\n( *\])/g, "\n$1"));
      const outcome = importReadings({
        root,
        file: saved(root, longCsv(plan, draws)),
        plan: id,
        now: `${plan.updated}T10:00`,
      });
      expect(outcome.problems, `seed ${seed}`).toEqual([]);
      expect(readFileSync(fileOf(id), "utf8"), `seed ${seed}`).toBe(full);
    }
  });
});

function isReading(line: string): boolean {
  return /^ {8}\{ "date": "[^"]*", "value"/.test(line);
}

function saved(root: string, csv: string): string {
  const file = join(root, "figures.csv");
  writeFileSync(file, csv);
  return file;
}

/** A figure a row, in no order. */
function longCsv(plan: Plan, draws: Draws): string {
  const rows = plan.measures.flatMap((measure) =>
    measure.readings.map(({ date, value, approximate, source = "" }) => {
      const inCell = approximate && draws.happens(50);
      const said = approximate && !inCell ? "yes" : draws.pick(approximate ? ["yes", ""] : ["", "No"]);
      const name = draws.pick([measure.id, measure.title]);
      return [name, dayWords(date, draws), figureWords(value, measure, inCell, draws), source, said, ""];
    }),
  );
  return csvOf([["Measure", "DATE", "value", "source", "approximate", "because"], ...shuffled(rows, draws)], draws);
}

/** A measure a column and a day a row, blank where a measure has no figure of that day. */
function wideCsv(plan: Plan, draws: Draws): string {
  const measures = shuffled(plan.measures, draws);
  const days = [...new Set(measures.flatMap(({ readings }) => readings.map(({ date }) => date)))];
  const rows = shuffled(days, draws).map((day) => [
    dayWords(day, draws),
    ...measures.map((measure) => {
      const reading = measure.readings.find(({ date }) => date === day);
      return reading
        ? figureWords(reading.value, measure, reading.approximate, draws)
        : draws.pick(["", "-", "n/a", ".."]);
    }),
  ]);
  return csvOf(
    [[draws.pick(["date", "Month"]), ...measures.map(({ id, title }) => draws.pick([id, title]))], ...rows],
    draws,
  );
}

function dayWords(date: string, draws: Draws): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = MONTHS[Number(month) - 1] as string;
  const ways = [date, `${day}/${month}/${year}`, `${day}.${month}.${year}`, `${Number(day)} ${name} ${year}`];
  const months = [`${name} ${year}`, `${name.slice(0, 3)} ${year}`, `${year}-${month}`];
  return draws.pick(date === endOfMonth(date) ? [...ways, ...months] : ways);
}

function figureWords(value: number, { unit }: Measure, isAbout: boolean, draws: Draws): string {
  const words = draws.pick([String(value), value.toFixed(2)]);
  const sign = unit === "%" ? draws.pick(["", "%", " %"]) : "";
  return `${isAbout ? draws.pick(["c. ", "about ", "~"]) : ""}${words}${sign}`;
}

function csvOf(rows: readonly (readonly string[])[], draws: Draws): string {
  const [separator, end] = [draws.pick([",", ";", "\t"]), draws.pick(["\r\n", "\n"])];
  const cell = (words: string) =>
    /[",;\t]/.test(words) || draws.happens(20) ? `"${words.replaceAll('"', '""')}"` : words;
  const blank = draws.happens(30) ? [rows[0]?.map(() => "") ?? []] : [];
  return `${draws.pick(["", "\uFEFF"])}${[...rows, ...blank].map((row) => row.map(cell).join(separator)).join(end)}${end}`;
}

function shuffled<Thing>(things: readonly Thing[], draws: Draws): Thing[] {
  return things
    .map((thing) => ({ thing, at: draws.whole(0, 1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}

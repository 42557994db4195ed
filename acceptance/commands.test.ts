import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilWith, JUNE, MARCH, makeEdit } from "../scripts/examples/councils.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { readPack } from "./pack-checks.ts";
import { filesOf } from "./sample-site.ts";
import { onePage } from "./supplied/one-page.ts";

const START = join(PROJECT, "scripts/start.js");

/** Runs a command as an officer would, and gives what it printed and how it ended. */
function run(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [START, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  return { out: stdout, err: stderr, status };
}

/** Everything in a folder, as one text, PDFs as the text a reader finds in them. */
async function allText(folder: string): Promise<string> {
  const texts = await Promise.all(
    filesOf(folder).map(async (file) => {
      const bytes = readFileSync(join(folder, file));
      return file.endsWith(".pdf") ? (await readPack(bytes)).pages.join(" ") : `${file} ${bytes.toString("utf8")}`;
    }),
  );
  return texts.join("\n");
}

describe("check", () => {
  it("ends with 0 and says so where nothing is wrong", () => {
    const { root, remove } = councilWith();
    expect(run(["check", "--root", root])).toMatchObject({
      status: 0,
      err: "",
      out: expect.stringContaining("No problems"),
    });
    remove();
  });

  it("gives every problem with file, line and column, the same as JSON, and no trace", () => {
    const { root, remove } = councilWith(
      { file: "content/committees/panel.md", find: "quorum:", put: "qorum:" },
      { file: "data/plans/wick-plan.json", find: '"version"', put: '"vresion"' },
    );
    const { out, err, status } = run(["check", "--root", root]);
    expect(status).toBe(1);
    expect(out).toMatch(
      /^content\/committees\/panel\.md:7:1 error unknown-field There is no field `qorum`\.\n {4}Did you mean `quorum`\?/,
    );
    expect(out + err).not.toMatch(/\bat .*\.ts:\d+/);
    const json = JSON.parse(run(["check", "--root", root, "--json"]).out) as { rule: string }[];
    expect(json.map(({ rule }) => rule)).toEqual(["unknown-field", "missing-field", "unknown-field"]);
    remove();
  });

  it("ends with 1 and words where there is no council, and with 2 and words for what is no command or option", () => {
    const empty = mkdtempSync(join(tmpdir(), "clear-days-"));
    expect(run(["check", "--root", empty])).toMatchObject({
      status: 1,
      out: expect.stringContaining("not a council's folder"),
    });
    const hint = "\n`npm start -- --help` lists every command with what it takes.\n";
    expect(run(["chekc"])).toEqual({
      status: 2,
      out: "",
      err: `There is no command \`chekc\`. Is it \`check\`?${hint}`,
    });
    const rot = `\`check\` takes no --rot. Is it \`--root\`?${hint}`;
    expect(run(["check", "--rot", "x"])).toEqual({ status: 2, out: "", err: rot });
    rmSync(empty, { recursive: true });
  });
});

describe("issuing, and the public site", () => {
  let root: string;
  let remove: () => void;
  const build = () =>
    run(["build", "--root", root, "--out", join(root, "out")], { PUPPETEER_EXECUTABLE_PATH: "/no/such/browser" });
  const issue = (...args: string[]) => run(["issue", ...args, "--root", root]);

  beforeAll(() => {
    ({ root, remove } = councilWith());
  });
  afterAll(() => remove());

  it("shows a meeting and nothing of its papers before they are issued", async () => {
    expect(build().status).toBe(0);
    const text = await allText(join(root, "out"));
    expect(text).toContain("The agenda has not been issued yet.");
    for (const word of ["ZEBRADRAFT", "Turnover was", "Progress with the plan", "letter.pdf"])
      expect(text).not.toContain(word);
  });

  it("says that a reading is to follow while its paper is not issued, and not what it is", async () => {
    const text = readFileSync(join(root, "out/plans/wick-plan/index.html"), "utf8");
    expect(text).toContain("2 further readings to follow");
    expect(text).not.toContain("55.5");
  });

  it("issues an agenda with its papers: a snapshot, a record and a pack", () => {
    const { out, status } = issue("2026-03-02-panel", "--kind", "agenda", "--now", "2026-05-20T09:30");
    expect(status).toBe(0);
    expect(out).toContain("Issued: 2026-03-02-panel, agenda, Wednesday 20 May 2026 at 9.30am.");
    const names = filesOf(join(root, MARCH, "issued/1")).sort();
    expect(names).toEqual(
      [
        "agenda-pack-large-print.pdf",
        "agenda-pack.pdf",
        "agenda.md",
        "appendices/letter.pdf",
        "context.json",
        "inspection.md",
        "page-map/inspection.json",
        "papers/inspection.pdf",
        "record.json",
      ].map((name) => join(name)),
    );
    expect(loadCouncil(root, { drafts: false }).problems).toEqual([]);
  });

  it("then makes the papers public, without a browser, and still nothing of the other meeting", async () => {
    expect(build().status).toBe(0);
    const text = await allText(join(root, "out"));
    expect(text).toContain("81 files were checked");
    expect(text).toContain("Publishing terms would raise the price.");
    expect(text).not.toContain("ZEBRADRAFT");
    expect(existsSync(join(root, "out/meetings/2026-03-02-panel/agenda-pack.pdf"))).toBe(true);
    expect(existsSync(join(root, "out/meetings/2026-03-02-panel/appendices/letter.pdf"))).toBe(true);
  });

  it("keeps what was issued as it was when the draft changes afterwards", async () => {
    makeEdit(root, {
      file: `${MARCH}/inspection.md`,
      find: "81 files were checked.",
      put: "91 files were checked: YAKDRAFT.",
    });
    expect(build().status).toBe(0);
    const text = await allText(join(root, "out"));
    expect(text).toContain("81 files were checked");
    expect(text).not.toContain("YAKDRAFT");
  });

  it("builds the public site whatever is wrong in a draft", () => {
    writeFileSync(join(root, JUNE, "progress.md"), "---js\nboom()\n---\n");
    expect(build().status).toBe(0);
    makeEdit(root, {
      file: `${JUNE}/progress.md`,
      put: "---\ntitle: Progress\naccess: public\nagendaItem: 2\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\n## A\n\nText.\n",
    });
  });

  it("chains the minutes' record to the agenda's", () => {
    expect(issue("2026-03-02-panel", "--kind", "minutes", "--now", "2026-05-20T10:00").status).toBe(0);
    const record = JSON.parse(readFileSync(join(root, MARCH, "issued/2/record.json"), "utf8")) as {
      previous: string;
      kind: string;
    };
    expect(record).toMatchObject({ kind: "minutes", previous: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(loadCouncil(root, { drafts: false }).problems).toEqual([]);
  });

  it("refuses to issue twice, in words", () => {
    expect(issue("2026-03-02-panel", "--kind", "agenda")).toMatchObject({
      status: 1,
      err: expect.stringContaining("is issued"),
    });
    expect(issue("2026-03-02-panel", "--kind", "supplement")).toMatchObject({
      status: 1,
      err: expect.stringContaining("nothing for a supplement"),
    });
  });

  it("refuses a supplement where it is the agenda that was changed, and says that is a revision", () => {
    const changed = { file: `${MARCH}/agenda.md`, find: "title: Apologies }", put: "title: Apologies for absence }" };
    makeEdit(root, changed);
    expect(issue("2026-03-02-panel", "--kind", "supplement")).toMatchObject({
      status: 1,
      err: expect.stringContaining("that is a revision"),
    });
    makeEdit(root, { file: changed.file, find: changed.put, put: changed.find });
  });

  it("does not follow a link out of the council's folder", async () => {
    const other = councilWith();
    const secret = mkdtempSync(join(tmpdir(), "restricted-"));
    cpSync(join(other.root, MARCH, "appendices/letter.pdf"), join(secret, "secret.pdf"));
    rmSync(join(other.root, MARCH, "appendices/letter.pdf"));
    symlinkSync(join(secret, "secret.pdf"), join(other.root, MARCH, "appendices/letter.pdf"));
    const { out, status } = run(["issue", "2026-03-02-panel", "--kind", "agenda", "--root", other.root]);
    expect(status).toBe(0);
    expect(out).toContain("Held back: inspection");
    expect(out).toContain("a link to one elsewhere does not count");
    expect(filesOf(join(other.root, MARCH, "issued/1"))).not.toContain("inspection.md");
    other.remove();
    rmSync(secret, { recursive: true });
  });

  it("refuses a meeting that there is not, with the nearest that there is", () => {
    expect(issue("2026-03-02-pannel")).toMatchObject({
      status: 2,
      err: expect.stringContaining("Did you mean `2026-03-02-panel`?"),
    });
  });

  it("refuses a meeting whose papers have an error, with the line, and leaves no snapshot", () => {
    makeEdit(root, { file: `${JUNE}/agenda.md`, find: "papers: [progress]", put: "papers: [progres]" });
    const { err, status } = issue("2026-06-01-panel");
    expect(status).toBe(1);
    expect(err).toContain("Nothing was issued for 2026-06-01-panel");
    expect(err).toContain(`${JUNE}/agenda.md:7:`);
    expect(existsSync(join(root, JUNE, "issued"))).toBe(false);
  });

  it("holds back a report whose appendix cannot be read, and says which", () => {
    const other = councilWith({ file: `${MARCH}/appendices/letter.pdf`, put: "%PDF-1.7 and then nothing" });
    const { out, err, status } = run(["issue", "2026-03-02-panel", "--kind", "agenda", "--root", other.root]);
    other.remove();
    expect(status).toBe(0);
    expect(`${out}${err}`).toContain("`appendices/letter.pdf` is broken or breaks off");
    expect(out).toContain("`inspection`: held back until what stands above is put right");
  });

  it("refuses an appendix of which only the printing finds out that it cannot be read, and leaves nothing", () => {
    const other = councilWith();
    const contents = { stream: "no such packing", entries: "/Filter /FlateDecode" };
    const bytes = onePage({ page: "/Contents 10 0 R", more: { 10: contents } });
    writeFileSync(join(other.root, MARCH, "appendices/letter.pdf"), bytes);
    const { err, status } = run(["issue", "2026-03-02-panel", "--kind", "agenda", "--root", other.root]);
    const isIssued = existsSync(join(other.root, MARCH, "issued"));
    other.remove();
    expect(status).toBe(1);
    expect(err).toContain("appendices/letter.pdf is broken or breaks off");
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
    expect(isIssued).toBe(false);
  });

  it("stops publication when what was issued was tampered with, and keeps the site that was there", () => {
    const file = join(root, MARCH, "issued/1/inspection.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("81 files", "18 files"));
    const { out, status } = build();
    expect(status).toBe(1);
    expect(out).toContain("is not as it was issued");
    expect(readFileSync(join(root, "out/meetings/2026-03-02-panel/inspection/index.html"), "utf8")).toContain(
      "81 files",
    );
  });

  it("lets nobody choose the time, except in the sample", () => {
    const council = councilWith({
      file: "data/council.json",
      find: ',\n  "sample": { "now": "2026-05-20T10:00", "issued": [] }',
      put: "",
    });
    expect(run(["issue", "2026-03-02-panel", "--now", "2020-01-01T09:00", "--root", council.root])).toMatchObject({
      status: 2,
      err: expect.stringContaining("for the sample council"),
    });
    expect(run(["sample", "--root", council.root])).toMatchObject({
      status: 1,
      err: expect.stringContaining("not the sample council"),
    });
    council.remove();
  });
});

describe("import and endorse", () => {
  let root: string;
  let remove: () => void;
  beforeAll(() => {
    ({ root, remove } = councilWith({
      file: "figures.csv",
      put: "date,files-checked\n2026-01-31,10\n2026-05-15,60\n2026-05-21,61\n",
    }));
  });
  afterAll(() => remove());
  const readings = (...args: string[]) =>
    run(["import", "readings", join(root, "figures.csv"), "--plan", "wick-plan", "--root", root, ...args]);

  it("end with 1 and every problem by line and column, and nothing is changed", () => {
    const before = readFileSync(join(root, "data/plans/wick-plan.json"), "utf8");
    const { out, status } = readings();
    expect(status).toBe(1);
    expect(out).toContain(`${join(root, "figures.csv")}:4:1 error import-future Column A:`);
    expect(JSON.parse(readings("--json").out)).toMatchObject({
      isChanged: false,
      problems: [{ rule: "import-future", line: 4, column: 1 }],
    });
    expect(readFileSync(join(root, "data/plans/wick-plan.json"), "utf8")).toBe(before);
  });

  it("write figures into a plan, by the council's clock or the one that is given, and say what they did", () => {
    const { out, status } = readings("--today", "2026-05-22");
    expect(status).toBe(0);
    expect(out).toContain("Added:\n  files-checked, 15 May 2026: 60%\n  files-checked, 21 May 2026: 61%\n");
    expect(readFileSync(join(root, "data/plans/wick-plan.json"), "utf8")).toContain('"updated": "2026-05-22"');
    expect(JSON.parse(readings("--today", "2026-05-22", "--json").out)).toMatchObject({ leftAlone: 3, added: [] });
  });

  it("keep the plan that a meeting endorsed", () => {
    const plan = join(root, "data/plans/wick-plan.json");
    expect(run(["endorse", "wick-plan", "--root", root])).toMatchObject({
      status: 1,
      err: expect.stringContaining("Version 1.0 was already endorsed"),
    });
    makeEdit(root, { file: "data/plans/endorsed", put: null });
    writeFileSync(plan, readFileSync(plan, "utf8").replace(/, "version": "1\.0", "hash": "[0-9a-f]{64}"/, ""));
    const { out, status } = run(["endorse", "wick-plan", "--root", root]);
    expect(status).toBe(0);
    expect(out).toContain("Kept: data/plans/endorsed/wick-plan-1.0.json, SHA-256 ");
    expect(run(["check", "--root", root, "--today", "2026-05-22"])).toMatchObject({ status: 0 });
  });

  it("refuse what they do not know with 2, and the nearest that they know", () => {
    for (const [args, says] of [
      [["import", "reading", "x.csv"], "Did you mean `readings`?"],
      [["import", "figures"], "It knows: readings, word, appendix."],
      [["import"], "Say what to import: npm run import -- readings"],
      [["import", "readings"], "Name the file to import: npm run import -- readings"],
      [["import", "word", "report.docx"], "Name the meeting that the report is for"],
      [["import", "word", "report.docx", "--meeting", "2026-06-01-panel"], "Give the number of its item"],
      [["import", "word", "no.docx", "--meeting", "2026-06-01-panel", "--item", "2"], "There is no file no.docx"],
      [["import", "appendix", "plan.pdf"], "Name the meeting"],
      [["import", "word", "a.docx", "b.docx"], "One at a time: `b.docx`"],
      [["import", "readings", "x.csv"], "Name the plan"],
      [["import", "readings", "x.csv", "y.csv", "--plan", "wick-plan"], "One at a time: `y.csv`"],
      [["new"], "Say what to begin: npm run new -- meeting cabinet 2026-12-14"],
      [["new", "minutes", "2026-06-02-panel", "--root", root], "Did you mean `2026-06-01-panel`?"],
      [["endorse"], "Name the plan: npm run endorse -- improvement-plan"],
      [["endorse", "wik-plan", "--root", root], "Did you mean `wick-plan`?"],
    ] as const)
      expect(run([...args])).toMatchObject({ status: 2, err: expect.stringContaining(says) });
  });
});

describe("new, from the command line", () => {
  it("ends with 0 and what it wrote, and with 1 and what is there already the second time", () => {
    const { root, remove } = councilWith();
    const again = () => run(["new", "meeting", "panel", "2026-07-06", "--root", root]);
    const folder = "content/meetings/2026/2026-07-06-panel";
    const { out, status } = again();
    expect(status).toBe(0);
    expect(out).toContain(`Written: ${folder}/meeting.md\nWritten: ${folder}/agenda.md\n`);
    expect(out).toContain("by Friday 26 June 2026");
    expect(out).toMatch(/agenda\.md:3:11 what is to be decided/);
    expect(again()).toMatchObject({ status: 1, err: expect.stringContaining("there already") });
    const json = run(["new", "report", "2026-06-01-panel", "2", "--report", "more", "--root", root, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({
      kind: "report",
      meeting: "2026-06-01-panel",
      duties: { body: "Scrutiny Panel" },
    });
    expect(run(["check", "--root", root])).toMatchObject({
      status: 1,
      out: expect.stringContaining("to-be-filled-in"),
    });
    remove();
  });
});

describe("clear-days", () => {
  it("counts day by day, and gives the other direction", () => {
    const { out, status } = run(["clear-days", "2011-09-16", "2011-09-26"]);
    expect(status).toBe(0);
    expect(out).toContain("Saturday 17 September 2011: not counted, Saturday\n");
    expect(out).toContain("Friday 23 September 2011: 5\n");
    expect(out).toContain("5 clear days; 5 are wanted");
    expect(out).toContain(
      "The last lawful issue day for a meeting on Monday 26 September 2011 is Friday 16 September 2011.",
    );
  });

  it("gives the same as JSON, and by another nation's law", () => {
    expect(JSON.parse(run(["clear-days", "2012-04-10", "2012-04-18", "--json"]).out)).toMatchObject({
      clearDays: 5,
      lawful: true,
    });
    expect(
      JSON.parse(run(["clear-days", "2026-06-11", "2026-06-17", "--nation", "scotland", "--json"]).out),
    ).toMatchObject({ clearDays: 2, wanted: 3, lawful: false });
  });

  it("leaves out the days that the council's standing orders add", () => {
    const { root, remove } = councilWith({
      file: "data/council.json",
      find: '"colours"',
      put: '"standingOrders": { "officeCloses": "17:00", "closedDays": [{ "date": "2026-12-29", "why": "Offices closed" }] },\n  "colours"',
    });
    expect(run(["clear-days", "2026-12-23", "2027-01-05", "--root", root]).out).toContain(
      "Tuesday 29 December 2026: not counted, Offices closed",
    );
    expect(run(["clear-days", "2026-12-22T17:30", "2027-01-05", "--root", root]).out).toContain(
      "Wednesday 23 December 2026: issued",
    );
    remove();
  });

  it("refuses what is no day, an unknown nation, and a year it does not know", () => {
    expect(run(["clear-days", "2011-09-31", "2011-10-10"])).toMatchObject({
      status: 2,
      err: expect.stringContaining("the day of issue and the day of the meeting"),
    });
    expect(run(["clear-days", "2011-09-16", "2011-09-26", "--nation", "france"])).toMatchObject({
      status: 2,
      err: expect.stringContaining("england"),
    });
    expect(run(["clear-days", "1979-05-01", "1979-05-10"])).toMatchObject({
      status: 1,
      err: expect.stringContaining("are covered from 1990 to 2028"),
    });
  });
});

describe("publishing", () => {
  it("turns a link to the new tree, and the other tree stays until the next build", () => {
    const { root, remove } = councilWith();
    expect(run(["build", "--root", root]).status).toBe(0);
    const first = readFileSync(join(root, "_site/index.html"), "utf8");
    expect(run(["build", "--root", root]).status).toBe(0);
    expect(readFileSync(join(root, "_site/index.html"), "utf8")).toBe(first);
    expect(filesOf(join(root, ".cleardays/trees")).filter((file) => file.endsWith("sitemap.xml"))).toHaveLength(2);
    remove();
  });

  it("takes away from a real folder what is no longer there, and never empties somebody else's", () => {
    const { root, remove } = councilWith();
    const out = mkdtempSync(join(tmpdir(), "clear-days-out-"));
    expect(run(["build", "--root", root, "--out", out]).status).toBe(0);
    rmSync(join(root, "content/pages/about.md"));
    expect(run(["build", "--root", root, "--out", out]).status).toBe(0);
    expect(existsSync(join(out, "about"))).toBe(false);
    const foreign = mkdtempSync(join(tmpdir(), "holiday-photos-"));
    writeFileSync(join(foreign, "beach.jpg"), "sea");
    expect(run(["build", "--root", root, "--out", foreign])).toMatchObject({
      status: 1,
      err: expect.stringContaining("did not write"),
    });
    expect(existsSync(join(foreign, "beach.jpg"))).toBe(true);
    for (const folder of [out, foreign]) rmSync(folder, { recursive: true });
    remove();
  });

  it("never puts a preview where a public site is, nor turns somebody's own link", () => {
    const { root, remove } = councilWith();
    expect(run(["build", "--root", root]).status).toBe(0);
    expect(run(["preview", "--root", root, "--out", join(root, "_site")])).toMatchObject({
      status: 1,
      err: expect.stringContaining("is a public site, and drafts would take its place"),
    });
    symlinkSync(join(root, "content"), join(root, "mine"));
    expect(run(["build", "--root", root, "--out", join(root, "mine")]).status).toBe(1);
    expect(readFileSync(join(root, "mine/pages/about.md"), "utf8")).toContain("tiny council");
    remove();
  });

  it("says which links of the site lead nowhere, and publishes all the same", () => {
    const { root, remove } = councilWith({
      file: "content/pages/about.md",
      find: "A tiny",
      put: "See [gone](/gone/) and [here](/meetings/). A tiny",
    });
    const { out, status } = run(["build", "--root", root]);
    expect(status).toBe(0);
    expect(out.match(/dead-link .*/g)).toEqual(["dead-link The link `/gone/` on this page leads nowhere."]);
    remove();
  });

  it("makes the same site from the same council", async () => {
    const { root, remove } = councilWith();
    const outs = ["one", "two"].map((name) => join(root, name));
    for (const out of outs) expect(run(["build", "--root", root, "--out", out]).status).toBe(0);
    const [one, two] = outs.map((out) =>
      filesOf(out)
        .sort()
        .map((file) => [file, readFileSync(join(out, file), "base64")]),
    );
    expect(one).toEqual(two);
    remove();
  });
});

describe("a council's own templates", () => {
  it("take the place of ours, may extend them, and new ones are new pages", () => {
    const { root, remove } = councilWith(
      {
        file: "templates/pages/home.njk",
        put: '{% extends "layouts/page.njk" %}{% block content %}<h1>Our own front page</h1>{% endblock %}',
      },
      {
        file: "templates/pages/visit.njk",
        put: '{% extends "layouts/page.njk" %}{% block content %}<h1>Visit {{ council.settings.name | shout }}</h1>{% endblock %}',
      },
      {
        file: ".eleventy.js",
        put: "export default (config) => config.addFilter('shout', (words) => words.toUpperCase());\n",
      },
    );
    expect(run(["build", "--root", root])).toMatchObject({ status: 0 });
    expect(readFileSync(join(root, "_site/index.html"), "utf8")).toContain("Our own front page");
    expect(readFileSync(join(root, "_site/visit/index.html"), "utf8")).toContain("Visit LITTLE WICK COUNCIL");
    remove();
  });
});

describe("start", () => {
  it("serves the preview, says where to look, prints the draft pack and follows an edit", {
    timeout: 90_000,
  }, async () => {
    const { root, remove } = councilWith();
    const child = spawn(process.execPath, [START, "start", "--root", root], { env: { ...process.env, CI: "true" } });
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      said += data;
    });
    const until = async (words: RegExp) => {
      for (let tries = 0; tries < 600 && !words.test(said); tries++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(said).toMatch(words);
    };
    try {
      await until(/The officer's desk: http:\/\/localhost:\d+\/desk\//);
      await until(/drafts included: http:\/\/localhost:\d+\//);
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? "";
      await until(/Draft pack, \d+ pages/);
      const pack = await fetch(`${address}/meetings/2026-06-01-panel/draft-pack.pdf`);
      const { pages } = await readPack(new Uint8Array(await pack.arrayBuffer()));
      for (const text of pages) expect(text).toMatch(/Draft: not issued|draft, not issued/);
      expect((await fetch(`${address}/no/such/page/`)).status).toBe(404);
      makeEdit(root, { file: `${JUNE}/progress.md`, find: "More than half", put: "Nearly all" });
      await until(/Built again/);
      expect(await (await fetch(`${address}/meetings/2026-06-01-panel/progress/`)).text()).toContain("Nearly all");
    } finally {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
      remove();
    }
  });
});

describe("the linter", () => {
  it("refuses an import that goes the wrong way, and allows the right one", { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "clear-days-lint-"));
    for (const file of ["biome.json", ".gitignore"]) cpSync(join(PROJECT, file), join(folder, file));
    const plant = (file: string, from: string) =>
      makeEdit(folder, {
        file: `scripts/${file}`,
        put: `import { thing } from "${from}";\n\nexport const other = thing;\n`,
      });
    plant("model/wrong.ts", "../site/site.ts");
    plant("site/pages/wrong.ts", "../../load/council.ts");
    plant("access/wrong.ts", "../packs/make-pack.ts");
    plant("import/wrong.ts", "../load/council.ts");
    plant("check/wrong.ts", "../import/figures.ts");
    plant("drafting/wrong.ts", "../site/site.ts");
    plant("word/wrong.ts", "../load/files.ts");
    plant("word/right.ts", "../markdown/parser.ts");
    plant("load/wrong.ts", "../drafting/draft-text.ts");
    plant("serve/wrong.ts", "../commands/start.ts");
    plant("issue.ts", "./commands/issue.ts");
    plant("commands/wrong.ts", "../cli.ts");
    plant("commands/right.ts", "../issue.ts");
    plant("publish/wrong.ts", "../site/site.ts");
    plant("building/wrong.ts", "../hosting/netlify.ts");
    plant("edits/wrong.ts", "../site/site.ts");
    plant("edits/right.ts", "../build.ts");
    plant("drafting/right.ts", "../check/business-now.ts");
    plant("import/right.ts", "../model/plan.ts");
    plant("load/right.ts", "../model/council.ts");
    const { stdout, stderr } = spawnSync(
      join(PROJECT, "node_modules/.bin/biome"),
      ["lint", "--max-diagnostics=50", "scripts"],
      { cwd: folder, encoding: "utf8" },
    );
    const found = [...(stdout + stderr).matchAll(/(scripts\/\S+?):\d+:\d+ lint\/style\/noRestrictedImports/g)].map(
      (match) => match[1],
    );
    expect(found.sort()).toEqual([
      "scripts/access/wrong.ts",
      "scripts/building/wrong.ts",
      "scripts/check/wrong.ts",
      "scripts/commands/wrong.ts",
      "scripts/drafting/wrong.ts",
      "scripts/edits/wrong.ts",
      "scripts/import/wrong.ts",
      "scripts/issue.ts",
      "scripts/load/wrong.ts",
      "scripts/model/wrong.ts",
      "scripts/publish/wrong.ts",
      "scripts/serve/wrong.ts",
      "scripts/site/pages/wrong.ts",
      "scripts/word/wrong.ts",
    ]);
    rmSync(folder, { recursive: true });
  });

  it("holds each folder to what the architecture says that it imports, and to nothing else", {
    timeout: 60_000,
  }, () => {
    const rows = readFileSync(join(PROJECT, "docs/architecture.md"), "utf8").matchAll(
      /^\| `([a-z-]+)\/` \|[^|]*\| ([^|]+) \|$/gm,
    );
    const allowed = new Map([...rows].map(([, folder = "", imports = ""]) => [folder, imports.split(/, | and /)]));
    // Tests of all folders import it, and what stands beside tests in one.
    allowed.delete("commands");
    const folders = readdirSync(join(PROJECT, "scripts"), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(folders.filter((name) => !allowed.has(name))).toEqual(["commands", "examples"]);
    const planted = mkdtempSync(join(tmpdir(), "clear-days-lint-"));
    for (const file of ["biome.json", ".gitignore"]) cpSync(join(PROJECT, file), join(planted, file));
    const wrong: string[] = [];
    for (const [folder, imports] of allowed)
      for (const other of folders) {
        if (other === folder || (folder === "restricted" && other === "examples")) continue;
        const file = `scripts/${folder}/to-${other}.ts`;
        makeEdit(planted, {
          file,
          put: `import { thing } from "../${other}/it.ts";\n\nexport const other = thing;\n`,
        });
        if (!imports.includes(other)) wrong.push(file);
      }
    expect(wrong.length).toBeGreaterThan(700);
    const { stdout, stderr } = spawnSync(
      join(PROJECT, "node_modules/.bin/biome"),
      ["lint", "--max-diagnostics=none", "scripts"],
      { cwd: planted, encoding: "utf8", maxBuffer: 100_000_000 },
    );
    const found = [...(stdout + stderr).matchAll(/(scripts\/\S+?):\d+:\d+ lint\/style\/noRestrictedImports/g)].map(
      ([, file]) => file,
    );
    expect(found.sort()).toEqual(wrong.sort());
    rmSync(planted, { recursive: true });
  });
});

describe("the record and the restricted folder, from the command line", () => {
  let root: string;
  let remove: () => void;
  let restricted: string;
  const CONTRACT = "content/meetings/2026/2026-03-02-panel/contract.md";
  beforeAll(() => {
    ({ root, remove } = councilWith());
    restricted = mkdtempSync(join(tmpdir(), "restricted-"));
    mkdirSync(dirname(join(restricted, CONTRACT)), { recursive: true });
    writeFileSync(
      join(restricted, CONTRACT),
      "---\ntitle: The contract\naccess: exempt\nagendaItem: 4\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nNot for publication: financial or business affairs\n\nThe lowest price offered was thirty one pounds an hour for every worker.\n",
    );
  });
  afterAll(() => {
    remove();
    rmSync(restricted, { recursive: true, force: true });
  });
  const command = (...args: string[]) => run([...args, "--root", root]);

  it("says what the key and the fingerprints are for, where nothing is looked for with them", () => {
    for (const option of ["--key-file", "--fingerprints"])
      expect(run(["verify", option, "x", "--root", root])).toMatchObject({
        status: 2,
        err: expect.stringContaining("are for --leaks"),
      });
  });

  it("has the calendar of duties, for people and for programs", () => {
    expect(command("check", "--calendar").out).toContain("by Thursday 21 May 2026");
    expect(JSON.parse(command("check", "--calendar", "--json").out)).toMatchObject([
      {
        meeting: "2026-06-01-panel",
        duties: [{ rule: "notice-of-meeting", lastDay: "2026-05-21" }, { rule: "agenda-open" }],
      },
    ]);
  });

  it("verifies what is issued, and gives the last hash of every chain to be signed", () => {
    expect(command("issue", "2026-03-02-panel").status).toBe(0);
    expect(command("verify")).toMatchObject({ status: 0, out: expect.stringContaining("1 chains, 1 records") });
    expect(command("verify", "--heads").out).toMatch(/^[0-9a-f]{64} {2}2026-03-02-panel\/1\.json\n$/);
  });

  it("holds restricted papers to their marking, and refuses a restricted folder within reach", () => {
    expect(command("check", "--restricted", restricted)).toMatchObject({ status: 0 });
    expect(command("check", "--restricted", join(root, "content"))).toMatchObject({ status: 2 });
  });

  it("finds a passage of a restricted paper in a draft, by fingerprints that say nothing of it", () => {
    const key = join(restricted, "fingerprint.key");
    expect(command("fingerprint", "--restricted", restricted).status).toBe(0);
    expect(readFileSync(join(root, "fingerprints.json"), "utf8")).not.toContain("lowest");
    expect(command("verify", "--leaks", "--key-file", key)).toMatchObject({ status: 0 });
    makeEdit(root, {
      file: `${JUNE}/progress.md`,
      find: "More than half",
      put: "The lowest PRICE offered was **thirty one** pounds an hour. More than half",
    });
    const { out, status } = command("verify", "--leaks", "--key-file", key);
    expect(status).toBe(1);
    expect(out).toContain("progress.md holds words of a restricted paper");
    expect(command("verify", "--leaks")).toMatchObject({ status: 2, err: expect.stringContaining("--key-file") });
  });
});

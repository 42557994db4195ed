/**
 * The leak test: nothing of a paper that is restricted, unissued or withdrawn is in any output, cache or log of the public
 * build. A control build with the filter taken out finds every token; and each of several breaks of the filter is found.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftCouncil } from "../scripts/access/admit-drafts.ts";
import { issue } from "../scripts/issue.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import type { Council, Papers } from "../scripts/model/council.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { filesUnder } from "../scripts/restricted/files-under.ts";
import { readPdf } from "../scripts/restricted/pdf-text.ts";
import { renderSite } from "../scripts/site/render.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { folderOf, type LeakyCouncil, leakyCouncil, TODAY } from "./leaky-council.ts";
import { searchTree } from "./search-tree.ts";

const printer = new Printer();
afterAll(() => printer.close());

/** A leaky council with its acts done. */
interface Standing {
  readonly council: LeakyCouncil;
  /** The council before anything was withdrawn. */
  readonly before: string;
  readonly remove: () => void;
}

async function standingCouncil(size: number): Promise<Standing> {
  const council = await leakyCouncil(size);
  const asked = (meeting: string) => ({ root: council.root, address: meeting, now: TODAY });
  for (const { meeting, kind } of council.toIssue) await issue({ ...asked(meeting), kind }, printer, () => {});
  putLater(council);
  const before = mkdtempSync(join(tmpdir(), "leaky-before-"));
  cpSync(council.root, before, { recursive: true });
  for (const { meeting, paper } of council.toWithdraw)
    await issue({ ...asked(meeting), kind: "withdrawal", papers: [paper] }, printer, () => {});
  const remove = () => {
    council.remove();
    rmSync(before, { recursive: true, force: true });
  };
  return { council, before, remove };
}

/** Changes made to drafts after they were issued. */
function putLater({ root, toIssue }: LeakyCouncil): void {
  for (const { meeting } of toIssue) {
    const later = join(root, folderOf(meeting), ".later");
    if (!existsSync(later)) continue;
    for (const name of readdirSync(later)) renameSync(join(later, name), join(root, folderOf(meeting), name));
    rmSync(later, { recursive: true });
  }
}

interface BuildOutput {
  readonly folder: string;
  readonly status: number | null;
  readonly log: string;
}

/** Builds the public site with the program in `program`, and gathers the tree, the caches and the log into one folder. */
function build(root: string, program = PROJECT, command = "build"): BuildOutput {
  const folder = mkdtempSync(join(tmpdir(), "leaky-out-"));
  rmSync(join(root, ".cleardays"), { recursive: true, force: true });
  // A real folder, since the search goes through no links.
  mkdirSync(join(folder, "site"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(program, "scripts/cli.ts"), command, "--root", root, "--out", join(folder, "site"), "--now", TODAY],
    // The workers of a build have no command line.
    { encoding: "utf8", env: { ...process.env, LEAKY_ROOT: root } },
  );
  const log = `${stdout}${stderr}`;
  writeFileSync(join(folder, "log.txt"), log);
  if (existsSync(join(root, ".cleardays")))
    cpSync(join(root, ".cleardays"), join(folder, "caches"), { recursive: true });
  return { folder, status, log };
}

/** The tokens and figures that are in `folder`, however they are hidden, with where each was planted. */
async function leaksIn(folder: string, council: LeakyCouncil): Promise<string[]> {
  const found = await searchTree(folder, [...council.tokens.keys()]);
  const leaks = [...found].map(([token, files]) => `${council.tokens.get(token)?.where} in ${files.join(", ")}`);
  return [...leaks, ...(await figuresIn(folder, council)).map((figure) => `the figure ${figure}`)];
}

async function figuresIn(folder: string, council: LeakyCouncil): Promise<string[]> {
  const found = new Set<string>();
  for (const file of filesUnder(folder).files) {
    const bytes = readFileSync(join(folder, file));
    const text = file.endsWith(".pdf") ? (await readPdf(bytes)).pages.map(String).join(" ") : bytes.toString("latin1");
    const digits = text.replace(/[,\s]/g, "");
    for (const figure of council.figures) if (digits.includes(figure)) found.add(figure);
  }
  return [...found];
}

describe("the public build of a large council with secrets in every corner", () => {
  let council: LeakyCouncil;
  /** For the control. */
  let before: string;
  let remove = () => {};
  beforeAll(async () => {
    ({ council, before, remove } = await standingCouncil(1));
  }, 300_000);
  afterAll(() => remove());

  it("lets nothing out that is restricted, unissued or withdrawn: no page, file, name, cache or line of the log", async () => {
    const { folder, status, log } = build(council.root);
    expect(log).not.toContain("error");
    expect(status).toBe(0);
    const files = filesUnder(folder).files.length;
    const leaks = await leaksIn(folder, council);
    const planted = council.tokens.size + council.figures.length;
    process.stdout.write(`Leak test: ${planted} tokens x ${files} files searched, ${leaks.length} found.\n`);
    expect(leaks).toEqual([]);
    expect(planted).toBeGreaterThan(2000);
    expect(files).toBeGreaterThan(150);
    rmSync(folder, { recursive: true });
  });

  it("leaves nothing of what was withdrawn in any snapshot, and the chain still holds", async () => {
    const withdrawn = [...council.tokens].filter(([, { secrecy }]) => secrecy === "withdrawn").map(([token]) => token);
    for (const { meeting } of council.toWithdraw) {
      const found = await searchTree(join(council.root, folderOf(meeting), "issued"), withdrawn);
      expect([...found]).toEqual([]);
    }
    expect(loadCouncil(council.root, { drafts: false }).problems).toEqual([]);
  });

  it("has a control that finds every one of them, with the filter taken out and everything loaded", async () => {
    const folder = mkdtempSync(join(tmpdir(), "leaky-control-"));
    cpSync(join(council.restricted, "content"), join(before, "content"), { recursive: true });
    const read = loadCouncil(before, { drafts: true, now: TODAY }).council;
    if (!read) throw new Error("The control's council cannot be read");
    const everything = unfiltered(read);
    mkdirSync(join(folder, "site"));
    const { pages, files } = await renderSite(draftCouncil(everything), { root: before });
    const put = (url: string, bytes: string | Uint8Array) => {
      const path = join(folder, "site", url.endsWith("/") ? `${url}index.html` : url);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    };
    for (const [url, html] of pages) put(url, html);
    for (const { url, content, from } of files) put(url, content ?? readFileSync(resolve(before, from ?? "")));
    const found = await searchTree(folder, [...council.tokens.keys()]);
    const missed = [...council.tokens].filter(([token]) => !found.has(token)).map(([, { where }]) => where);
    expect(missed).toEqual([]);
    expect(new Set(await figuresIn(folder, council))).toEqual(new Set(council.figures));
    rmSync(folder, { recursive: true });
  });
});

/** Every part said to be public, whatever it says itself. */
function unfiltered(read: Council): Council {
  const openPapers = (papers: Papers): Papers => ({
    ...papers,
    reports: papers.reports.map((report) => ({
      ...report,
      value: {
        ...report.value,
        access: "public",
        appendices: report.value.appendices.map((each) => ({ ...each, access: "public" })),
      },
    })),
  });
  return {
    ...read,
    meetings: read.meetings.map((meeting) => ({ ...meeting, drafts: meeting.drafts && openPapers(meeting.drafts) })),
  };
}

/** One thing taken out of the program, in one place. */
interface Break {
  readonly where: string;
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
  /** Where the leak is then found, so that a crash is not taken for one. */
  readonly leaksTo: string;
}

const BREAKS: readonly Break[] = [
  {
    where: "the flow",
    what: "the public build admits drafts",
    file: "scripts/build.ts",
    find: 'return build({ ...options, out, audience: "public" }, progress);',
    put: 'return build({ ...options, out, audience: "draft" }, progress);',
    leaksTo: "site/",
  },
  {
    where: "the gate of readings",
    what: "figures and progress do not wait for their paper",
    file: "scripts/site/facts/papers-shown.ts",
    find: 'return (reference) => reference === undefined || shown.has(reference.split("#")[0] ?? "");',
    put: "return (reference) => shown.size >= 0 || reference === undefined;",
    leaksTo: "site/",
  },
  {
    where: "matters",
    what: "a matter names papers that are not issued",
    file: "scripts/access/admit.ts",
    find: "const papers = matter.value.papers.filter(isPublic);",
    put: "const papers = matter.value.papers.filter((paper) => isPublic(undefined) && paper);",
    leaksTo: "site/",
  },
  {
    where: "publication",
    what: "the tree is given the meetings' folders as they lie",
    file: "scripts/building/publish-groups.ts",
    find: "    const left = new Map<string, number>();",
    put: '    cpSync(join(works.atHand.root, "content/meetings"), join(tree, "papers"), { recursive: true });\n    const left = new Map<string, number>();',
    leaksTo: "caches/",
  },
  {
    where: "the log",
    what: "problems of drafts are told by the public build",
    file: "scripts/build.ts",
    find: "  return { published, problems, out };",
    put: '  const { checkCouncil } = await import("./check/check.ts");\n  const { loadCouncil } = await import("./load/council.ts");\n  return { published, problems: [...problems, ...checkCouncil(loadCouncil(options.root, { drafts: true }))], out };',
    leaksTo: "log.txt",
  },
  {
    where: "a cache",
    what: "what was read is kept for the next time",
    file: "scripts/building/meeting-cache.ts",
    find: "    keepFile(join(this.folder, hash), this.kind, content);\n    this.shared",
    put: '    const all = readMeeting({ root: this.root, problems: [], unreadable: new Set() }, folder, true);\n    keepFile(join(this.folder, "../read", hash), this.kind, packedMeeting(all, {}));\n    this.shared',
    leaksTo: "caches/",
  },
  {
    where: "the files of a page",
    what: "a meeting's page brings along every file of its folder",
    file: "scripts/site/pages/meeting.ts",
    find: "  files: (_, { id, packs, papers, minutes }) => [",
    put: '  files: (_, { id, packs, papers, minutes, living }) => [\n      ...readdirSync(dirname(join(process.env.LEAKY_ROOT ?? "", living.body.file))).filter((name) => name.endsWith(".md")).map((name) => ({ url: ["/meetings", id, name].join("/"), from: join(dirname(living.body.file), name) })),',
    leaksTo: "site/",
  },
];

/** Imports that the breaks want, put at the top of the file that is broken. */
const IMPORTS =
  'import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";\nimport { dirname, join } from "node:path";\n';

// A small council with the same corners: what a break lets out is found in it too, in a third of the time.
describe("each break of the filter is found", () => {
  let council: LeakyCouncil;
  let before: string;
  let remove = () => {};
  let program: string;
  beforeAll(async () => {
    ({ council, before, remove } = await standingCouncil(0.2));
    program = join(PROJECT, ".cleardays", `broken-${process.pid}`);
    mkdirSync(program, { recursive: true });
    for (const name of ["templates", ".eleventy.js", "package.json", "tsconfig.json"])
      cpSync(join(PROJECT, name), join(program, name), { recursive: true });
  }, 300_000);
  afterAll(() => {
    remove();
    rmSync(program, { recursive: true, force: true });
  });

  const breakIt = ({ file, find, put }: Break) => {
    rmSync(join(program, "scripts"), { recursive: true, force: true });
    cpSync(join(PROJECT, "scripts"), join(program, "scripts"), { recursive: true });
    const path = join(program, file);
    const code = readFileSync(path, "utf8");
    if (!code.includes(find)) throw new Error(`${file} does not hold what is to be broken: ${find}`);
    writeFileSync(path, withImports(code.replace(find, () => put)));
  };

  it("and none is where nothing is broken", async () => {
    rmSync(join(program, "scripts"), { recursive: true, force: true });
    cpSync(join(PROJECT, "scripts"), join(program, "scripts"), { recursive: true });
    const { folder, status } = build(council.root, program);
    expect(status).toBe(0);
    expect(await leaksIn(folder, council)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  for (const each of BREAKS)
    it(`in ${each.where}: ${each.what}`, async () => {
      breakIt(each);
      const { folder, status, log } = build(council.root, program);
      const leaks = await leaksIn(folder, council);
      rmSync(folder, { recursive: true });
      expect(log).not.toContain("fault of Clear Days");
      expect(status).toBe(0);
      expect(leaks.filter((leak) => leak.includes(each.leaksTo)).length).toBeGreaterThan(0);
    });

  it("in withdrawal: the pack that takes the place of the old one still has the paper", async () => {
    breakIt({
      where: "withdrawal",
      what: "the pack is printed again with the paper",
      leaksTo: "issued/",
      file: "scripts/issuing/withdraw.ts",
      find: "{ council: left, gone, ...act }",
      put: "{ council, gone: new Map([...gone].slice(0, 0)), ...act }",
    });
    const root = mkdtempSync(join(tmpdir(), "leaky-again-"));
    cpSync(before, root, { recursive: true });
    const { meeting, paper } = council.toWithdraw[0] ?? { meeting: "", paper: "" };
    spawnSync(
      process.execPath,
      [
        join(program, "scripts/cli.ts"),
        "issue",
        meeting,
        "--kind",
        "withdrawal",
        "--paper",
        paper,
        "--root",
        root,
        "--now",
        TODAY,
      ],
      { encoding: "utf8" },
    );
    const own = new Set(
      [...council.tokens].filter(([, { where }]) => where.startsWith(meeting)).map(([token]) => token),
    );
    const found = await searchTree(join(root, folderOf(meeting), "issued"), [...own]);
    rmSync(root, { recursive: true });
    expect(found.size).toBeGreaterThan(0);
  });
});

/** The imports that are not there yet. */
function withImports(code: string): string {
  const names = ["cpSync", "mkdirSync", "readdirSync", "writeFileSync", "dirname", "join"];
  const missing = (name: string) => !new RegExp(`import[^;]*\\b${name}\\b[^;]*from "node:`).test(code);
  const wanted = IMPORTS.replace(
    /\{ ([^}]*) \}/g,
    (_, list: string) =>
      `{ ${list
        .split(", ")
        .filter((name) => names.includes(name) && missing(name))
        .join(", ")} }`,
  );
  return `${wanted}${code}`;
}

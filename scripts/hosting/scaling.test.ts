import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { buildPreview, buildPublicSite } from "../build.ts";
import { whatStands } from "../edits/whole-tree.ts";
import { councilWith, makeEdit } from "../examples/councils.ts";
import { ListeningBrowsers } from "../examples/listening-browsers.ts";
import { PROJECT } from "../templating/environment.ts";

const FOLDER = join(PROJECT, "docs/scaling");
const COMMANDS = join(PROJECT, "scripts/commands");
const PAGE = readFileSync(join(PROJECT, "docs/scaling.md"), "utf8");
const textOf = (name: string) => readFileSync(join(FOLDER, name), "utf8");
const files = readdirSync(FOLDER);
const manifests = files.filter((name) => /\.ya?ml$/.test(name));

/** What a text has an engine run of ours: commands with the options they are given, and files. */
function named(text: string) {
  const commands = [...text.matchAll(/npm run ([\w-]+)(?: -- ([^\n`]*))?/g)];
  return {
    commands: commands.map(([, name = ""]) => name),
    options: commands.flatMap(([, , rest = ""]) => [...rest.matchAll(/--([a-z-]+)/g)].map(([, option = ""]) => option)),
    files: [...text.matchAll(/\b(?:sh|node) (docs\/\S+)/g)].map(([, file = ""]) => file),
  };
}

function commandLine() {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { scripts: object };
  const program = readdirSync(COMMANDS).map((name) => readFileSync(join(COMMANDS, name), "utf8"));
  return {
    commands: Object.keys(scripts),
    options: program.flatMap((text) =>
      [...text.matchAll(/"?\b([a-z-]+)"?: \{ type: "(?:string|boolean)"/g)].map(([, name = ""]) => name),
    ),
  };
}

function run(name: string, ...asked: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(FOLDER, name), ...asked], { encoding: "utf8" });
  return { lines: stdout.split("\n").filter(Boolean), stderr, status };
}

describe("the manifests for engines that build many councils", () => {
  it.each(manifests)("%s is YAML without a fault", (name) => {
    const documents = parseAllDocuments(textOf(name), { strict: true, uniqueKeys: true });
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) {
      expect(document.errors.concat(document.warnings)).toEqual([]);
      expect(document.toJS()).toBeTypeOf("object");
    }
  });

  it.each([...manifests, "../scaling.md"])("%s names commands, options and files that there are", (name) => {
    const text = textOf(name);
    const { commands, options, files: run } = named(text);
    const known = commandLine();
    expect(commands.length).toBeGreaterThan(0);
    expect(known.options).toContain("browser");
    expect(commands.filter((each) => !known.commands.includes(each))).toEqual([]);
    expect(options.filter((each) => !known.options.includes(each))).toEqual([]);
    expect(run.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });

  it("have the cache by the name that the program asks for", () => {
    const program = readFileSync(join(COMMANDS, "build.ts"), "utf8");
    for (const name of manifests) expect(textOf(name)).toContain("CLEAR_DAYS_CACHE");
    expect(program).toContain("process.env.CLEAR_DAYS_CACHE");
  });

  it("are each explained in docs/scaling.md", () => {
    for (const name of files) expect(PAGE).toContain(`scaling/${name}`);
  });
});

describe("the list of what changed between two trees", () => {
  const folder = mkdtempSync(join(tmpdir(), "changed-"));
  const { root, remove } = councilWith();
  afterAll(() => {
    remove();
    rmSync(folder, { recursive: true });
  });
  const out = join(root, "_site");
  const NEW = "content/pages/new.md";
  const isSent = (path: string) => !/^\.|^_headers$|\/$/.test(path);

  async function built(): Promise<{ manifest: string; stands: Map<string, string> }> {
    await buildPublicSite({ root, out }, () => {});
    const manifest = join(folder, `${readdirSync(folder).length}.manifest`);
    writeFileSync(manifest, readFileSync(`${realpathSync(out)}.manifest`));
    return { manifest, stands: new Map([...whatStands(out)].filter(([path]) => isSent(path))) };
  }

  it("has what is new or other, and what is gone, and nothing that stayed", async () => {
    const first = await built();
    expect(run("changed-paths.mjs", first.manifest, first.manifest).lines).toEqual([]);
    const all = run("changed-paths.mjs", "/dev/null", first.manifest).lines;
    expect(all.toSorted()).toEqual([...first.stands.keys()].map((path) => `put ${path}`).toSorted());
    expect(all.findIndex((line) => line.endsWith(".html"))).toBeGreaterThan(
      all.findLastIndex((line) => /assets/.test(line)),
    );

    makeEdit(root, { file: NEW, put: "---\ntitle: New\n---\nA page.\n" });
    const second = await built();
    makeEdit(root, { file: NEW, put: null });
    makeEdit(root, { file: "content/pages/about.md", find: "for tests", put: "for other tests" });
    const third = await built();
    for (const [from, to] of [
      [first, second],
      [second, third],
    ] as const) {
      const wanted = [
        ...[...to.stands].flatMap(([path, hash]) => (from.stands.get(path) === hash ? [] : `put ${path}`)),
        ...[...from.stands.keys()].flatMap((path) => (to.stands.has(path) ? [] : `delete ${path}`)),
      ];
      const changed = run("changed-paths.mjs", from.manifest, to.manifest).lines;
      expect(changed.toSorted()).toEqual(wanted.toSorted());
      expect(wanted).toContain(`${to === second ? "put" : "delete"} new/index.html`);
      expect(changed.length).toBeLessThan(10);
    }
  });

  it("is refused of a preview, which holds drafts", async () => {
    const preview = join(root, "_preview");
    await buildPreview({ root, out: preview }, () => {});
    const { lines, status, stderr } = run("changed-paths.mjs", "/dev/null", `${realpathSync(preview)}.manifest`);
    expect([lines, status]).toEqual([[], 1]);
    expect(stderr).toContain("is of a preview");
  });

  it("is refused of a manifest that is cut short, which would take away what is public", async () => {
    const { manifest } = await built();
    const whole = readFileSync(manifest);
    const cut = join(folder, "cut");
    writeFileSync(cut, whole.subarray(0, whole.length - 40));
    const { lines, status, stderr } = run("changed-paths.mjs", manifest, cut);
    expect([lines, status]).toEqual([[], 1]);
    expect(stderr).toContain("no whole manifest");
  });
});

describe("the browsers of a pool", () => {
  const browsers = new ListeningBrowsers();
  afterAll(() => browsers.close());

  it("are asked for the addresses that printing takes; one that does not answer is left out", async () => {
    const one = await browsers.start();
    const { port } = new URL(one.wsEndpoint());
    const { lines, stderr } = run("browsers-at.mjs", "127.0.0.1:9", `127.0.0.1:${port}`);
    expect(lines).toEqual([`--browser ${one.wsEndpoint()}`]);
    expect(stderr).toBe("No browser answers at 127.0.0.1:9.\n");
  });

  it("of which none answers end the job before it begins", () => {
    expect(run("browsers-at.mjs", "127.0.0.1:9").status).toBe(1);
  });
});

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPreview, buildPublicSite } from "../build.ts";
import { councilWith, type Edit, JUNE } from "../examples/councils.ts";
import { PROJECT } from "../templating/environment.ts";

/** Every file of ours that is loaded with `entry`, directly or through another. */
function loadedWith(entry: string, found = new Set<string>()): Set<string> {
  const file = resolve(PROJECT, entry);
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, from = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+\.ts)"/g))
    loadedWith(join(dirname(file), from), found);
  return found;
}

const folders = (entry: string) =>
  new Set([...loadedWith(entry)].map((file) => dirname(relative(join(PROJECT, "scripts"), file))));

/** What a build of a council leaves on the disk: the names of its files, and all that they say. */
async function left(build: "public" | "preview" | "served preview", ...edits: Edit[]) {
  const { root, remove } = councilWith(...edits);
  const out = join(root, "out");
  mkdirSync(out);
  try {
    const told =
      build === "public"
        ? await buildPublicSite({ root, out }, () => {})
        : await buildPreview({ root, out, liveReload: build === "served preview" }, () => {});
    expect(told.published?.pages).toBeGreaterThan(5);
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const names = files.map(({ parentPath, name }) => relative(out, join(parentPath, name)));
    const texts = names.map((name) => ({ name, text: readFileSync(join(out, name), "latin1") }));
    return { names, files: texts, text: texts.map(({ text }) => text).join("\n") };
  } finally {
    remove();
  }
}

/** What nothing but a page of the desk says. */
const OF_THE_DESK = [
  "The public will not see",
  "data-import",
  'name="token"',
  "desk/desk.css",
  "desk.js",
  "form-action 'self'",
];

/** What the preview's server puts into pages, and nothing else says. */
const PUT_IN_BY_THE_SERVER = [
  "preview-problems",
  "problems-here",
  "problem-here",
  "data-problems-total",
  "leads to no paragraph of this paper",
];

describe("the problems that a page of the preview shows when it is served", () => {
  const faulty = { file: `${JUNE}/progress.md`, find: "ZEBRADRAFT", put: "ZEBRADRAFT [words](#p9-9)" };

  it("stand in no tree, but for the preview's own list of problems", async () => {
    for (const build of ["public", "preview", "served preview"] as const) {
      const { files } = await left(build, faulty);
      const pages = files.filter(({ name }) => !name.startsWith("problems/"));
      expect(pages.length).toBeGreaterThan(5);
      for (const { name, text } of pages)
        for (const words of PUT_IN_BY_THE_SERVER)
          expect(text.includes(words), `${build} ${name}: ${words}`).toBe(false);
      // The very question finds them where they are.
      const list = files.find(({ name }) => name === "problems/index.html");
      expect(list?.text.includes("leads to no paragraph of this paper")).toBe(build === "public" ? undefined : true);
    }
  });
});

describe("the desk", () => {
  it("is out of reach of the public build: no file that it loads loads a file of the desk, or of the server", () => {
    const loaded = folders("scripts/build.ts");
    expect(loaded).toContain("site/pages");
    expect([...loaded].filter((folder) => /^(desk|serve|word)\b/.test(folder))).toEqual([]);
    // The very question finds it where it is.
    expect(folders("scripts/serve/preview-session.ts")).toContain("desk");
  });

  it("stands on no page and in no file of the public site", async () => {
    const { names, text } = await left("public");
    expect(names.filter((name) => /desk/i.test(name))).toEqual([]);
    for (const words of [...OF_THE_DESK, "/desk/"]) expect(text.includes(words), words).toBe(false);
  });

  it("is not written with the preview either: what is on the disk has a link to it where the server is there to follow it", async () => {
    const written = await left("preview");
    expect(written.names.filter((name) => /desk/i.test(name))).toEqual([]);
    for (const words of [...OF_THE_DESK, "/desk/"]) expect(written.text.includes(words), words).toBe(false);
    const served = await left("served preview");
    expect(served.names.filter((name) => /desk/i.test(name))).toEqual([]);
    for (const words of OF_THE_DESK) expect(served.text.includes(words), words).toBe(false);
    expect(served.text).toContain('<a href="/desk/">The desk</a>');
  });
});

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPreview, buildPublicSite } from "../build.ts";
import { councilWith } from "../examples/councils.ts";
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
async function left(build: "public" | "preview" | "served preview") {
  const { root, remove } = councilWith();
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
    return { names, text: names.map((name) => readFileSync(join(out, name), "latin1")).join("\n") };
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

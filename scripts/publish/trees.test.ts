import { lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Make } from "./bring-up-to-date.ts";
import { checkTree } from "./check-tree.ts";
import { emptyRoot, type MadeUpSite, makerOf, NOON, textsOf, textsUnder, wantedOf } from "./made-up-trees.ts";
import { writeInto } from "./tree-files.ts";
import { type PublishOptions, publishTrees } from "./trees.ts";

let place: ReturnType<typeof emptyRoot>;
beforeEach(() => {
  place = emptyRoot();
});
afterEach(() => place.remove());

const MARCH = { "meetings/march/index.html": "<p>March</p>", "meetings/march/pack.pdf": "%PDF march" };
const JUNE = { "meetings/june/index.html": "<p>June</p>", "meetings/june/secret.html": "<p>Since withdrawn</p>" };
const SITE: MadeUpSite = { march: MARCH, june: JUNE, calendar: { "index.html": "<p>Council</p>" } };
const WITHDRAWN: MadeUpSite = { ...SITE, june: { "meetings/june/index.html": "<p>June, less</p>" } };

const put = (site: MadeUpSite, options: PublishOptions = {}, now = NOON) =>
  publishTrees(wantedOf(site, now), makerOf(site), place.root, place.out, options);

/** Publishes and gives what was asked to be made. */
async function asked(site: MadeUpSite, options: PublishOptions = {}): Promise<string[]> {
  const paths: string[] = [];
  const make: Make = async (missing, tree) => {
    paths.push(...[...missing.values()].flat());
    await makerOf(site)(missing, tree);
  };
  await publishTrees(wantedOf(site), make, place.root, place.out, options);
  return paths.sort();
}

const folders = () => readdirSync(place.trees).filter((name) => statSync(join(place.trees, name)).isDirectory());
const everyTree = () => folders().map((name) => textsUnder(join(place.trees, name)));
const faults = () => folders().flatMap((name) => checkTree(join(place.trees, name)));

describe("a site that is published", () => {
  it("stands behind a link, whole, and as it is noted", async () => {
    expect(await put(SITE)).toMatchObject({ made: 6, shared: 0, takenOut: 0, isBehindLink: true });
    expect(lstatSync(place.out).isSymbolicLink()).toBe(true);
    expect(textsUnder(place.out)).toEqual(textsOf(SITE));
    expect(faults()).toEqual([]);
  });

  it("is made once, and the second tree takes it over without a copy", async () => {
    await put(SITE);
    expect(await asked(SITE)).toEqual([]);
    const [one, two] = folders().map((name) => statSync(join(place.trees, name, "index.html")).ino);
    expect(one).toBe(two);
    expect(everyTree()).toEqual([textsOf(SITE), textsOf(SITE)]);
  });

  it("leaves no plan of a build that was killed while it wrote it, though nothing is to be changed any more", async () => {
    await put(SITE);
    const before = readdirSync(place.trees).sort();
    for (const name of folders()) {
      writeFileSync(join(place.trees, `${name}.plan.next`), "half a pl");
      // Each of the two trees is the idle one in turn.
      await put(WITHDRAWN);
      await put(SITE);
      expect(readdirSync(place.trees).sort()).toEqual(before);
      writeFileSync(join(place.trees, `${name}.plan.next`), "half a pl");
      await put(SITE);
      await put(SITE);
      expect(readdirSync(place.trees).sort()).toEqual(before);
    }
  });

  it("has only what changed made again", async () => {
    const later: MadeUpSite = { ...SITE, march: { ...MARCH, "meetings/march/index.html": "<p>March, held</p>" } };
    await put(SITE);
    expect(await asked(later)).toEqual(["meetings/march/index.html"]);
    expect(textsUnder(place.out)).toEqual(textsOf(later));
    expect(await asked(later)).toEqual([]);
    expect(await asked(SITE)).toEqual(["meetings/march/index.html"]);
    expect(textsUnder(place.out)).toEqual(textsOf(SITE));
    expect(faults()).toEqual([]);
  });

  it("leaves no word of what was withdrawn in either tree, nor its name", async () => {
    await put(SITE);
    await put(SITE);
    await put(WITHDRAWN);
    const everything = readdirSync(place.trees, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    for (const { parentPath, name } of everything) {
      expect(name).not.toContain("secret");
      expect(readFileSync(join(parentPath, name), "utf8")).not.toMatch(/Since withdrawn|secret/);
    }
    expect(textsUnder(place.out)).toEqual(textsOf(WITHDRAWN));
    expect(faults()).toEqual([]);
  });

  it("goes back to a folder where a file was, and to a file where a folder was", async () => {
    const asFile: MadeUpSite = { page: { about: "a file" }, other: { x: "x" } };
    const asFolder: MadeUpSite = { page: { "about/index.html": "a page" }, other: { x: "x" } };
    for (const site of [asFile, asFolder, asFile, asFile, asFolder]) {
      await put(site);
      expect(textsUnder(place.out)).toEqual(textsOf(site));
    }
    expect(faults()).toEqual([]);
  });

  it("keeps a page that goes from one group to another", async () => {
    const one: MadeUpSite = { a: { "p.html": "p", "q.html": "q" }, b: { "r.html": "r" } };
    const two: MadeUpSite = { a: { "q.html": "q" }, b: { "r.html": "r", "p.html": "p" } };
    for (const site of [one, two, two, one, two]) {
      await put(site);
      expect(textsUnder(place.out)).toEqual(textsOf(site));
    }
  });

  it("may have any name that a file may have", async () => {
    const odd: MadeUpSite = { "a\tgroup\n": { 'über/öffnung \\ "x".html': "ü", __proto__x: "y", "a\tb": "z" } };
    await put(odd);
    expect(await asked(odd)).toEqual([]);
    expect(textsUnder(place.out)).toEqual(textsOf(odd));
    expect(faults()).toEqual([]);
  });

  it("is refused paths that lead out of the tree, and the same path or group twice", async () => {
    for (const path of ["../out.html", "a/../../out.html", "/etc/x", "a//b", ""])
      await expect(put({ a: { [path]: "x" } })).rejects.toThrow("no path within a tree");
    await expect(put({ a: { x: "1" }, b: { x: "2" } })).rejects.toThrow("Two groups of the site hold x");
    const twice = wantedOf({ a: { x: "1" } });
    const groups = [...twice.groups, ...twice.groups];
    await expect(publishTrees({ ...twice, groups }, makerOf({}), place.root, place.out)).rejects.toThrow("called a");
  });
});

describe("a make that fails", () => {
  it("leaves public what was, and the next build makes only what is still missing", async () => {
    await put(SITE);
    const later: MadeUpSite = { ...SITE, more: { "1.html": "one", "2.html": "two", "3.html": "three" } };
    const broken: Make = async (_, tree) => {
      writeInto(tree, "1.html", "one");
      throw new Error("The template is broken");
    };
    await expect(publishTrees(wantedOf(later), broken, place.root, place.out)).rejects.toThrow(
      "The template is broken",
    );
    expect(textsUnder(place.out)).toEqual(textsOf(SITE));
    expect(await asked(later)).toEqual(["2.html", "3.html"]);
    expect(textsUnder(place.out)).toEqual(textsOf(later));
    expect(faults()).toEqual([]);
  });

  it("is found out where it makes less than it was asked for, or more", async () => {
    const less: Make = async () => {};
    await expect(publishTrees(wantedOf(SITE), less, place.root, place.out)).rejects.toThrow(
      "was to be made and was not",
    );
    const more: Make = async (missing, tree) => {
      await makerOf(SITE)(missing, tree);
      writeInto(tree, "draft.html", "not yet");
    };
    await expect(publishTrees(wantedOf(SITE), more, place.root, place.out)).rejects.toThrow("nobody asked for it");
    await put(SITE);
    expect(everyTree()).toEqual([textsOf(SITE), textsOf(SITE)]);
  });
});

/**
 * A council's own `.eleventy.js`, which adds filters and shortcodes: loaded as it stands now, and refused in words where it cannot
 * be used, or where nobody would see that something it hangs on changed. Called by render-pages.ts and building/open-build.ts.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import { PROJECT } from "../templating/environment.ts";
import { causesOf } from "../templating/template-mistakes.ts";

const FILE = ".eleventy.js";

/** What npm writes when it has put packages in their place, from the council's folder. */
export const INSTALLED = "node_modules/.package-lock.json";

/** A council's own `.eleventy.js`; null where it has none. */
export function councilsWiring(root: string): string | null {
  const file = join(root, FILE);
  return join(root) === PROJECT || !existsSync(file) ? null : file;
}

/**
 * Lets the wiring of the council in `root` add what it has to. Refuses one that has a mistake, and one that imports a file beside
 * it: nobody would see when that changes, and pages would be out of date.
 */
export async function addCouncilsWiring(root: string, eleventyConfig: unknown): Promise<void> {
  const file = councilsWiring(root);
  if (!file) return;
  const hooks = importsBesideRefused(file);
  try {
    holdToPackages(root);
    // A module that was loaded once stays as it was, unless its address is another one.
    const loaded = (await import(`${pathToFileURL(file).href}?${hashOf(file)}`)) as { default?: unknown };
    // That holds of modules alone.
    if (createRequire(file).cache[realpathSync(file)])
      throw new CannotBeSeen(
        "it is written as CommonJS, which Node loads once and never again",
        "Write `export default (config) => { … }` in the place of `module.exports`, and `import` in that of `require`.",
      );
    if (typeof loaded.default !== "function") throw new TypeError("it exports no function as its default");
    await loaded.default(eleventyConfig);
  } catch (error) {
    throw refusalOf(file, error);
  } finally {
    hooks.deregister();
  }
}

/** The refusal of a mistake in what the wiring added, where `error`, thrown while pages were drawn, comes of one; else the error. */
export function mistakeOfWiring(root: string, error: unknown): unknown {
  const file = councilsWiring(root);
  const thrown = causesOf(error).at(-1);
  if (!file || error instanceof Refusal || !(thrown instanceof Error)) return error;
  return placeInStack(thrown) ? refusalOf(file, thrown) : error;
}

/** Something that the wiring hangs on could change, and nobody would see it. */
class CannotBeSeen extends Error {
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

function importsBesideRefused(file: string) {
  const url = pathToFileURL(file).href;
  return registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const isOfWiring = context.parentURL?.split("?")[0] === url;
      if (isOfWiring && found.url.startsWith("file:") && !found.url.includes("/node_modules/"))
        throw new CannotBeSeen(
          `it imports \`${specifier}\`, and nobody would see when that changes`,
          `Put what it needs into \`${FILE}\` itself, or into a package that it imports by name.`,
        );
      return found;
    },
  });
}

/** The packages that each council had when this process first loaded its wiring, by its folder. */
const packages = new Map<string, string>();

/** Node keeps a package that it has: with others in its place, pages would be made by the old and taken for those of the new. */
function holdToPackages(root: string): void {
  const now = hashOf(join(root, INSTALLED));
  const then = packages.get(root) ?? now;
  packages.set(root, then);
  if (now !== then)
    throw new CannotBeSeen(
      "other packages stand in `node_modules` than when this began, and Node keeps those that it has",
      "Stop it, and start it again.",
    );
}

/** The hash of a file; empty where there is none. */
function hashOf(file: string): string {
  return existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : "";
}

function refusalOf(file: string, error: unknown): Refusal {
  const said = error instanceof Error ? error : new Error(String(error));
  const problem = {
    rule: "own-wiring",
    severity: "error" as const,
    file: FILE,
    ...placeOf(file, said),
    message: `The council's own \`${FILE}\` cannot be used: ${said.message.replace(/\.$/, "")}.`,
    mend:
      error instanceof CannotBeSeen
        ? error.mend
        : "Put it right, or take the file away: then pages have our filters and no others.",
  };
  return new Refusal(problemLines([problem]).join("\n"), 1, [problem]);
}

/** Where the mistake stands, as far as that is known; of one that keeps the file from being read, as Node tells whoever checks it. */
function placeOf(file: string, error: Error): { line: number; column: number } {
  const place = placeInStack(error);
  if (place) return place;
  if (!(error instanceof SyntaxError)) return { line: 1, column: 1 };
  const { stderr } = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
  return { line: Number(/\.eleventy\.js:(\d+)/.exec(stderr)?.[1] ?? 1), column: 1 };
}

function placeInStack({ stack = "" }: Error): { line: number; column: number } | null {
  const [, line, column] = /\.eleventy\.js\?\w+:(\d+):(\d+)/.exec(stack) ?? [];
  return line === undefined ? null : { line: Number(line), column: Number(column) };
}

/** A council's own `.eleventy.js`, which adds filters and shortcodes: loaded as it stands now, and refused in words where it cannot be used. Called by render-pages.ts. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import { PROJECT } from "../templating/environment.ts";

const FILE = ".eleventy.js";

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
  try {
    const { default: wiring } = await loaded(file);
    if (typeof wiring !== "function") throw new TypeError("it exports no function as its default");
    await wiring(eleventyConfig);
  } catch (error) {
    throw refusalOf(file, error);
  }
}

async function loaded(file: string): Promise<{ default?: unknown }> {
  // A module that was loaded once stays as it was, unless its address is another one.
  const version = createHash("sha256").update(readFileSync(file)).digest("hex");
  const url = `${pathToFileURL(file).href}?${version}`;
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (context.parentURL === url && found.url.startsWith("file:") && !found.url.includes("/node_modules/"))
        throw new ImportsBeside(specifier);
      return found;
    },
  });
  try {
    return (await import(url)) as { default?: unknown };
  } finally {
    hooks.deregister();
  }
}

/** The wiring imports a file that no build looks at. */
class ImportsBeside extends Error {
  constructor(specifier: string) {
    super(`it imports \`${specifier}\`, and nobody would see when that changes`);
  }
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
      error instanceof ImportsBeside
        ? `Put what it needs into \`${FILE}\` itself, or into a package that it imports by name.`
        : "Put it right, or take the file away: then pages have our filters and no others.",
  };
  return new Refusal(problemLines([problem]).join("\n"), 1, [problem]);
}

/** Where the mistake stands, as far as that is known; of one that keeps the file from being read, as Node tells whoever checks it. */
function placeOf(file: string, error: Error): { line: number; column: number } {
  const [, line = "", column = "1"] = /\.eleventy\.js(?:\?\w+)?:(\d+):(\d+)/.exec(error.stack ?? "") ?? [];
  if (line !== "") return { line: Number(line), column: Number(column) };
  if (!(error instanceof SyntaxError)) return { line: 1, column: 1 };
  const { stderr } = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
  return { line: Number(/\.eleventy\.js:(\d+)/.exec(stderr)?.[1] ?? 1), column: 1 };
}

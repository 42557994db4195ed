/**
 * What a build came to: how it ended, its problems, and every file and folder of what it made public, by hash. And the same of
 * a build from nothing, in a folder of its own. Used by same-as-clean.ts and by the tests beside it.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { SiteBuilder, type SiteBuilt } from "../building/build-site.ts";
import { MARK } from "../publish/served-link.ts";
import type { EditedCouncil } from "./edited-council.ts";

export interface BuiltSite {
  /** `published` with how much, `refused` over problems, or what was thrown. */
  readonly end: string;
  /** As JSON, in order. */
  readonly problems: readonly string[];
  /** What stands, by path, with the hash of its bytes; folders end with a slash. */
  readonly files: ReadonlyMap<string, string>;
}

/** What of a council's folder decides its site. */
const DECIDING = ["content", "data", "templates", ".eleventy.js"];

/** Builds, and says what that came to, in words that are the same in every folder. */
export async function outcomeOf(
  { root, out }: Pick<EditedCouncil, "root" | "out">,
  build: () => Promise<Pick<SiteBuilt, "published" | "problems">>,
): Promise<BuiltSite> {
  const anywhere = (words: string) => words.replaceAll(root, "ROOT");
  try {
    const { published, problems } = await build();
    const end = published ? `published ${published.pages} pages, ${published.files} files` : "refused";
    return { end, problems: problems.map((each) => anywhere(JSON.stringify(each))), files: whatStands(out) };
  } catch (error) {
    // Which of many pages it was that a template fails on may differ.
    const words = anywhere(error instanceof Error ? `${error.name} ${error.message}` : String(error));
    return { end: `thrown: ${words.split("\n")[0]}`, problems: [], files: whatStands(out) };
  }
}

/** What stands at `out`. */
export function whatStands(out: string): Map<string, string> {
  const stands = new Map<string, string>();
  if (!existsSync(out)) return stands;
  const tree = realpathSync(out);
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(tree.length + 1);
    if (entry.isDirectory()) stands.set(`${name}/`, "folder");
    // A build with nothing to do leaves the tree as it is, and with it what the clock said when it was made.
    else stands.set(name, hashOfText(readFileSync(path).subarray(0, name === MARK ? "public".length : undefined)));
  }
  return new Map([...stands].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Builds of the same files are had once, and only their hashes are held. */
const known = new Map<string, BuiltSite>();

/** What a build of the council as it stands comes to in another folder, with nothing that any build before kept. */
export async function cleanBuild(council: EditedCouncil): Promise<BuiltSite> {
  const key = keyOf(council);
  const before = known.get(key);
  if (before) return before;
  const { built, remove } = await buildElsewhere(council);
  remove();
  known.set(key, built);
  return built;
}

/** The first words that differ in each of some files that are not the same, for whoever looks for the fault. */
export async function differences(council: EditedCouncil): Promise<string[]> {
  const { out, built, remove } = await buildElsewhere(council);
  const here = whatStands(council.out);
  const unlike = [...here].filter(([path, hash]) => built.files.has(path) && built.files.get(path) !== hash);
  const words = unlike.slice(0, 3).map(([path]) => {
    const [ours, clean] = [council.out, out].map((place) => readFileSync(join(place, path), "latin1").split("\n"));
    const line = ours?.findIndex((text, at) => text !== clean?.[at]) ?? 0;
    return `${path}, line ${line + 1}\n    has   ${ours?.[line]?.slice(0, 300)}\n    clean ${clean?.[line]?.slice(0, 300)}`;
  });
  remove();
  return words;
}

/** What the idle tree holds that is not public: it must be as the served one, so that what is withdrawn is gone from the disk. */
export function leftBehind({ root, out }: EditedCouncil, { end, files }: BuiltSite): string[] {
  if (!end.startsWith("published")) return [];
  const folder = join(root, ".cleardays/trees");
  const idle = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((tree) => tree !== realpathSync(out));
  return idle.flatMap((tree) =>
    [...whatStands(tree)].flatMap(([path, hash]) =>
      files.get(path) === hash ? [] : [`The idle tree still holds, or has other bytes of: ${path}`],
    ),
  );
}

async function buildElsewhere({ root, audience, now }: EditedCouncil) {
  const elsewhere = mkdtempSync(join(dirname(root), "clean-"));
  for (const name of DECIDING)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(elsewhere, name), { recursive: true });
  const out = join(elsewhere, "_site");
  const place = { root: elsewhere, out };
  const built = await outcomeOf(place, () => new SiteBuilder({ ...place, audience, now }).build());
  return { out, built, remove: () => rmSync(elsewhere, { recursive: true, force: true }) };
}

/** Of everything that decides what is built. */
function keyOf(council: EditedCouncil): string {
  const files = [...filesNow(council)].map(([path, hash]) => `${path} ${hash}`);
  return hashOfText([`${council.audience} ${council.now}`, ...files.sort()].join("\n"));
}

/** The hash of every file that decides what is built, by path; folders have none. */
export function filesNow({ root }: EditedCouncil): Map<string, string> {
  const found = new Map<string, string>();
  const read = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const at = join(path, entry.name);
      if (path === root && !DECIDING.includes(entry.name)) continue;
      if (entry.isDirectory()) read(at);
      found.set(at.slice(root.length + 1), entry.isFile() ? hashOfText(readFileSync(at)) : "");
    }
  };
  read(root);
  return found;
}

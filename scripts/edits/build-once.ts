/**
 * Builds one site in a process of its own and writes what it came to: `node build-once.ts '{"root": …, "out": …, "audience": …}'`.
 * Run by tests that kill it, or that run several at once, or as another user, in another time zone or language.
 */
import { SiteBuilder } from "../building/build-site.ts";
import { outcomeOf } from "./whole-tree.ts";

const { uid, ...options } = JSON.parse(process.argv[2] ?? "{}") as {
  root: string;
  out: string;
  audience: "public" | "draft";
  now?: string;
  workers?: number;
  /** The folder of a cache that builds share. */
  cache?: string;
  /** Whose process it is to be; its own where that is left out. */
  uid?: number;
};
if (uid !== undefined) process.setuid?.(uid);
const told: string[] = [];
let rendered: number | null = null;
const { end, problems, files } = await outcomeOf(options, async () => {
  const built = await new SiteBuilder({ ...options, told: (line) => told.push(line) }).build();
  rendered = built.published?.rendered ?? null;
  return built;
});
process.stdout.write(JSON.stringify({ end, problems, files: [...files], rendered, told }));

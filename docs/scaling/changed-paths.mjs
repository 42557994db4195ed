// Lists what has to be sent to a site's store, and then taken away from it, by the manifests of the tree that stands there and of
// the new one: node changed-paths.mjs OLD.manifest NEW.manifest. A line a path: `put PATH` or `delete PATH`, in the order to do it.
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";

const [before, after] = process.argv.slice(2);
if (!after) throw new Error("Name two manifests; /dev/null for the first where nothing stands there yet.");
const [old, now] = [filesOf(before), filesOf(after)];
const put = [...now].filter(([path, hash]) => old.get(path) !== hash).map(([path]) => path);
// Pages ask for assets, so those go first, and pages last of all that is sent.
const order = (path) => (path.startsWith("assets/") ? 0 : path.endsWith(".html") ? 2 : 1);
for (const path of put.sort((a, b) => order(a) - order(b))) process.stdout.write(`put ${path}\n`);
for (const path of old.keys()) if (!now.has(path)) process.stdout.write(`delete ${path}\n`);

/** The hash of every file that is sent, by path. A manifest that is not whole would take papers away that are public. */
function filesOf(file) {
  const bytes = readFileSync(file);
  if (bytes.length === 0 && file === "/dev/null") return new Map();
  const lines = bytes.toString("utf8").split("\n");
  const [, sum] = (lines.at(-2) ?? "").split("\t");
  const body = bytes.subarray(0, bytes.lastIndexOf(10, -2) + 1);
  if (!lines[0].startsWith("cleardays tree 1\t") || Number.parseInt(sum, 16) !== crc32(body))
    throw new Error(`${file} is no whole manifest.`);
  if (JSON.parse(lines[0].split("\t")[1]).audience !== "public") throw new Error(`${file} is of a preview.`);
  const files = lines.slice(1, -2).flatMap((line) => Object.entries(JSON.parse(line.split("\t")[2])));
  return new Map(files.filter(([path]) => !/^\.|^_headers$/.test(path)).map(([path, [, hash]]) => [path, hash]));
}

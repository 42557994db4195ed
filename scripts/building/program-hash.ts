/** Which program builds: its own files and the packages it was installed with. Part of the key of all that is kept. */
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { PROJECT } from "../templating/environment.ts";
import { keepFile, keptFile } from "./kept-file.ts";

let known: string | null = null;

/** The same on every machine with the same files. Files that look as they did are not read again. */
export function programHash(): string {
  known ??= workedOut();
  return known;
}

function workedOut(): string {
  const files = [
    "package-lock.json",
    ".eleventy.js",
    ...readdirSync(join(PROJECT, "scripts"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !/\.(test|soak)\.ts$/.test(name))
      .map((name) => `scripts/${name.replaceAll("\\", "/")}`)
      .sort(),
  ].filter((file) => existsSync(join(PROJECT, file)));
  const looks = files.map((file) => {
    const { size, mtimeMs, ino } = lstatSync(join(PROJECT, file));
    return `${file} ${size} ${mtimeMs} ${ino}`;
  });
  const kind = `program ${hashOfText(looks.join("\n"))}`;
  const path = join(PROJECT, ".cleardays/program");
  const kept = keptFile(path, kind, () => {});
  if (kept) return kept.toString("utf8");
  const hash = hashOfText(files.map((file) => `${file} ${hashOfText(readFileSync(join(PROJECT, file)))}`).join("\n"));
  try {
    keepFile(path, kind, Buffer.from(hash));
  } catch {
    // Where the program's own folder cannot be written to, it is read each time.
  }
  return hash;
}

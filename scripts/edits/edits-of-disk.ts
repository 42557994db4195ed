/**
 * What happens to files that nobody edits: touched, put back, cut short, broken and mended; and what happens to what a build
 * keeps: damaged, taken away, of another version, of a build that was cut short. Listed in edits.ts.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EditedCouncil } from "./edited-council.ts";
import type { PossibleEdit } from "./edits.ts";

const ANY = /^(content|data|templates)\//;
const IN_WORDS = /\.(md|json)$/;

export const EDITS_OF_DISK: readonly PossibleEdit[] = [
  {
    name: "touch files without changing them",
    make: (council) => {
      const file = council.oneOf(ANY);
      if (file === null) return null;
      const when = council.draws.whole(1_000_000_000, 1_700_000_000);
      utimesSync(join(council.root, file), when, when);
      return file;
    },
  },
  {
    name: "change letters and set the file's time back",
    make: (council) => {
      const file = council.oneOf(/^(content|data|templates)\/(?!.*\/issued\/).*\.(md|json|njk)$/);
      if (file === null) return null;
      const path = join(council.root, file);
      const { atime, mtime } = statSync(path);
      const text = council.text(file);
      const places = [...text.matchAll(/[a-z]{6,}(?![^\s.,]*[/:@-])/g)].map(({ index }) => index);
      if (places.length === 0) return null;
      const at = council.draws.pick(places) + 3;
      council.put(file, `${text.slice(0, at)}${text[at] === "q" ? "z" : "q"}${text.slice(at + 1)}`);
      utimesSync(path, atime, mtime);
      return file;
    },
  },
  {
    name: "put a file back as it was",
    make: (council) => {
      const last = council.earlier.at(-council.draws.whole(1, Math.min(3, council.earlier.length || 1)));
      if (!last) return null;
      if (last.bytes === null) return council.has(last.file) ? council.remove(last.file) : null;
      return council.put(last.file, last.bytes);
    },
  },
  {
    name: "break a file of the council's, or leave it half saved",
    make: (council) => {
      const file = council.oneOf(IN_WORDS);
      if (file === null) return null;
      const text = council.text(file);
      return council.put(
        file,
        council.draws.happens(50) ? text.slice(0, text.length / 2) : `${text.slice(0, 4)}odd: [\n${text.slice(4)}`,
      );
    },
  },
  {
    name: "write a field that nobody knows",
    make: (council) =>
      council.edit(council.oneOf(/^content\/(?!.*\/issued\/).*\.md$/), (fields) => {
        fields.titel = council.word();
        return undefined;
      }),
  },
  {
    name: "leave a stray file",
    make: (council) =>
      council.put(
        `content/${council.draws.pick(["meetings", "members", "pages", "odd"])}/stray-${council.draws.whole(1, 99)}.txt`,
        "x",
      ),
  },
  {
    name: "delete a snapshot",
    make: (council) => {
      const record = council.oneOf(/\/issued\/\d+\/record\.json$/);
      return record && council.remove(record.replace("/record.json", ""));
    },
  },
  {
    name: "change a byte of what was issued",
    make: (council) => {
      const file = council.oneOf(/\/issued\/\d+\//);
      return file && council.put(file, flipped(council, council.bytes(file)));
    },
  },
  {
    name: "damage something that the build kept",
    make: (council) => {
      const file = oneKept(council, ".cleardays/kept");
      if (file === null) return null;
      const bytes = readFileSync(file);
      const others = keptUnder(council, ".cleardays/kept");
      const how = council.draws.pick(["cut", "flip", "other", "older", "empty"]);
      const [line, ...rest] = bytes.toString("latin1").split("\n");
      const made = {
        cut: () => bytes.subarray(0, council.draws.whole(0, Math.max(0, bytes.length - 1))),
        flip: () => flipped(council, bytes),
        other: () => readFileSync(council.draws.pick(others)),
        older: () => Buffer.from([line?.replace(/ \S+ (\S+)$/, " 0.1 $1"), ...rest].join("\n"), "latin1"),
        empty: () => Buffer.alloc(0),
      }[how];
      writeFileSync(file, made?.() ?? "");
      return `${file} (${how})`;
    },
  },
  {
    name: "delete something that the build kept",
    make: (council) => {
      const kept = join(council.root, ".cleardays/kept");
      const all = existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: "utf8" }).sort() : [];
      if (all.length === 0) return null;
      const path = join(kept, council.draws.pick(all));
      rmSync(path, { recursive: true });
      return path;
    },
  },
  {
    name: "delete everything that the build kept, trees and all, or but the trees",
    make: (council) => {
      const path = join(council.root, ".cleardays", council.draws.pick(["", "kept", "trees"]));
      if (!existsSync(path)) return null;
      rmSync(path, { recursive: true });
      return path;
    },
  },
  {
    name: "damage or delete what is noted of a tree",
    make: (council) => {
      const folder = join(council.root, ".cleardays/trees");
      const notes = existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.endsWith(".manifest"))
            .sort()
        : [];
      if (notes.length === 0) return null;
      const file = join(folder, council.draws.pick(notes));
      if (council.draws.happens(50)) rmSync(file);
      else writeFileSync(file, flipped(council, readFileSync(file)));
      return file;
    },
  },
  {
    name: "delete the link to the site",
    make: (council) => {
      if (!lstatSync(council.out, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
      rmSync(council.out);
      return council.out;
    },
  },
];

/** The names of what a build cut short at, for the step that follows an edit. */
function keptUnder(council: EditedCouncil, folder: string): string[] {
  const path = join(council.root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** One of the files that a build keeps; the one that is read whole is drawn as often as all others. */
function oneKept(council: EditedCouncil, folder: string): string | null {
  const files = keptUnder(council, folder);
  const memory = files.find((file) => file.endsWith("/memory"));
  if (files.length === 0) return null;
  return memory && council.draws.happens(40) ? memory : council.draws.pick(files);
}

function flipped(council: EditedCouncil, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length === 0) return copy;
  const at = council.draws.whole(0, copy.length - 1);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

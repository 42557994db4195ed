/**
 * A council's folder that a test edits as officers would: fields of front matter, bodies, whole files and folders, drawn by
 * chance that can be had again. Made by same-as-clean.ts; edited by the edits of edits.ts.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { Draws } from "../bench/draws.ts";

/** Fields of front matter or of JSON, as plain data. */
export type Fields = { [name: string]: unknown };

export class EditedCouncil {
  readonly root: string;
  /** Where the site is built; a link to one of its trees. */
  readonly out: string;
  readonly audience: "public" | "draft";
  draws: Draws;
  /** What the clock is told; nothing where the council's own files say. */
  now: string | undefined;
  /** What files were before they were edited, oldest first; null where there was none. */
  readonly earlier: { readonly file: string; readonly bytes: Buffer | null }[] = [];

  constructor(root: string, audience: "public" | "draft") {
    this.root = root;
    this.out = join(root, "_site");
    this.audience = audience;
    this.draws = new Draws(1);
  }

  /** Files of the council's under its root whose path fits, in order. */
  files(fits: RegExp): string[] {
    return ["content", "data", "templates"].flatMap((top) => this.under(top)).filter((file) => fits.test(file));
  }

  /** One of them; null where there is none. */
  oneOf(fits: RegExp): string | null {
    const files = this.files(fits);
    return files.length === 0 ? null : this.draws.pick(files);
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.root, file));
  }

  text(file: string): string {
    return readFileSync(join(this.root, file), "utf8");
  }

  put(file: string, content: string | Uint8Array): string {
    this.remember(file);
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), content);
    return file;
  }

  /** Takes a file or a folder away. */
  remove(path: string): string {
    for (const file of this.filesAt(path)) this.remember(file);
    rmSync(join(this.root, path), { recursive: true });
    return path;
  }

  rename(from: string, to: string): string {
    for (const file of this.filesAt(from)) {
      this.remember(file);
      this.remember(to + file.slice(from.length));
    }
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
    return `${from} to ${to}`;
  }

  /** Edits the front matter of a Markdown file; its body is given and may be changed. Null where the file has none. */
  edit(file: string | null, change: (fields: Fields, body: string) => string | undefined): string | null {
    if (file === null) return null;
    const [, front = null, body = ""] = /^---\n([\s\S]*?\n)---\n?([\s\S]*)$/.exec(this.text(file)) ?? [];
    if (front === null) return null;
    const fields = parsed(front);
    if (fields === null) return null;
    const changed = change(fields, body) ?? body;
    return this.put(file, withFrontMatter(fields, changed));
  }

  /** Edits a JSON file. */
  editJson(file: string | null, change: (fields: Fields) => void): string | null {
    if (file === null) return null;
    let fields: Fields;
    try {
      fields = JSON.parse(this.text(file)) as Fields;
    } catch {
      return null;
    }
    change(fields);
    return this.put(file, `${JSON.stringify(fields, null, 2)}\n`);
  }

  /** A word that no other edit drew, as like as not. */
  word(): string {
    return `${this.draws.pick(["heron", "lantern", "quarry", "orchard", "ferry", "willow"])} ${this.draws.whole(100, 99_999)}`;
  }

  /** Puts everything back that was edited since `earlier` was so long. */
  undo(long: number): void {
    while (this.earlier.length > long) {
      const { file, bytes } = this.earlier.pop() ?? { file: "", bytes: null };
      const path = join(this.root, file);
      mkdirSync(dirname(path), { recursive: true });
      if (bytes === null) rmSync(path, { force: true });
      else writeFileSync(path, bytes);
    }
  }

  private filesAt(path: string): string[] {
    return statSync(join(this.root, path)).isDirectory() ? this.under(path) : [path];
  }

  private remember(file: string): void {
    const path = join(this.root, file);
    this.earlier.push({ file, bytes: existsSync(path) ? readFileSync(path) : null });
  }

  private under(folder: string): string[] {
    const path = join(this.root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(this.root.length + 1))
      .sort();
  }
}

/** A Markdown file with front matter. */
export function withFrontMatter(fields: Fields, body: string): string {
  const front = stringify(fields, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });
  return `---\n${front}---\n${body}`;
}

/** A field that is a list, with what is in it as fields; empty where it is not there. */
export function listIn(fields: Fields | undefined, name: string): Fields[] {
  const found = fields?.[name];
  return Array.isArray(found) ? (found as Fields[]) : [];
}

function parsed(front: string): Fields | null {
  try {
    const value: unknown = parse(front, { schema: "failsafe" });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

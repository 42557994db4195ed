/**
 * What a template is made from: itself and all that it extends, includes or imports, over the search path of the council in
 * `root`. Its hash changes with any byte of those and with nothing else. Used by building/ for the keys of pages.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { templateFolders } from "./template-folders.ts";

export class TemplateHashes {
  private readonly folders: readonly string[];
  private readonly texts = new Map<string, string>();
  private readonly hashes = new Map<string, string>();

  constructor(root: string) {
    this.folders = templateFolders(root);
  }

  /** The hash of the template `name`, and of the components that papers may call by name. */
  of(name: string): string {
    const known = this.hashes.get(name);
    if (known) return known;
    const hash = createHash("sha256");
    for (const each of this.madeFrom([name, ...this.componentsByName()]))
      hash.update(`${each}\n${this.textOf(each)}\n`);
    const value = hash.digest("base64url");
    this.hashes.set(name, value);
    return value;
  }

  /** `names` with all that they extend, include or import, in order. */
  madeFrom(names: readonly string[]): string[] {
    const found = new Set(names);
    for (const name of found) {
      const text = this.textOf(name);
      for (const [, word = ""] of text.matchAll(/\{%-?\s*(?:extends|include|import|from)\s+(\S+)/g)) {
        const named = /^["']([^"']+)["']/.exec(word)?.[1];
        if (named) found.add(resolved(name, named));
        // A name that is worked out while rendering may be any.
        else for (const each of this.all()) found.add(each);
      }
    }
    return [...found].sort();
  }

  private componentsByName(): string[] {
    return this.all().filter((name) => /^components\/[^/]+\/template\.njk$/.test(name));
  }

  private allNames: string[] | null = null;
  private all(): string[] {
    this.allNames ??= [
      ...new Set(
        // The last folder is the design system's, whose components are imported by name.
        this.folders.slice(0, -1).flatMap((folder) =>
          readdirSync(folder, { recursive: true, encoding: "utf8" })
            .map((name) => name.replaceAll("\\", "/"))
            .filter((name) => name.endsWith(".njk")),
        ),
      ),
    ].sort();
    return this.allNames;
  }

  private textOf(name: string): string {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const folder = this.folders.find((each) => statSync(join(each, name), { throwIfNoEntry: false })?.isFile());
    const text = folder ? readFileSync(join(folder, name), "utf8") : "";
    this.texts.set(name, text);
    return text;
  }
}

/** Nunjucks takes a name that begins with a dot from the folder of the template that has it. */
function resolved(from: string, name: string): string {
  return name.startsWith(".") ? join(from, "..", name).replaceAll("\\", "/") : name;
}

/**
 * What lies under a folder, links known as links: Node's own listing goes through those that lead to folders. Called to
 * read the restricted folder, and to search what is published.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface FilesUnder {
  readonly files: readonly string[];
  /** Links, which are not followed, whatever they lead to. */
  readonly links: readonly string[];
}

/** Files and links under `folder`, relative to it with `/` on every system, sorted. */
export function filesUnder(folder: string): FilesUnder {
  const files: string[] = [];
  const links: string[] = [];
  const visit = (within: string) => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const name = `${within}${entry.name}`;
      if (entry.isSymbolicLink()) links.push(name);
      else if (entry.isDirectory()) visit(`${name}/`);
      else if (entry.isFile()) files.push(name);
    }
  };
  visit("");
  return { files: files.sort(), links: links.sort() };
}

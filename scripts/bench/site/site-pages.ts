/** Counts the pages of a built site and how large they are, to show how far sites are alike. Called by bench-site.ts. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface Pages {
  readonly all: number;
  readonly reports: number;
  /** The mean of the pages of reports, in bytes. */
  readonly bytesOfReport: number;
}

const OTHER_PAGES = new Set(["minutes", "record", "pages"]);

/** The pages of HTML in the site at `out`. */
export function readPages(out: string): Pages {
  let all = 0;
  let reports = 0;
  let bytes = 0;
  const walk = (folder: string, above: readonly string[]): void => {
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) walk(file, [...above, entry.name]);
      if (!entry.name.endsWith(".html")) continue;
      all += 1;
      const [first, , paper = "minutes", ...below] = above;
      if (first !== "meetings" || OTHER_PAGES.has(paper) || below.length > 0) continue;
      reports += 1;
      bytes += statSync(join(out, file)).size;
    }
  };
  walk("", []);
  return { all, reports, bytesOfReport: reports === 0 ? 0 : bytes / reports };
}

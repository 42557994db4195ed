/** The sample council's site, built into a folder of its own and served as a host would, for tests that look at it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { buildPreview, buildPublicSite } from "../scripts/build.ts";
import { headersFor } from "../scripts/hosting/security-headers.ts";
import { servePreview } from "../scripts/serve/preview-server.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { idsOf } from "./page-checks.ts";

export interface BuiltSite {
  readonly folder: string;
  /** Pages by address, with their HTML. */
  readonly pages: ReadonlyMap<string, string>;
  /** Every address of the site, files too, with the ids on it. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Builds the public site, or the preview with drafts, of the council in `root`. */
export async function builtSite(kind: "public" | "preview" = "public", root = PROJECT): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), "clear-days-site-"));
  const build = kind === "public" ? buildPublicSite : buildPreview;
  const { published, problems } = await build({ root, out: folder }, () => {});
  if (!published) throw new Error(`The sample could not be built: ${JSON.stringify(problems)}`);
  const pages = new Map<string, string>();
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const file of filesOf(folder)) {
    const url = `/${file.split(sep).join("/")}`;
    if (!file.endsWith(".html")) anchors.set(url, new Set());
    else {
      const html = readFileSync(join(folder, file), "utf8");
      const address = url.replace(/index\.html$/, "");
      pages.set(address, html);
      anchors.set(address, idsOf(html));
    }
  }
  const server = await servePreview(folder, 18_080, () => null, headersFor);
  return {
    folder,
    pages,
    anchors,
    address: server.address.replace(/\/$/, ""),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

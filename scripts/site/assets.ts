/**
 * The files every page shares: the stylesheet, the council's colours, the fonts and the council's own, all served from
 * the site itself. Each has its hash in its name, so that a browser may keep it for ever. Called by render.ts.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { HASH_LENGTH } from "../hosting/security-headers.ts";
import type { CouncilSettings } from "../model/council-settings.ts";
import { templateFolders } from "../templating/template-folders.ts";
import type { SiteFile } from "./page-kind.ts";

const FONT = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-";

/** Font files by the name they have on the site. */
const FONTS: Readonly<Record<string, string>> = {
  "atkinson-normal.woff2": `${FONT}latin-wght-normal.woff2`,
  "atkinson-italic.woff2": `${FONT}latin-wght-italic.woff2`,
  "atkinson-ext-normal.woff2": `${FONT}latin-ext-wght-normal.woff2`,
  "atkinson-ext-italic.woff2": `${FONT}latin-ext-wght-italic.woff2`,
};

/** What `site.css` is put together from, after the council's colours. */
const SHEETS = ["fonts.css", "paper.css", "site.css"];
const NOT_SERVED = new Set([...SHEETS, "pack.css"]);

export interface Assets {
  readonly files: readonly SiteFile[];
  /** The addresses of those with a hash in them. */
  readonly hashed: readonly string[];
  /** The hashed address of an asset by its plain name; a name that is no asset's keeps its plain address. */
  readonly addressOf: (name: string) => string;
}

/**
 * Every asset of the council in `root`. The council's own files are there under their plain names as well: papers, packs
 * and other sites link to those, and links are for ever.
 */
export function assets(root: string, colours: CouncilSettings["colours"]): Assets {
  const own = ownFiles(root);
  const addresses = new Map<string, string>();
  const addressOf = (name: string) => addresses.get(name) ?? `/assets/${name}`;
  const hashed = (name: string, from: string | null, content: string | Uint8Array): SiteFile => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, HASH_LENGTH);
    const url = `/assets/${name.replace(/(\.[a-z0-9]+)?$/i, (ending) => `.${hash}${ending}`)}`;
    addresses.set(name, url);
    return from === null ? { url, content: String(content) } : { url, from };
  };
  const copied = (name: string, from: string) => hashed(name, from, readFileSync(from));
  const sheet = (name: string, text: string) =>
    hashed(
      name,
      null,
      text.replace(
        /url\(\s*(["']?)\/assets\/([^"')\s]+)\1\s*\)/g,
        (_, quote: string, file: string) => `url(${quote}${addressOf(file)}${quote})`,
      ),
    );

  const isSheet = (name: string) => name.endsWith(".css");
  const files = [
    ...Object.entries(FONTS).map(([name, file]) => copied(name, fontFile(file))),
    ...(own.includes("icon.svg") ? [] : [hashed("icon.svg", null, icon(colours))]),
    ...own.filter((name) => !isSheet(name)).map((name) => copied(name, join(ownFolder(root), name))),
    // Stylesheets come last, since they name the others.
    ...own.filter(isSheet).map((name) => sheet(name, stylesheet(root, name))),
    sheet("site.css", [councilColours(colours), ...SHEETS.map((name) => stylesheet(root, name))].join("\n")),
  ];
  const plain = own.map((name) => ({ url: `/assets/${name}`, from: join(ownFolder(root), name) }));
  return { files: [...files, ...plain], hashed: files.map(({ url }) => url), addressOf };
}

function ownFolder(root: string): string {
  return join(root, "templates/assets");
}

/** The council's own files, with those in folders; those that stand in the place of ours are part of ours. */
function ownFiles(root: string): string[] {
  const folder = ownFolder(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !NOT_SERVED.has(name))
    .sort();
}

function fontFile(file: string): string {
  return createRequire(import.meta.url).resolve(file);
}

/** The council's one colour as a token, for light pages and dark. */
export function councilColours({ light, dark }: CouncilSettings["colours"]): string {
  return `:root { --council: light-dark(${light}, ${dark}); --council-light: ${light}; }`;
}

/** The page's icon: a sheet in the council's colour. A council's own `templates/assets/icon.svg` takes its place. */
function icon({ light }: CouncilSettings["colours"]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${light}" d="M3 1h10v14H3z"/><path fill="#fff" d="M5 4h6v1H5zM5 7h6v1H5zM5 10h4v1H5z"/></svg>\n`;
}

/** A stylesheet of ours, or the council's own in its place. */
export function stylesheet(root: string, name: string): string {
  const folder = templateFolders(root).find((each) => existsSync(join(each, "assets", name)));
  return folder ? readFileSync(join(folder, "assets", name), "utf8") : "";
}

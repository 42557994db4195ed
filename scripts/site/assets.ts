/** The files every page shares: the stylesheet, the council's colours, and the fonts, all served from the site itself. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { CouncilSettings } from "../model/council-settings.ts";
import { templateFolders } from "../templating/environment.ts";
import type { SiteFile } from "./page-kind.ts";

const FONT = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-";

/** Font files by the name they have on the site. */
const FONTS: Readonly<Record<string, string>> = {
  "atkinson-normal.woff2": `${FONT}latin-wght-normal.woff2`,
  "atkinson-italic.woff2": `${FONT}latin-wght-italic.woff2`,
  "atkinson-ext-normal.woff2": `${FONT}latin-ext-wght-normal.woff2`,
  "atkinson-ext-italic.woff2": `${FONT}latin-ext-wght-italic.woff2`,
};

export function assetFiles(root: string, colours: CouncilSettings["colours"]): SiteFile[] {
  const own = join(root, "templates/assets");
  const known = new Set(["site.css", "fonts.css", "paper.css", "pack.css"]);
  return [
    {
      url: "/assets/site.css",
      content: [
        councilColours(colours),
        ...["fonts.css", "paper.css", "site.css"].map((name) => stylesheet(root, name)),
      ].join("\n"),
    },
    { url: "/assets/icon.svg", content: icon(colours) },
    ...Object.entries(FONTS).map(([name, file]) => ({ url: `/assets/${name}`, from: fontFile(file) })),
    ...(existsSync(own)
      ? readdirSync(own)
          .filter((name) => !known.has(name))
          .map((name) => ({ url: `/assets/${name}`, from: join(own, name) }))
      : []),
  ];
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

/** The files that stand beside the pages whatever those are: what every page is drawn with, and what hosts and robots are told. */
import { netlifyHeaders } from "../hosting/netlify.ts";
import type { Assets } from "./assets.ts";
import type { SiteFile } from "./page-kind.ts";

export function siteFiles({ files, hashed }: Assets): SiteFile[] {
  return [
    ...files,
    { url: "/robots.txt", content: "User-agent: *\nAllow: /\n" },
    { url: "/_headers", content: netlifyHeaders(hashed) },
  ];
}

/** Hugo, as Debian has it and as its own Go module builds it: Go templates with the pages and words of the others. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RIVALS_FOLDER, RIVALS_NAME } from "../rival.ts";
import { said } from "../said.ts";
import { write, writeRivalContent } from "./rival-content.ts";
import { changesTo, copyAssets, councilOf, LAYOUTS, NAVIGATION, NOT_IN_ANY } from "./rival-project.ts";
import type { SiteRival } from "./site-rival.ts";

/** `unlisted` is how its front matter says that a section has no page: Hugo has no word that all its versions take. */
function hugo(name: string, program: string, howToGet: string, unlisted: "build" | "_build"): SiteRival {
  return {
    name,
    howToGet,
    differs: [
      ...NOT_IN_ANY,
      "use govuk-frontend's macros: their output stands in its templates",
      "link a report's neighbours within its meeting alone: it links those before and after it among all reports",
    ],
    isThere: () => said(program, "version"),
    prepare(archive, folder, assets) {
      cpSync(join(LAYOUTS, "hugo"), folder, { recursive: true });
      const settings = JSON.parse(readFileSync(join(folder, "hugo.json"), "utf8")) as Record<string, unknown>;
      const council = councilOf(archive);
      const params = { council, navigation: NAVIGATION };
      writeFileSync(join(folder, "hugo.json"), JSON.stringify({ ...settings, baseURL: `${council.website}/`, params }));
      copyAssets(assets, join(folder, "static/assets"));
      const content = join(folder, "content");
      const { reports, years } = writeRivalContent(archive, content);
      writeLists(content, years, unlisted);
      const out = join(folder, "public");
      const kept = [out, join(folder, "resources"), join(folder, "cache")];
      const command = [program, "--quiet", "--cacheDir", join(folder, "cache")] as const;
      const layout = join(folder, "layouts/reports/single.html");
      return {
        task: { command, folder, out, kept },
        change: changesTo({ content, reports, layout }),
      };
    },
  };
}

/** The pages of lists, which Hugo makes of a file each. */
function writeLists(
  content: string,
  years: { readonly meetings: readonly string[]; readonly minutes: readonly string[] },
  unlisted: string,
): void {
  const list = (folder: string, matter: Record<string, unknown>) =>
    write(join(content, folder, "_index.md"), matter, "");
  mkdirSync(content, { recursive: true });
  list(".", { title: "Home" });
  list("meetings", { title: "Meetings", url: "/meetings/" });
  list("committees", { title: "Committees and members", url: "/committees/" });
  list("register", { title: "Decisions", url: "/decisions/" });
  for (const folder of ["reports", "minutes", "calendar"])
    list(folder, { title: folder, [unlisted]: { render: "never" } });
  const of = (kind: string, title: string, href: string, all: readonly string[]) => {
    for (const year of all)
      write(
        join(content, kind, `${year}.md`),
        { title: `${title} in ${year}`, url: `${href}${year}/`, year, above: { text: title, href } },
        "",
      );
  };
  of("calendar", "Meetings", "/meetings/", years.meetings);
  of("register", "Decisions", "/decisions/", years.minutes);
}

export const debianHugo = hugo("Hugo of Debian", "/usr/bin/hugo", "apt-get install hugo", "_build");

export const newestHugo = hugo(
  "Hugo, newest",
  join(RIVALS_FOLDER, "bin/hugo"),
  `GOBIN=$PWD/${RIVALS_NAME}/bin go install github.com/gohugoio/hugo@latest`,
  "build",
);

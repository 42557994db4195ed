/** The members' pack as one page for a browser, with the page numbers of the PDF. Called by members-pack.ts, which locks it. */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { MINUTES_OF } from "../access/admit-acts.ts";
import type { PublicPaper } from "../access/public-council.ts";
import type { PageRange } from "../model/record.ts";
import { pagesOf } from "../packs/lay-out.ts";
import type { PackPart, PackRequest } from "../packs/pack-parts.ts";
import { readPdf } from "../restricted/pdf-text.ts";
import { councilColours, stylesheet } from "../site/assets.ts";
import { paperHtml } from "../site/paper-html.ts";
import type { Site } from "../site/site.ts";
import { makeEnvironment } from "../templating/environment.ts";
import type { IssuedPack } from "./issued-packs.ts";
import type { MembersSections } from "./members-sections.ts";
import type { RestrictedParts } from "./restricted-parts.ts";

type Blocks = Readonly<Record<string, PageRange>>;

interface Chapter {
  readonly anchor: string;
  readonly part: PackPart;
  readonly page: string;
  readonly mark: string | null;
  readonly html: string;
  readonly appendices: readonly { readonly title: string; readonly pages: readonly string[]; readonly href: string }[];
}

/** What stands in the page's body, and its styles. */
export async function membersPage(
  root: string,
  issued: readonly IssuedPack[],
  restricted: RestrictedParts,
  sections: MembersSections,
): Promise<{ body: string; css: string }> {
  const { document } = sections;
  const chapters: Chapter[] = [];
  for (const { number, request, laid } of issued)
    for (const part of laid.document.parts) {
      const pages = pagesOf(laid).find(({ id }) => id === part.id);
      const paper = paperOf(request, part);
      chapters.push({
        anchor: `${number}:${part.id}`,
        part,
        page: String(pages?.pages.first ?? ""),
        mark: null,
        html: paper
          ? bodyHtml(
              request.site,
              request,
              paper,
              root,
              `${number}-`,
              { blocks: pages?.blocks ?? {}, range: pages?.pages ?? null },
              "",
            )
          : "",
        appendices: await appendicesOf(part, root),
      });
    }
  const own: Chapter[] = [];
  for (const { part, section, first } of sections.restricted) {
    const paper = restricted.papers.find(({ id }) => id === part.id) as PublicPaper;
    const blocks = Object.fromEntries(
      part.anchors.map((anchor) => {
        const at = (name: string) => first + (section.print.anchors.get(name)?.page ?? 0);
        return [anchor, { first: at(anchor), last: at(`${anchor}--end`) }];
      }),
    );
    own.push({
      anchor: `E:${part.id}`,
      part,
      page: `E${first}`,
      mark: restricted.mark(part),
      html: bodyHtml(
        restricted.site,
        { ...(issued[0] as IssuedPack).request },
        paper,
        restricted.folder,
        "E-",
        { blocks, range: { first, last: first + section.print.pages.length - 1 } },
        "E",
      ),
      appendices: await appendicesOf(part, restricted.folder),
    });
  }
  const environment = makeEnvironment(root);
  const order = new Map(sections.items.map(({ number }, at) => [number, at]));
  const place = ({ part }: Chapter) => order.get(String(part.displayed ?? part.item ?? "")) ?? order.size;
  const all = [...chapters, ...own].sort((a, b) => place(a) - place(b));
  const body = environment.render("packs/members-page.njk", { pack: document, items: sections.items, chapters: all });
  const css = [
    councilColours(restricted.site.council.settings.colours),
    stylesheet(root, "paper.css"),
    stylesheet(root, "members.css"),
  ];
  return { body, css: css.join("\n").replaceAll("</", "<\\/") };
}

function paperOf({ site, meeting, papers }: PackRequest, { id, kind }: PackPart): PublicPaper<unknown> | null {
  if (kind === "report") return papers.find((paper) => paper.id === id) ?? null;
  if (kind !== "minutes") return null;
  return id.startsWith(MINUTES_OF) ? (site.meeting(id.slice(MINUTES_OF.length))?.minutes ?? null) : meeting.minutes;
}

/** A paper's own words, its pages marked as the PDF has them. */
function bodyHtml(
  site: Site,
  { meeting }: PackRequest,
  paper: PublicPaper<unknown>,
  files: string,
  prefix: string,
  { blocks, range }: { readonly blocks: Blocks; readonly range: PageRange | null },
  series: string,
): string {
  const website = site.council.settings.website?.replace(/\/$/, "") ?? "";
  const html = paperHtml(site, meeting, paper, {
    idPrefix: `${prefix}${paper.id}-`,
    headingLevel: 3,
    pages: blocks,
    range,
    link: (to) => (to.startsWith("/") ? `${website}${to}` : to),
    image: (file) => {
      const from = paper.images.get(file)?.file;
      return from ? dataAddress(join(files, from)) : "";
    },
  });
  return html.replace(
    /(<div class="pagebreak" id="page-)(\d+)("[^>]*aria-label="[A-Za-z ]*?)(\d+)([^>]*>page )(\d+)/g,
    (_, open: string, page: string, label: string, named: string, more: string, shown: string) =>
      `${open}${prefix}${page}${label}${series}${named}${more}${series}${shown}`,
  );
}

async function appendicesOf(part: PackPart, files: string): Promise<Chapter["appendices"]> {
  const read: Chapter["appendices"][number][] = [];
  for (const { title, file } of part.appendices) {
    const bytes = readFileSync(join(files, file));
    const { pages } = await readPdf(bytes);
    read.push({
      title,
      pages: pages.map((lines) => lines.join("\n")),
      href: `data:application/pdf;base64,${bytes.toString("base64")}`,
    });
  }
  return read;
}

function dataAddress(file: string): string {
  const kind = extname(file) === ".png" ? "png" : "jpeg";
  return `data:image/${kind};base64,${readFileSync(file).toString("base64")}`;
}

/**
 * The documents that a pack is printed from, as HTML that asks nothing of any network: its front sheet with the agenda,
 * each part, and the sheets that an appendix lies on. Called by lay-out.ts.
 */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { PART_ADDRESS } from "../printing/addresses.ts";
import type { PrintJob } from "../printing/printer.ts";
import { councilColours, stylesheet } from "../site/assets.ts";
import type { Site } from "../site/site.ts";
import { makeEnvironment } from "../templating/environment.ts";
import type { PackDocument } from "./pack-document.ts";
import { packFonts } from "./pack-fonts.ts";
import { END, type PackAppendix, type PackPart, TOP } from "./pack-parts.ts";

/** The number of the page that each part begins on, as readers know it, by the part's name or its appendix's. */
export type FirstPages = Readonly<Record<string, string>>;

export interface SheetStyle {
  /** Null for a pack of drafts, each page of which says so. */
  readonly issuedAt: string | null;
  /** Words at the head of every page of a part that not everybody may read. */
  readonly mark?: (part: PackPart) => string | null;
  readonly isLargePrint?: boolean;
}

/** By how much large print is larger: the smallest type of a pack, 10.5 point there, comes out above 16. */
const LARGE = 1.55;

export class PackSheets {
  private readonly files: string;
  private readonly style: SheetStyle;
  private readonly environment: ReturnType<typeof makeEnvironment>;
  private readonly css: string;

  /** `root` has the council's templates, and `files` the pictures of its papers: the same folder, but for restricted ones. */
  constructor(root: string, site: Site, style: SheetStyle, files = root) {
    this.files = files;
    this.style = style;
    this.environment = makeEnvironment(root);
    this.css = [
      councilColours(site.council.settings.colours),
      packFonts(),
      stylesheet(root, "paper.css"),
      stylesheet(root, "pack.css"),
      style.isLargePrint ? stylesheet(root, "large-print.css") : "",
    ].join("\n");
  }

  /** The front sheet and the agenda. */
  front(document: PackDocument, pages: FirstPages): PrintJob {
    const rules = `@page { @top-left { content: ${cssText(document.running)}; } ${this.draftMark()} }
@page:first { @top-left { content: ""; } }`;
    return this.job("The front sheet", document.language, document.title, rules, "packs/front.njk", {
      pack: document,
      pages,
      anchors: [],
    });
  }

  /** A document of another kind, with the pack's own look. */
  other(name: string, title: string, template: string, data: Readonly<Record<string, unknown>>): PrintJob {
    return this.job(name, String(data.language ?? "en"), title, "", template, { ...data, anchors: [] });
  }

  part(part: PackPart, document: PackDocument, source: string): PrintJob {
    const mark = this.style.mark?.(part);
    const left = mark ? `content: ${cssText(mark)}; font-weight: 700;` : `content: ${cssText(document.running)};`;
    const rules = `@page { @top-left { ${left} } @top-right { content: ${cssText(part.running)}; } ${mark ? "" : this.draftMark()} }`;
    return this.job(source, String(part.language ?? document.language), part.title, rules, "packs/part.njk", {
      part,
      anchors: [TOP, END, ...part.anchors.flatMap((anchor) => [anchor, `${anchor}--end`])],
    });
  }

  /** One sheet for each page of an appendix. `pages` says which of them are wider than high. */
  appendix(
    appendix: PackAppendix,
    part: PackPart,
    document: PackDocument,
    pages: readonly { readonly landscape: boolean }[],
  ): PrintJob {
    const rules = `@page { ${this.style.mark?.(part) ? "" : this.draftMark()} }`;
    return this.job(appendix.file, document.language, appendix.title, rules, "packs/appendix.njk", {
      appendix,
      part,
      mark: this.style.mark?.(part) ?? null,
      contactOf: document.contact,
      pages,
      anchors: [],
    });
  }

  private job(
    name: string,
    language: string,
    title: string,
    rules: string,
    template: string,
    data: Readonly<Record<string, unknown>>,
  ): PrintJob {
    const text = this.environment.render(template, {
      language,
      title,
      css: "",
      addresses: PART_ADDRESS,
      ...data,
    });
    const html = marked(text).replace(/src="pack-file:([^"]+)"/g, (_, file: string) => {
      const kind = extname(file) === ".png" ? "png" : "jpeg";
      return `src="data:image/${kind};base64,${readFileSync(join(this.files, file)).toString("base64")}"`;
    });
    // Put in last: the styles hold the fonts, which are larger than the words.
    const whole = html.replace("<style></style>", () => `<style>${this.css}\n${rules}</style>`);
    return this.style.isLargePrint ? { name, html: whole, scale: LARGE } : { name, html: whole };
  }

  private draftMark(): string {
    return this.style.issuedAt ? "" : `@top-center { content: "Draft: not issued"; font-weight: 700; }`;
  }
}

/**
 * Labels of list items and words in another language, as links that say so: Chromium has no tag for them inside a line.
 * What an officer wrote is escaped, and cannot look like our own spans.
 */
function marked(html: string): string {
  return html
    .replace(/<span class="(letter|no)">([^<]*)<\/span>/g, `<a class="$1" href="${PART_ADDRESS.label}">$2</a>`)
    .replace(
      /<span lang="([a-z-]+)">((?:(?!<\/?(?:span|a)\b)[\s\S])*)<\/span>/gi,
      `<a class="lang" href="${PART_ADDRESS.language}$1">$2</a>`,
    );
}

/** An officer's words as a CSS string: every character that could end it is written as a code point. */
function cssText(words: string): string {
  const short = words.length > 76 ? `${words.slice(0, 75).trimEnd()}...` : words;
  return `"${short.replace(/[^A-Za-z0-9 ,.:;()-]/g, (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

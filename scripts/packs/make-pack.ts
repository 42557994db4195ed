/**
 * Makes a pack: laid out, its pages numbered, and put together as one PDF; and with it the PDF of each report by itself,
 * with the same numbers. Called by the flows of issuing and for draft packs.
 */
import { assemble } from "../assembling/assemble.ts";
import type { Assembly, AssemblyPart } from "../assembling/assembly.ts";
import { Refusal } from "../model/refusal.ts";
import type { Printer } from "../printing/printer.ts";
import {
  LARGE_PRINT,
  type LaidOut,
  layOut,
  type MadePart,
  type Press,
  pagesOf,
  printCache,
  type Section,
} from "./lay-out.ts";
import { linkTargets } from "./link-targets.ts";
import type { PackRequest } from "./pack-parts.ts";

export interface MadePack {
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly parts: readonly MadePart[];
  /** Each report with its appendices as a PDF of its own, by the paper's name; none of a draft. */
  readonly papers: ReadonlyMap<string, Uint8Array>;
  /** The same in type of 16 point and more; null of a draft. */
  readonly largePrint: Uint8Array | null;
  /** What an officer should know of it. */
  readonly warnings: readonly string[];
}

/** Makes the pack. `root` is the council's folder, which appendices and images are read from. */
export async function makePack(
  request: PackRequest,
  root: string,
  printer: Printer,
  progress: (step: string) => void = () => {},
): Promise<MadePack> {
  const press = { root, printer, cache: printCache(root), progress };
  const laid = await layOut(request, press);
  const parts = pagesOf(laid);
  const large = request.issuedAt ? await largePrint(request, parts, press) : null;
  const tooWide = large instanceof Refusal ? [`There is no large print: ${large.message}`] : [];
  progress("Putting the pack together");
  return {
    bytes: assemble(
      assemblyOf(
        request,
        laid,
        laid.sections.map((section) => numbered(section)),
      ),
    ),
    title: laid.document.name,
    firstPage: request.firstPage,
    lastPage: laid.lastPage,
    parts,
    papers: request.issuedAt ? papersAlone(request, laid) : new Map(),
    largePrint: large instanceof Refusal ? null : large,
    warnings: [...laid.sections.flatMap(missingLetters), ...tooWide],
  };
}

/**
 * The same papers in large print, on pages of their own, with the pack's pages marked in the text. What cannot be printed
 * so large, as a table that is then wider than the page, is why there is none: it must not keep the pack from being issued.
 */
async function largePrint(
  request: PackRequest,
  parts: readonly MadePart[],
  press: Press,
): Promise<Uint8Array | Refusal> {
  const printed = new Map(parts.map((part) => [part.id, part]));
  const large = { ...request, printed, firstPage: 1 };
  let laid: LaidOut;
  try {
    laid = await layOut(large, press);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  const sections = laid.sections.map((section) => numbered(section, LARGE_PRINT));
  return assemble({
    ...assemblyOf(large, laid, sections, `${laid.document.title} (large print)`),
    numberSize: 16,
  });
}

/** The section with the numbers of its pages, after the letter of their series. */
export function numbered(section: Section, series = ""): AssemblyPart {
  return { ...section, labels: section.print.pages.map((_, index) => `${series}${section.firstPage + index}`) };
}

function assemblyOf(
  request: PackRequest,
  { document }: LaidOut,
  parts: readonly AssemblyPart[],
  title = document.title,
): Assembly {
  return {
    title,
    author: request.site.council.settings.name,
    language: document.language,
    issuedAt: request.issuedAt,
    parts,
    target: linkTargets(
      request,
      parts.map(({ key }) => key),
    ),
  };
}

/** Each report and its appendices, so that its pages can be printed without the rest, with the numbers they have there. */
function papersAlone(request: PackRequest, laid: LaidOut): Map<string, Uint8Array> {
  const reports = laid.document.parts.filter(({ kind }) => kind === "report");
  return new Map(
    reports.map(({ id, title }) => {
      const own = laid.sections
        .filter(({ key, under }) => key === id || under === id)
        .map((section) => numbered(section));
      return [id, assemble(assemblyOf(request, laid, own, `${title}: ${laid.document.running}`))];
    }),
  );
}

/** A letter that no font has is shown as an empty box. */
function missingLetters({ source, print }: Section): string[] {
  return print.missing.length > 0
    ? [
        `${source}: no font has a shape for ${print.missing.map(letterName).join(", ")}; readers see an empty box there.`,
      ]
    : [];
}

function letterName(letter: string): string {
  return `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}

/**
 * Where each page of a pack stands on the web: the paragraphs that begin on it, or the one that goes on there, a page of
 * an appendix, the front sheet, a tombstone. For the page of all pack pages.
 */
import type { PublicMeeting, PublicPack, PublicPaper } from "../access/public-council.ts";
import type { Block } from "../model/outline.ts";
import type { PageRange } from "../model/record.ts";
import { listed, upperFirst } from "../templating/filters.ts";
import { address } from "./addresses.ts";
import { type PaperInPack, pageInPdf, papersInPack } from "./pack-papers.ts";
import { backgroundOf, implicationsOf } from "./pages/report.ts";
import type { Site } from "./site.ts";

export interface Place {
  readonly text: string;
  readonly href: string;
}

export interface PackPage {
  readonly number: number;
  /** What is on it, first to last, each with where it stands. */
  readonly places: readonly Place[];
  /** The sections or minutes that begin on it, by their titles. */
  readonly sections: readonly Place[];
  readonly pdfHref: string;
}

/** The pages of one paper, or of a front sheet. */
export interface PageGroup {
  readonly title: string;
  readonly href: string | null;
  readonly item: string | null;
  /** What became of the paper since, in words. */
  readonly since: string | null;
  readonly pages: readonly PackPage[];
}

/** Every page of `pack`, in groups as they are printed. */
export function pageGroups(site: Site, meeting: PublicMeeting, pack: PublicPack): PageGroup[] {
  const groups: PageGroup[] = [];
  let next = pack.firstPage;
  const add = (group: Omit<PageGroup, "pages">, last: number, on: (page: number) => OnPage): void => {
    const pages: PackPage[] = [];
    for (; next <= last; next++)
      pages.push({ number: next, pdfHref: pageInPdf(meeting, pack, next), ...capital(on(next)) });
    if (pages.length > 0) groups.push({ ...group, pages });
  };
  for (const paper of papersInPack(site, meeting, pack)) {
    addSheets(paper.pages.first - 1);
    // The words for a paper that was withdrawn name its item already.
    const { title, href, since } = paper;
    add({ title, href, item: paper.paper ? paper.item : null, since }, paper.pages.last, (page) => onPage(paper, page));
  }
  addSheets(pack.lastPage);
  return groups;

  /** What stands before the first paper; nothing of a paper is between others, unless a pack has an empty page. */
  function addSheets(last: number): void {
    if (next > pack.firstPage)
      add({ title: "No paper", href: null, item: null, since: null }, last, () => nothing(meeting));
    else {
      const sheet = sheets(meeting, pack, last);
      add({ title: sheet.title, href: null, item: null, since: null }, last, sheet.on);
    }
  }
}

type OnPage = Pick<PackPage, "places" | "sections">;

function nothing(meeting: PublicMeeting): OnPage {
  return { places: [{ text: "no paper", href: address.meeting(meeting.id) }], sections: [] };
}

/** The front sheet, and the agenda where the pack has one, which then ends on the page before the first paper. */
function sheets(meeting: PublicMeeting, pack: PublicPack, last: number) {
  const act = meeting.acts.find(({ number }) => number === pack.issuedIn);
  const hasAgenda = act?.record.files["agenda.md"] !== undefined;
  const own = pack.kind === "agenda";
  const front: Place = {
    text: own ? "the front sheet" : `the front sheet of ${pack.title}`,
    href: `${address.meeting(meeting.id)}${own ? "" : "#since"}`,
  };
  const agenda: Place = { text: "the agenda", href: `${address.meeting(meeting.id)}#agenda` };
  const on = (page: number): OnPage => {
    const places = [
      ...(page < last || page === pack.firstPage || !hasAgenda ? [front] : []),
      ...(hasAgenda && (page > pack.firstPage || page === last) ? [agenda] : []),
    ];
    return { places, sections: [] };
  };
  return { title: hasAgenda ? "Front sheet and agenda" : "Front sheet", on };
}

/** What stands on one page of a paper. */
function onPage(found: PaperInPack, page: number): OnPage {
  const { paper, part, href, appendices } = found;
  if (!paper) return { places: [{ text: "withdrawn", href }], sections: [] };
  const appendix = appendices.find(({ pages }) => pages.first <= page && page <= pages.last);
  if (appendix) {
    const own = page - appendix.pages.first + 1;
    const of = appendix.pages.last - appendix.pages.first + 1;
    const text = of === 1 ? appendix.title : `${appendix.title}, page ${own} of ${of}`;
    return {
      places: [
        { text, href: `${appendix.href}#page=${own}` },
        { text: "the report that it is an appendix of", href: `${href}#appendices` },
      ],
      sections: [],
    };
  }
  const blocks = blocksOf(found, paper);
  const begins = blocks.filter(({ pages }) => pages.first === page);
  const over = blocks.findLast(({ pages }) => pages.first < page && page <= pages.last);
  const [top] = begins;
  const places: Place[] = [
    ...(page === part.pages.first
      ? [{ text: paper.id === "minutes" ? "the minutes begin" : "the report begins", href }]
      : []),
    ...(over ? [{ text: `${over.name} ${over.isPlural ? "go" : "goes"} on`, href: over.href }] : []),
    ...(top && !over && top.number === null ? [{ text: top.beginning, href: top.href }] : []),
    ...runOf(begins),
    ...afterwards(found, paper, page, Math.max(0, ...blocks.map(({ pages }) => pages.last))),
  ];
  if (places.length === 0) places.push(unmarked(found, paper, blocks, page));
  const sections = begins
    .filter(({ kind, number, title: words }) => kind === "section" && words && (number || begins.length > 1))
    .map((block) => ({ text: block.number ? `${block.number} ${block.title}` : block.title, href: block.href }));
  return { places, sections };
}

interface PlacedBlock extends Block {
  readonly pages: PageRange;
  readonly href: string;
  /** What its number is of: `paragraph`, `section`, `minute`. */
  readonly noun: string;
  /** `paragraph 4.6`, `a table after paragraph 4.6`. */
  readonly name: string;
  readonly isPlural: boolean;
  /** What a page says that begins with it: `points of paragraph 4.6`. */
  readonly beginning: string;
}

/** The paper's blocks with their pages, each called by its number or by the nearest one before it. */
function blocksOf({ part, href }: PaperInPack, paper: PublicPaper<unknown>): PlacedBlock[] {
  let context = "";
  return paper.outline.blocks.flatMap((block): PlacedBlock[] => {
    const { kind, number, title, anchor } = block;
    const noun = kind !== "section" ? "paragraph" : paper.id === "minutes" ? "minute" : "section";
    if (number) context = `${noun} ${number}`;
    else if (title) context = `“${title}”`;
    const pages = part.pageMap.blocks[anchor];
    if (!pages) return [];
    return [{ ...block, pages, href: `${href}#${anchor}`, noun, ...wordsFor(block, context) }];
  });
}

/** What a block is called where `context` is the last number or heading up to it; empty before the first. */
function wordsFor(
  { kind, number, title }: Block,
  context: string,
): Pick<PlacedBlock, "name" | "isPlural" | "beginning"> {
  const called = (what: string, joined: string) => (context ? `${what} ${joined} ${context}` : what);
  if (number || title) return { name: context, isPlural: false, beginning: context };
  if (kind === "paragraph" || kind === "section" || kind === "sub-heading")
    return context
      ? { name: context, isPlural: false, beginning: `${context} goes on` }
      : { name: "the first words", isPlural: true, beginning: "the first words" };
  if (kind === "list") return { name: called("a point", "of"), isPlural: false, beginning: called("points", "of") };
  const name = called(NOUNS[kind], "after");
  return { name, isPlural: false, beginning: name };
}

const NOUNS = { table: "a table", quote: "a quotation", chart: "a chart", image: "a picture" } as const;

/** `paragraphs 4.2 to 4.7`, leading to the first of them; sections where no paragraph has a number. */
function runOf(begins: readonly PlacedBlock[]): Place[] {
  const numbered = begins.filter(({ number }) => number !== null);
  const paragraphs = numbered.filter(({ noun }) => noun !== "section");
  const run = paragraphs.length > 0 ? paragraphs : numbered;
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const text = first === last ? first.name : `${first.noun}s ${first.number} to ${last.number}`;
  return [{ text, href: first.href }];
}

/** Of a report's last pages: what follows its paragraphs. Where both stand on a page, it is known of the last page only. */
function afterwards(
  { part, href }: PaperInPack,
  paper: PublicPaper<unknown>,
  page: number,
  lastBlock: number,
): Place[] {
  if (paper.id === "minutes" || page < lastBlock || (page === lastBlock && page < part.pages.last)) return [];
  const report = paper as PublicPaper;
  const follows = [
    ...(implicationsOf(report).length > 0 ? ["implications"] : []),
    ...(backgroundOf(report).hasOwnBackground ? [] : ["background papers"]),
  ];
  const [first] = follows;
  if (!first || (lastBlock === 0 && page === part.pages.first)) return [];
  const place = page === lastBlock ? first.replace(" ", "-") : `page-${page}`;
  return [{ text: `its ${listed(follows)}`, href: `${href}#${place}` }];
}

/** A page on which no block begins or goes on: of what stands above the paragraphs, or after one of them. */
function unmarked(
  { part, href }: PaperInPack,
  paper: PublicPaper<unknown>,
  blocks: readonly PlacedBlock[],
  page: number,
): Place {
  const before = blocks.findLast(({ pages }) => pages.last < page);
  if (before) return { text: `what comes after ${before.name}`, href: before.href };
  if (paper.id === "minutes") return { text: "what was decided and who was there", href };
  return {
    text: "its heading and recommendations go on",
    href: page > part.pages.first ? `${href}#page-${page}` : href,
  };
}

/** The first words of a page's line begin with a capital. */
function capital({ places: [first, ...rest], sections }: OnPage): OnPage {
  if (!first) return { places: [], sections };
  return { places: [{ ...first, text: upperFirst(first.text) }, ...rest], sections };
}

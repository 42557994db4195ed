/**
 * The members' pack in order: its own front sheet, then every pack that was issued, with the restricted papers after what
 * the public has on their items. Called by members-pack.ts.
 */
import type { AssemblyPart } from "../assembling/assembly.ts";
import {
  FRONT,
  type Press,
  printParts,
  readAppendices,
  type Section,
  type Unplaced,
  withAccess,
} from "../packs/lay-out.ts";
import { linkTargets } from "../packs/link-targets.ts";
import { numbered } from "../packs/make-pack.ts";
import { type PackDocument, packDocument } from "../packs/pack-document.ts";
import type { PackPart, PackRequest } from "../packs/pack-parts.ts";
import { PackSheets } from "../packs/pack-sheets.ts";
import { PART_ADDRESS } from "../printing/addresses.ts";
import type { KeptPrint } from "../printing/kept-print.ts";
import type { IssuedPack } from "./issued-packs.ts";
import type { RestrictedParts } from "./restricted-parts.ts";

export interface MembersSections {
  readonly document: PackDocument;
  readonly parts: readonly AssemblyPart[];
  /** Each restricted part as it is printed, and the number of its first page among the restricted. */
  readonly restricted: readonly { readonly part: PackPart; readonly section: Unplaced; readonly first: number }[];
  readonly restrictedPages: number;
  /** What the front sheet lists, item by item. */
  readonly items: readonly MembersItem[];
}

export interface MembersItem {
  readonly number: string;
  readonly title: string;
  readonly papers: readonly {
    readonly key: string;
    readonly title: string;
    readonly page: string;
    readonly mark: string | null;
  }[];
}

/** What restricted pages are numbered with: E1 onward, a series that says nothing of the public one. */
const SERIES = "E";
const COVER = "members";

export async function membersSections(
  issued: readonly IssuedPack[],
  restricted: RestrictedParts,
  latest: PackRequest,
  press: Press,
): Promise<MembersSections> {
  const appendices = await readAppendices(restricted.folder, restricted.parts);
  const parts = restricted.parts.map((part) => withAccess(part, appendices));
  const request = { ...latest, site: restricted.site };
  const named = packDocument({ ...request, kind: "agenda" }, parts);
  const document = { ...named, title: `Members' pack, not for publication: ${named.running}`, name: "Members' pack" };
  const style = { issuedAt: latest.issuedAt, mark: restricted.mark };
  const sheets = new PackSheets(press.root, restricted.site, style, restricted.folder);
  const open = itemsOf(issued, latest);
  const cover = (items: readonly MembersItem[]) =>
    sheets.other("The members' front sheet", document.title, "packs/members-front.njk", {
      pack: document,
      items,
      language: document.language,
    });
  const { sections, others } = await printParts(sheets, document, appendices, press, [cover(open)]);

  // The front sheet's pages are the first of the restricted series: it names papers that the public may not know.
  let front = others[0] as KeptPrint;
  for (let times = 0; ; times++) {
    const placed = place(sections, front.pages.length + 1);
    const items = withRestricted(open, parts, placed, restricted.mark);
    const [again] = await press.printer.print([cover(items)], null);
    const settled = again?.pages.length === front.pages.length;
    front = again as KeptPrint;
    if (settled) return arranged({ document, issued, restricted, latest, parts, placed, front, items });
    if (times > 3) throw new Error("The members' front sheet changes its length every time");
  }
}

interface Placed {
  readonly section: Unplaced;
  readonly first: number;
}

function place(sections: readonly Unplaced[], from: number): Placed[] {
  let next = from;
  return sections.map((section) => {
    const first = next;
    next += section.print.pages.length;
    return { section, first };
  });
}

/** The agenda's items with what the public has on each. */
function itemsOf(issued: readonly IssuedPack[], { meeting }: PackRequest): MembersItem[] {
  return (meeting.agenda?.value.items ?? []).map((item) => ({
    number: item.displayed ?? item.number,
    title: item.title,
    papers: issued.flatMap(({ number, laid }) =>
      laid.document.parts
        .filter((part) => part.item === item.number)
        .map((part) => ({
          key: keyIn(number, part.id),
          title: part.title,
          page: String(laid.sections.find(({ key }) => key === part.id)?.firstPage ?? ""),
          mark: null,
        })),
    ),
  }));
}

function withRestricted(
  items: readonly MembersItem[],
  parts: readonly PackPart[],
  placed: readonly Placed[],
  mark: (part: PackPart) => string,
): MembersItem[] {
  return items.map((item) => ({
    ...item,
    papers: [
      ...item.papers,
      ...parts
        .filter((part) => String(part.displayed) === item.number)
        .map((part) => ({
          key: keyIn(SERIES, part.id),
          title: part.title,
          page: `${SERIES}${placed.find(({ section }) => section.key === part.id)?.first ?? ""}`,
          mark: mark(part),
        })),
    ],
  }));
}

/** One paper may stand in two packs, as it was and as it was revised. */
function keyIn(pack: number | string, key: string): string {
  return `${pack}:${key}`;
}

function arranged(all: {
  document: PackDocument;
  issued: readonly IssuedPack[];
  restricted: RestrictedParts;
  latest: PackRequest;
  parts: readonly PackPart[];
  placed: readonly Placed[];
  front: KeptPrint;
  items: readonly MembersItem[];
}): MembersSections {
  const { document, issued, restricted, latest, parts, placed, front, items } = all;
  const series = (first: number, print: KeptPrint) => print.pages.map((_, index) => `${SERIES}${first + index}`);
  const own = linkTargets(
    { ...latest, papers: restricted.papers },
    placed.map(({ section }) => section.key),
  );
  const restrictedOf = (item: string): AssemblyPart[] =>
    parts
      .filter((part) => part.item === item)
      .flatMap(({ id }) =>
        placed
          .filter(({ section: { key, under } }) => key === id || under === id)
          .map(({ section, first }) =>
            inPack(SERIES, { ...section, labels: series(first, section.print), target: own }),
          ),
      );
  const done = new Set<string>();
  const result: AssemblyPart[] = [
    {
      key: COVER,
      title: document.name,
      source: "The members' front sheet",
      print: front,
      labels: series(1, front),
      target: (uri) =>
        uri.startsWith(PART_ADDRESS.part) ? { part: uri.slice(PART_ADDRESS.part.length), anchor: null } : { uri },
    },
  ];
  for (const { number, request, laid } of issued) {
    const target = linkTargets(
      request,
      laid.sections.map(({ key }) => key),
    );
    const take = (section: Section) => result.push(inPack(number, { ...numbered(section), target }));
    const of = (part: PackPart) => laid.sections.filter(({ key, under }) => key === part.id || under === part.id);
    laid.sections.filter(({ key }) => key === FRONT).forEach(take);
    for (const { number: item } of request.meeting.agenda?.value.items ?? []) {
      laid.document.parts
        .filter((part) => part.item === item)
        .flatMap(of)
        .forEach(take);
      if (!done.has(item)) result.push(...restrictedOf(item));
      done.add(item);
    }
    laid.document.parts
      .filter((part) => part.item === null)
      .flatMap(of)
      .forEach(take);
  }
  return {
    document,
    parts: result,
    restricted: parts.flatMap((part) =>
      placed.filter(({ section }) => section.key === part.id).map((each) => ({ part, ...each })),
    ),
    restrictedPages: front.pages.length + placed.reduce((sum, { section }) => sum + section.print.pages.length, 0),
    items,
  };
}

/** The part under the name that it has in this pack, links to its neighbours along with it. */
function inPack(pack: number | string, part: AssemblyPart): AssemblyPart {
  const { target } = part;
  return {
    ...part,
    key: keyIn(pack, part.key),
    under: part.under === undefined ? undefined : keyIn(pack, part.under),
    target: (uri) => {
      const to = target?.(uri) ?? null;
      return to && "part" in to ? { ...to, part: keyIn(pack, to.part) } : to;
    },
  };
}

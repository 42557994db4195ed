/**
 * A meeting as it is kept: its papers' front matter and records at hand, and what is large (the blocks of a paper, the pages
 * they stand on) packed apart and opened when it is asked for. Most who ask about a meeting ask about none of that. Used by
 * meeting-cache.ts.
 */
import { deserialize, serialize } from "node:v8";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { CouncilMeeting, Document, Papers, Positions, Sourced } from "../model/council.ts";

/** A meeting in parts. */
interface Parts {
  readonly meeting: Buffer;
  /** All that is large in one piece, which is opened as one. */
  readonly large: Buffer;
}

const OF_OUTLINE = ["blocks", "kept"] as const;
const OF_PAGE_MAP = ["blocks", "numbers"] as const;

/** `rest` with the meeting, as bytes to keep. */
export function packedMeeting(meeting: CouncilMeeting | null, rest: object): Buffer {
  const large = meeting ? [...largeIn(meeting)].map(([owner, names]) => serialize(pick(owner, names))) : [];
  const parts: Parts = { meeting: packed({ ...rest, meeting: meeting && light(meeting) }), large: packed(large) };
  return serialize(parts);
}

/** What was packed; `find` gives the lines and columns of a document, which are kept nowhere. */
export function openedMeeting<Rest extends { readonly meeting: CouncilMeeting | null }>(
  content: Buffer,
  find: (source: Sourced<unknown>) => Positions,
): Rest {
  const { meeting, large } = deserialize(content) as Parts;
  const opened = unpacked(meeting) as Rest;
  if (!opened.meeting) return opened;
  for (const source of sourcesOf(opened.meeting)) laterIn(source, ["positions"], () => ({ positions: find(source) }));
  let pieces: readonly Buffer[] | null = null;
  const piece = (at: number): object => {
    pieces ??= unpacked(large) as Buffer[];
    return deserialize(pieces[at] ?? Buffer.alloc(0)) as object;
  };
  for (const [at, [owner, names]] of [...largeIn(opened.meeting)].entries()) laterIn(owner, names, () => piece(at));
  return opened;
}

/** The objects of a meeting that hold something large, in an order of their own, with the names of that. */
function* largeIn({ drafts, issued }: CouncilMeeting): Generator<[object, readonly string[]]> {
  for (const papers of [drafts, ...issued.map((snapshot) => snapshot.papers)])
    if (papers) for (const { outline } of documentsIn(papers)) yield [outline, OF_OUTLINE];
  for (const { pageMaps } of issued) for (const pageMap of pageMaps.values()) yield [pageMap, OF_PAGE_MAP];
}

function sourcesOf({ living, drafts, issued }: CouncilMeeting): Sourced<unknown>[] {
  return [
    living,
    ...[drafts, ...issued.map(({ papers }) => papers)].flatMap((papers) =>
      papers ? [...(papers.agenda ? [papers.agenda] : []), ...documentsIn(papers)] : [],
    ),
  ];
}

function documentsIn({ reports, minutes }: Papers): Document<unknown>[] {
  return [...reports, ...(minutes ? [minutes] : [])];
}

/** The meeting without what is large, and without lines and columns. */
function light(meeting: CouncilMeeting): CouncilMeeting {
  const document = <Value>(each: Document<Value>): Document<Value> => ({
    ...nowhere(each),
    outline: without(each.outline, OF_OUTLINE),
  });
  const papers = (all: Papers): Papers => ({
    ...all,
    agenda: all.agenda && nowhere(all.agenda),
    reports: all.reports.map(document),
    minutes: all.minutes && document(all.minutes),
  });
  return {
    ...meeting,
    living: nowhere(meeting.living),
    drafts: meeting.drafts && papers(meeting.drafts),
    issued: meeting.issued.map((snapshot) => ({
      ...snapshot,
      papers: papers(snapshot.papers),
      pageMaps: new Map([...snapshot.pageMaps].map(([id, each]) => [id, without(each, OF_PAGE_MAP)])),
    })),
  };
}

const NOWHERE: Positions = new Map();

/** A document as it is kept: its lines and columns are found again. */
export function nowhere<Source extends Sourced<unknown>>(source: Source): Source {
  return { ...source, positions: NOWHERE };
}

/** Gives `owner` what has these names when one of them is asked for, and keeps it then. */
export function laterIn(owner: object, names: readonly string[], open: () => object): void {
  let opened: Record<string, unknown> | null = null;
  for (const name of names)
    Object.defineProperty(owner, name, {
      enumerable: true,
      get: () => {
        opened ??= open() as Record<string, unknown>;
        return opened[name];
      },
    });
}

function pick(owner: object, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, (owner as Record<string, unknown>)[name]]));
}

function without<Owner extends object>(owner: Owner, names: readonly string[]): Owner {
  return Object.fromEntries(Object.entries(owner).filter(([name]) => !names.includes(name))) as Owner;
}

function packed(value: unknown): Buffer {
  return zstdCompressSync(serialize(value));
}

function unpacked(bytes: Buffer): unknown {
  return deserialize(zstdDecompressSync(bytes));
}

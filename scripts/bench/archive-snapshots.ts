/**
 * Issues the papers of one meeting of a made-up archive without printing: each act a snapshot such as `issue` writes, with
 * stand-ins for its PDFs and page maps whose pages are made up in order. Called by archive-meetings.ts and archive-living.ts.
 */
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../load/files.ts";
import { readOutline } from "../markdown/outline.ts";
import type { Committee } from "../model/committee.ts";
import type { IssueContext, Limbs } from "../model/council.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Outline } from "../model/outline.ts";
import { type IssueKind, type IssueRecord, NUMBERED_ON, type PageMap, type PageRange } from "../model/record.ts";
import { largePrintName, packName, paperPdfName } from "../packs/pack-names.ts";
import { appendSnapshot, json, type RecordDetails, type SnapshotFiles } from "../record/append-snapshot.ts";
import { pageMapFile } from "../record/write-snapshot.ts";
import type { ArchiveReport } from "./archive-report.ts";
import { Draws } from "./draws.ts";
import { standInPdf } from "./stand-in-pdf.ts";

/** What every act of a meeting has in common. */
export interface ChainSetting {
  readonly root: string;
  /** The address of its chain: a meeting's id, or `forward-plan/` and an entry's. */
  readonly address: string;
  readonly folder: string;
  readonly seed: number;
}

/** The names of the day. */
export interface ContextSetting {
  readonly committee: { readonly id: string; readonly value: Committee };
  readonly meeting: Meeting;
  readonly members: Readonly<Record<string, string>>;
}

/** Anchors of a paper's blocks, and the numbers they keep. */
export type PaperNumbers = NonNullable<PageMap["numbers"]>;

/** One part of a pack. */
export interface PackPart {
  readonly id: string;
  readonly kind: "report" | "minutes";
  /** The file's bytes; null for the minutes of another meeting. */
  readonly text: string | null;
  readonly numbers: PaperNumbers;
  readonly words: number;
  readonly report: ArchiveReport | null;
}

export interface Act {
  readonly kind: IssueKind;
  readonly at: string;
  readonly reason: string | null;
  readonly sequence: number;
  /** The agenda, where it is in the pack. */
  readonly agenda: string | null;
  readonly parts: readonly PackPart[];
  readonly limbs: Limbs | null;
}

const WORDS_A_PAGE = 420;

/** The blocks of a paper in order. */
export function numbersOf(body: string, numbering: Outline["numbering"] | undefined): PaperNumbers {
  return readOutline(body, 1, numbering).outline.blocks.map(({ anchor, number }) => ({ anchor, number }));
}

/** A chain that acts are appended to. */
export class ArchiveChain {
  private readonly issued: { record: IssueRecord; recordHash: string }[] = [];
  private readonly setting: ChainSetting;
  private readonly draws: Draws;

  constructor(setting: ChainSetting, index: number) {
    this.setting = setting;
    this.draws = new Draws(setting.seed * 67_867_967 + index);
  }

  /** Issues a pack: an agenda, a supplement, a revision or minutes. */
  issue(act: Act, context: ContextSetting): void {
    const { kind, parts } = act;
    const files: SnapshotFiles = new Map();
    if (act.agenda !== null) files.set("agenda.md", act.agenda);
    files.set("context.json", json(this.contextOf(act, context)));
    const firstPage = NUMBERED_ON.includes(kind) ? this.lastPage() + 1 : 1;
    let page = firstPage + (act.agenda === null ? 1 : 2);
    const papers = parts.map((part): IssueRecord["papers"][number] => {
      const pages = { first: page, last: page + Math.ceil(part.words / WORDS_A_PAGE) - 1 };
      page = pages.last + 1;
      const appendix = part.report?.appendix ?? null;
      if (part.text !== null) files.set(`${part.id}.md`, part.text);
      if (appendix) files.set(appendix.file, appendixPdf(appendix.title, this.setting.seed, part.id));
      files.set(pageMapFile(part.id), json(pageMapOf(part, pages)));
      const pdf = part.kind === "report" ? this.pdf(files, paperPdfName(part.id), part.report?.title ?? part.id) : null;
      return {
        id: part.id,
        kind: part.kind,
        file: part.text === null ? null : `${part.id}.md`,
        pages,
        pdf,
        pageMap: pageMapFile(part.id),
        appendices: appendix
          ? [{ id: appendix.id, file: appendix.file, pages: { first: page, last: page++ }, isAccessible: true }]
          : [],
      };
    });
    const { title, address } = packName(kind, act.sequence) as { title: string; address: string };
    const pack = this.pdf(files, address, `${title}, ${this.setting.address}`);
    const largePrint = this.pdf(files, largePrintName(address), `${title} in large print, ${this.setting.address}`);
    this.append(act.at, files, {
      ...PLAIN,
      kind,
      reason: act.reason,
      pack: { ...pack, title, firstPage, lastPage: page - 1, largePrint },
      papers,
    });
  }

  /** Issues one notice of the forward plan. */
  notice(at: string, text: string): void {
    this.append(at, new Map([["entry.md", text]]), { ...PLAIN, kind: "notice", reason: null, pack: null, papers: [] });
  }

  /** Takes a report back that the agenda's pack holds: its files go, and its pack has another in its place. */
  withdraw(report: ArchiveReport, at: string, reason: string, context: ContextSetting): void {
    const first = this.issued[0]?.record;
    const paper = first?.papers.find(({ id }) => id === report.id);
    if (!first?.pack?.largePrint || !paper) throw new Error(`${this.setting.address} has issued no ${report.id}`);
    const { pack } = first;
    const packs = [
      { file: pack.file, of: "pack" as const },
      { file: first.pack.largePrint.file, of: "large-print" as const },
    ];
    const gone = [
      `${report.id}.md`,
      paper.pageMap,
      ...(paper.pdf ? [paper.pdf.file] : []),
      ...paper.appendices.map(({ file }) => file),
    ];
    const removed = [...gone, ...packs.map(({ file }) => file)].map((file) => ({ snapshot: 1, file }));
    const files: SnapshotFiles = new Map([["context.json", json(this.contextOf({ parts: [], limbs: null }, context))]]);
    for (const { file } of packs) this.pdf(files, `1-${file}`, `${pack.title}, ${this.setting.address}`);
    this.append(at, files, {
      ...PLAIN,
      kind: "withdrawal",
      reason,
      pack: null,
      papers: [],
      withdrawn: [{ id: report.id, kind: "report", item: report.item }],
      removed,
      replaces: packs.map(({ file, of }) => ({ snapshot: 1, file: `1-${file}`, of })),
    });
    for (const { file } of removed) {
      const path = join(this.setting.root, this.setting.folder, "issued/1", file);
      rmSync(path);
      if (file.startsWith("appendices/")) removeIfEmpty(dirname(path));
    }
  }

  private append(at: string, files: SnapshotFiles, details: RecordDetails): void {
    const { root, address, folder } = this.setting;
    const council = { root, now: at, settings: { value: { timeZone: "Europe/London" } } };
    const { record } = appendSnapshot(council, { address, folder, issued: this.issued }, files, details);
    this.issued.push({ record, recordHash: sha256(json(record)) });
  }

  private lastPage(): number {
    return Math.max(
      0,
      ...this.issued.map(({ record }) => (NUMBERED_ON.includes(record.kind) ? (record.pack?.lastPage ?? 0) : 0)),
    );
  }

  /** Adds a stand-in under `file`, and says of it what a record does. */
  private pdf(files: SnapshotFiles, file: string, title: string): { file: string; address: string; bytes: number } {
    const bytes = standInPdf(title, this.draws);
    files.set(file, bytes);
    return { file, address: file, bytes: bytes.length };
  }

  private contextOf({ parts, limbs }: Pick<Act, "parts" | "limbs">, context: ContextSetting): IssueContext {
    const { committee, meeting, members } = context;
    const measures = parts.flatMap(({ report }) => report?.measure ?? []);
    return {
      council: ARCHIVE_COUNCIL,
      committee: { id: committee.id, ...committee.value },
      meeting,
      members,
      measures: Object.fromEntries(
        measures.map((each) => [
          each.id,
          { ...each, readings: each.readings.filter(({ date }) => date < meeting.date) },
        ]),
      ),
      ...(limbs ? { limbs } : {}),
    };
  }
}

export const ARCHIVE_COUNCIL = "Alderwick Borough Council";

const PLAIN = { missedClocks: [], withdrawn: [], removed: [], replaces: [] };

/** The appendix of a report: the same bytes wherever it is written. */
export function appendixPdf(title: string, seed: number, report: string): Uint8Array {
  return standInPdf(title, new Draws(seed + report.length));
}

function pageMapOf({ numbers, text }: PackPart, pages: PageRange): PageMap {
  const many = pages.last - pages.first + 1;
  const blocks = Object.fromEntries(
    numbers.map(({ anchor }, at): [string, PageRange] => {
      const page = pages.first + Math.floor((at * many) / numbers.length);
      return [anchor, { first: page, last: page }];
    }),
  );
  return { blocks, numbers: text === null ? null : numbers };
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another report's appendix is in it.
  }
}

/** Writes a file of the archive and the folders it needs. */
export function putFile(root: string, file: string, content: string | Uint8Array): void {
  const path = join(root, file);
  try {
    writeFileSync(path, content);
  } catch {
    // Most folders are there: looking first would take as long as the writing.
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

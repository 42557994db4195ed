/**
 * The issue record, `issued/<n>/record.json`: what was issued, when, how it stood to the law's clocks, and the hash of
 * every file of it. Records of a meeting form one chain, each with the hash of the one before. It is published as it
 * stands, so it holds no word of a paper. `format` lets older records stay readable.
 */
import { z } from "zod";
import { isCivilDate, isCivilDateTime } from "./civil.ts";

export const RECORD_FORMAT = 1;

/** What can be issued, in the order of a meeting's life. */
export const ISSUE_KINDS = [
  "notice",
  "agenda",
  "supplement",
  "revision",
  "minutes",
  "correction",
  "cancellation",
  "release",
  "withdrawal",
] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** Kinds whose packs number on through a meeting's agenda, so that a page number is never used twice. */
export const NUMBERED_ON: readonly IssueKind[] = ["agenda", "supplement", "revision", "release"];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().min(1);

export const pageRange = z.strictObject({ first: whole, last: whole });
/** The pages a block begins and ends on, counted through the meeting's packs from 1. */
export type PageRange = z.output<typeof pageRange>;

/** A clock that was not kept when this was issued: what the public is told of it. */
export const missedClock = z.strictObject({
  clock: z.string(),
  severity: z.enum(["late", "explain", "duty"]),
  /** Whether it is about the whole meeting, one item of the agenda, or one paper. */
  about: z.enum(["meeting", "item", "paper"]),
  /** Items of the agenda, by id, and the paper, where it is about some. */
  items: z.array(z.string()),
  paper: z.string().nullable(),
  source: z.string(),
  lastDay: z.string().refine(isCivilDate),
  issued: z.string().refine(isCivilDateTime),
  /** How many clear days there were, and how many are wanted; null where the day is set in another way. */
  clearDays: z.number().int().min(0).nullable(),
  wanted: z.number().int().min(0).nullable(),
  because: z.string().nullable(),
  cure: z.string().nullable(),
});
export type MissedClock = z.output<typeof missedClock>;

/** A PDF beside the pack: its file in the snapshot, and its name at the meeting's address. */
const printed = z.strictObject({ file: z.string(), address: z.string(), bytes: whole });

export const issueRecord = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  /** What was issued for: a meeting by its folder's name, or `forward-plan/` and an entry's. */
  address: z.string(),
  number: whole,
  kind: z.enum(ISSUE_KINDS),
  issuedAt: z.string().refine(isCivilDateTime),
  timeZone: z.string(),
  /** Why, where that has to be said: of a revision, a correction, a cancellation, a release, a withdrawal. */
  reason: z.string().nullable(),
  previous: hash.nullable(),
  pack: z
    .strictObject({
      file: z.string(),
      /** Its name at the meeting's address. */
      address: z.string(),
      title: z.string(),
      firstPage: whole,
      lastPage: whole,
      bytes: whole,
      /** The same in large print, on pages of its own. */
      largePrint: printed.nullable(),
    })
    .nullable(),
  papers: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["agenda", "report", "minutes"]),
      /** Null for the minutes of an earlier meeting, which were issued with it. */
      file: z.string().nullable(),
      pages: pageRange,
      /** The report and its appendices as a PDF of their own, with the numbers that their pages have in the pack. */
      pdf: printed.nullable(),
      /** The file with the page of every paragraph. */
      pageMap: z.string(),
      appendices: z.array(
        z.strictObject({
          id: z.string(),
          file: z.string(),
          pages: pageRange,
          /** Whether the PDF as supplied has tags for those who cannot see it. */
          isAccessible: z.boolean(),
        }),
      ),
    }),
  ),
  missedClocks: z.array(missedClock),
  /** Of a withdrawal: the papers that were taken back, by name, with their kind. */
  withdrawn: z.array(
    z.strictObject({ id: z.string(), kind: z.enum(["report", "minutes"]), item: z.string().nullable() }),
  ),
  /** Of a withdrawal: files taken out of earlier snapshots, whose hashes their records keep. */
  removed: z.array(z.strictObject({ snapshot: whole, file: z.string() })),
  /** Of a withdrawal: packs of this snapshot that stand at the addresses of earlier ones, or of their large print. */
  replaces: z.array(z.strictObject({ snapshot: whole, file: z.string(), of: z.enum(["pack", "large-print"]) })),
  files: z.record(z.string(), hash),
});
export type IssueRecord = z.output<typeof issueRecord>;
export type RecordedPaper = IssueRecord["papers"][number];

/** `page-map/<paper>.json`: paragraph anchors to the pages they stand on, and the numbers they keep in later versions. */
export const pageMap = z.strictObject({
  blocks: z.record(z.string(), pageRange),
  /** The number and anchor of every block in order, which no later parser may move; null for another meeting's minutes. */
  numbers: z.array(z.strictObject({ anchor: z.string(), number: z.string().nullable() })).nullable(),
});
export type PageMap = z.output<typeof pageMap>;

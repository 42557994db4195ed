/**
 * The issue record, `issued/<n>/record.json`: what was issued, when, and the hash of every file of it. Records of a
 * meeting form one chain, each with the hash of the one before. `format` lets older records stay readable.
 */
import { z } from "zod";
import { isCivilDateTime } from "./civil.ts";

export const RECORD_FORMAT = 1;
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const pageRange = z.strictObject({ first: z.number().int().min(1), last: z.number().int().min(1) });
/** The pages a block begins and ends on, counted through the meeting's packs from 1. */
export type PageRange = z.output<typeof pageRange>;

export const issueRecord = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  meeting: z.string(),
  number: z.number().int().min(1),
  kind: z.enum(["agenda", "supplement", "minutes"]),
  issuedAt: z.string().refine(isCivilDateTime),
  timeZone: z.string(),
  previous: hash.nullable(),
  pack: z.strictObject({
    file: z.string(),
    title: z.string(),
    firstPage: z.number().int().min(1),
    lastPage: z.number().int().min(1),
    bytes: z.number().int().min(1),
  }),
  papers: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["agenda", "report", "minutes"]),
      /** Null for the minutes of an earlier meeting, which were issued with it. */
      file: z.string().nullable(),
      pages: pageRange,
      /** Paragraph anchors to the pages they stand on. */
      blocks: z.record(z.string(), pageRange),
      appendices: z.array(z.strictObject({ id: z.string(), file: z.string(), pages: pageRange })),
    }),
  ),
  files: z.record(z.string(), hash),
});
export type IssueRecord = z.output<typeof issueRecord>;
export type IssueKind = IssueRecord["kind"];

/** What each kind of issue is called in running text. */
export const ISSUE_KINDS: readonly IssueKind[] = ["agenda", "supplement", "minutes"];

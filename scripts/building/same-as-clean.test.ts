import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeGeneratedArchive } from "../bench/generated-archive.ts";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { failureOf } from "../examples/edits/same-as-clean.ts";

const SEQUENCES = Number(process.env.CLEAR_DAYS_SEQUENCES ?? 30);
const FIRST = Number(process.env.CLEAR_DAYS_FIRST_SEED ?? 1);

const archive = mkdtempSync(join(tmpdir(), "clear-days-archive-"));
beforeAll(() => {
  writeGeneratedArchive(archive, { papers: 6, meetingsAhead: 2 });
});
afterAll(() => rmSync(archive, { recursive: true }));

it.each(Array.from({ length: SEQUENCES }, (_, at) => FIRST + at))(
  "builds from what changed what it builds from nothing, after every edit of sequence %i",
  async (seed) => {
    const council = seed % 3 === 0 ? archive : GOOD_COUNCIL;
    const audience = seed % 2 === 0 ? "public" : "draft";
    expect(await failureOf({ seed, audience, council, steps: 6 })).toBeNull();
  },
);

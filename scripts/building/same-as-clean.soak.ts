/**
 * What takes too long for every test run: 2,000 sequences of edits on councils of several sizes, with builds that are killed in
 * a process of their own. `npm run soak`.
 */
import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { councilsToEdit } from "../edits/councils-to-edit.ts";
import { failureOf } from "../edits/same-as-clean.ts";

const SEQUENCES = Number(process.env.CLEAR_DAYS_SEQUENCES ?? 2000);
/** Seeds that `npm test` does not have. */
const FIRST = Number(process.env.CLEAR_DAYS_FIRST_SEED ?? 1001);
const SMALL = [4, 12, 20];
/** Enough for a build to have workers, which takes ten times as long, so that few sequences begin with it. */
const LARGE = 60;
const isLarge = (seed: number) => seed % 33 === 0;

it(`builds the same as from nothing after every edit of ${SEQUENCES} sequences`, {
  timeout: 24 * 3_600_000,
}, async () => {
  const sizes = [...SMALL, LARGE].map((papers, at) => councilsToEdit(papers, at + 1));
  const failures: string[] = [];
  try {
    for (let seed = FIRST; seed < FIRST + SEQUENCES; seed++) {
      const { good, archive } = sizes[isLarge(seed) ? SMALL.length : Math.floor(seed / 3) % SMALL.length] ?? {
        good: "",
        archive: "",
      };
      const audience = seed % 2 === 0 ? "public" : "draft";
      const council = seed % 3 === 0 ? archive : good;
      const failure = await failureOf({ seed, audience, council, steps: 8, kills: true });
      if (failure) failures.push(failure);
      const done = seed - FIRST + 1;
      if (done % 100 === 0)
        process.stdout.write(`${done} of ${SEQUENCES} sequences, ${failures.length} not the same.\n`);
    }
  } finally {
    for (const { root } of sizes) rmSync(root, { recursive: true });
  }
  expect(failures).toEqual([]);
});

/**
 * Runs some of the soak's sequences of edits in a process of its own, which ends before what Eleventy holds of each council that
 * it met fills the memory: `node run-sequences.ts FIRST COUNT`. Writes each failure as a line. Started by
 * same-as-clean.soak.ts.
 */
import { rmSync } from "node:fs";
import { councilsToEdit } from "./councils-to-edit.ts";
import { failureOf } from "./same-as-clean.ts";

const SMALL = [4, 12, 20];
/** Enough for a build to have workers, which takes ten times as long, so that few sequences begin with it. */
const LARGE = 60;
const isLarge = (seed: number) => seed % 33 === 0;

const [first = 0, count = 0] = process.argv.slice(2).map(Number);
const sizes = [...SMALL, LARGE].map((papers, at) => councilsToEdit(papers, at + 1));
try {
  for (let seed = first; seed < first + count; seed++) {
    const { good, archive } = sizes[isLarge(seed) ? SMALL.length : Math.floor(seed / 3) % SMALL.length] ?? {
      good: "",
      archive: "",
    };
    const audience = seed % 2 === 0 ? "public" : "draft";
    const council = seed % 3 === 0 ? archive : good;
    const failure = await failureOf({ seed, audience, council, steps: 8, kills: true });
    if (failure) process.stdout.write(`${JSON.stringify(failure)}\n`);
  }
} finally {
  for (const { root } of sizes) rmSync(root, { recursive: true });
}

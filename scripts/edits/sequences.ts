/** The sequences of edits that `npm test` runs of each audience, as tests. Called by the two files of tests of building/. */
import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { councilsToEdit } from "./councils-to-edit.ts";
import { failureOf } from "./same-as-clean.ts";

/** Of each audience; the other half is in a file of its own, so that two processes share the work. */
const SEQUENCES = Number(process.env.CLEAR_DAYS_SEQUENCES ?? 30) / 2;
const FIRST = Number(process.env.CLEAR_DAYS_FIRST_SEED ?? 1);

export function testSequences(audience: "public" | "draft"): void {
  const { root, good, archive } = councilsToEdit(6);
  afterAll(() => rmSync(root, { recursive: true }));
  const seeds = Array.from({ length: SEQUENCES }, (_, at) => 2 * Math.ceil(FIRST / 2) + 2 * at);
  it.each(seeds.map((seed) => (audience === "public" ? seed : seed - 1)))(
    "is the same as from nothing after every edit of sequence %i",
    async (seed) => {
      const council = seed % 3 === 0 ? archive : good;
      expect(await failureOf({ seed, audience, council, steps: 6 })).toBeNull();
    },
  );
}

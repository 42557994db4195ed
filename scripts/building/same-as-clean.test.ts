import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { councilsToEdit } from "../edits/councils-to-edit.ts";
import { failureOf } from "../edits/same-as-clean.ts";

const SEQUENCES = Number(process.env.CLEAR_DAYS_SEQUENCES ?? 30);
const FIRST = Number(process.env.CLEAR_DAYS_FIRST_SEED ?? 1);

const { root, good, archive } = councilsToEdit(6);
afterAll(() => rmSync(root, { recursive: true }));

it.each(Array.from({ length: SEQUENCES }, (_, at) => FIRST + at))(
  "builds from what changed what it builds from nothing, after every edit of sequence %i",
  async (seed) => {
    const audience = seed % 2 === 0 ? "public" : "draft";
    expect(await failureOf({ seed, audience, council: seed % 3 === 0 ? archive : good, steps: 6 })).toBeNull();
  },
);

/**
 * What veraPDF counted while the tests ran: each test that calls it leaves a file in `.cleardays/verapdf/`, and
 * test-run.ts tells them together at the end. Called by test-run.ts and by the acceptance tests.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./templating/environment.ts";

const COUNTS = join(PROJECT, ".cleardays/verapdf");

/** Of one test: how much was checked, or why nothing was. */
export type VeraPdfCount =
  | { readonly packs: number; readonly checks: number; readonly failed: number }
  | { readonly notRun: string };

/** Takes away what earlier runs counted, so that none of it passes for this one's. */
export function forgetVeraPdfCounts(): void {
  rmSync(COUNTS, { recursive: true, force: true });
}

/** Keeps the count of one test; `test` is its name in small letters and hyphens. */
export function keepVeraPdfCount(test: string, count: VeraPdfCount): void {
  mkdirSync(COUNTS, { recursive: true });
  writeFileSync(join(COUNTS, `${test}.json`), JSON.stringify(count));
}

/** The counts that were kept since they were last taken away. */
export function veraPdfCounts(): VeraPdfCount[] {
  try {
    return readdirSync(COUNTS).map((file) => JSON.parse(readFileSync(join(COUNTS, file), "utf8")) as VeraPdfCount);
  } catch {
    return [];
  }
}

/** All of them in one line, and whether anything was checked at all. */
export function tellVeraPdfCounts(counts: readonly VeraPdfCount[]): { readonly line: string; readonly ran: boolean } {
  const sum = { packs: 0, checks: 0, failed: 0 };
  for (const count of counts)
    if ("packs" in count) {
      sum.packs += count.packs;
      sum.checks += count.checks;
      sum.failed += count.failed;
    }
  const number = (value: number) => value.toLocaleString("en-GB");
  if (sum.checks > 0)
    return {
      line: `veraPDF: ${number(sum.packs)} ${sum.packs === 1 ? "pack" : "packs"}, ${number(sum.checks)} checks, ${number(sum.failed)} failed`,
      ran: true,
    };
  const why = counts.flatMap((count) => ("notRun" in count ? count.notRun : [])).join("; ");
  return { line: `veraPDF: not run (${why || "its tests did not get that far"})`, ran: false };
}

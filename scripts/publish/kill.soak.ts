/** What takes too long for every test run: 500 kills while publishing. `npm run soak`. */
import { expect, it } from "vitest";
import { killMany } from "./killed-runs.ts";
import { PHASES } from "./killed-site.ts";

const KILLS = Number(process.env.PUBLISH_KILLS ?? 500);

it(`leaves the old site or the new one, whole, after each of ${KILLS} kills`, { timeout: KILLS * 4_000 }, async () => {
  const runs = await killMany(KILLS, Date.now());
  expect(runs.filter(({ stood, faults }) => stood === "neither" || faults.length > 0)).toEqual([]);
  for (const phase of PHASES)
    expect(runs.filter((run) => run.phase === phase).length, phase).toBeGreaterThan(KILLS / 20);
});

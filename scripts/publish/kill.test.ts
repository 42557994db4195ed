import { expect, it } from "vitest";
import { type Killed, killMany } from "./killed-runs.ts";
import { PHASES } from "./killed-site.ts";

const KILLS = Number(process.env.PUBLISH_KILLS ?? 50);

const ENOUGH = KILLS * 4_000;

it(`leaves the old site or the new one, whole, after each of ${KILLS} kills, and the next build puts the rest right`, {
  timeout: ENOUGH,
}, async () => {
  const runs = await killMany(KILLS, 2026);
  expect(runs.filter(({ stood, faults }) => stood === "neither" || faults.length > 0)).toEqual([]);
  const counts = PHASES.map((phase) => `${runs.filter((run) => run.phase === phase).length} ${phase}`).join(", ");
  const stood = (which: Killed["stood"]) => runs.filter((run) => run.stood === which).length;
  process.stdout.write(
    `Kills while publishing: ${counts}; ${stood("old")} left the old site, ${stood("new")} the new.\n`,
  );
  // The kills fell everywhere, or the test shows nothing.
  for (const phase of PHASES)
    expect(runs.filter((run) => run.phase === phase).length, phase).toBeGreaterThan(KILLS / 20);
  expect(runs.filter(({ phase }) => phase === null).length).toBeLessThan(KILLS / 10);
  expect(stood("old")).toBeGreaterThan(KILLS / 5);
  expect(stood("new")).toBeGreaterThan(KILLS / 20);
});

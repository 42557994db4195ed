/**
 * What takes too long for every test run: 2,000 sequences of edits on councils of several sizes, with builds that are killed in
 * a process of their own. `npm run soak`.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SEQUENCES = Number(process.env.CLEAR_DAYS_SEQUENCES ?? 2000);
/** Seeds that `npm test` does not have. */
const FIRST = Number(process.env.CLEAR_DAYS_FIRST_SEED ?? 1001);
/** As many as one process runs. */
const AT_ONCE = 50;
const PROCESS = fileURLToPath(new URL("../edits/run-sequences.ts", import.meta.url));

it(`builds the same as from nothing after every edit of ${SEQUENCES} sequences`, {
  timeout: 24 * 3_600_000,
}, async () => {
  const starts = Array.from({ length: Math.ceil(SEQUENCES / AT_ONCE) }, (_, at) => FIRST + at * AT_ONCE).reverse();
  const failures: string[] = [];
  let done = 0;
  const next = async (): Promise<void> => {
    for (let first = starts.pop(); first !== undefined; first = starts.pop()) {
      const count = Math.min(AT_ONCE, FIRST + SEQUENCES - first);
      const found = await failuresOf(first, count);
      failures.push(...found);
      done += count;
      // After hours nothing that was found is to be lost.
      for (const each of found) process.stdout.write(`${each}\n`);
      process.stdout.write(`${done} of ${SEQUENCES} sequences, ${failures.length} not the same.\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  expect(failures).toEqual([]);
});

/** What came of `count` sequences; one failure more where their process ended before them. */
async function failuresOf(first: number, count: number): Promise<string[]> {
  const running = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", PROCESS, `${first}`, `${count}`]);
  const ended = new Promise<string>((resolve) => running.once("exit", (code, signal) => resolve(`${signal ?? code}`)));
  const [said, wrong] = await Promise.all([text(running.stdout), text(running.stderr)]);
  const lines = said.split("\n").filter((line) => line !== "");
  const end = await ended;
  const early = end === "0" ? [] : [`Sequences ${first} to ${first + count - 1} ended with ${end}: ${wrong}`];
  return [...lines, ...early];
}

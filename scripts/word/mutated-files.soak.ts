/** What takes too long for every test run: 10,000 Word files that something went wrong with. `npm run soak`. */
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import type { Mutated } from "./mutated-checks.ts";

const FILES = 10_000;
/** A file that takes longer than this does not end. */
const MOST_SECONDS = 30;

/** Every file from one seed to before another; rejects with the seed of one that does not end. */
function readAll(from: number, to: number): Promise<Mutated[]> {
  return new Promise((resolve, reject) => {
    const read: Mutated[] = [];
    const worker = new Worker(new URL("./mutated-word-worker.ts", import.meta.url), { workerData: { from, to } });
    const watch = () =>
      setTimeout(() => {
        void worker.terminate();
        reject(new Error(`the file of seed ${from + read.length} was not read in ${MOST_SECONDS} seconds`));
      }, MOST_SECONDS * 1000);
    let timer = watch();
    worker.on("message", (mutated: Mutated) => {
      clearTimeout(timer);
      timer = watch();
      read.push(mutated);
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(timer);
      resolve(read);
    });
  });
}

it("refuses 10,000 mutated Word files in words, or reads of them only what is there", {
  timeout: 1_800_000,
}, async () => {
  const read = await readAll(0, FILES);
  expect(read).toHaveLength(FILES);
  expect(read.filter(({ faults }) => faults.length > 0)).toEqual([]);
  const papers = read.filter(({ outcome }) => outcome === "paper").length;
  const damaged = read.filter(({ outcome }) => outcome === "word-damaged").length;
  // Of mutations that reach the text most leave a paper, and most of those of bytes leave none.
  expect(papers).toBeGreaterThan(FILES * 0.4);
  expect(damaged).toBeGreaterThan(FILES * 0.03);
  expect(new Set(read.map(({ outcome }) => outcome)).size).toBeGreaterThan(8);
});

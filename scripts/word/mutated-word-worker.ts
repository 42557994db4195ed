/** Reads mutated files one after another and tells of each before the next, so that one without an end is known. For the soak. */
import { parentPort, workerData } from "node:worker_threads";
import { readMutated } from "./mutated-checks.ts";

const { from, to } = workerData as { readonly from: number; readonly to: number };
for (let seed = from; seed < to; seed++) parentPort?.postMessage(await readMutated(seed));

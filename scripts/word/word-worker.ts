/** The worker that reads one Word file: started by read-in-worker.ts, which gives it its limits. */
import { parentPort, workerData } from "node:worker_threads";
import type { ReadWordRequest } from "./paper/word-paper.ts";
import { readWord } from "./read-word.ts";

parentPort?.postMessage(await readWord(workerData as ReadWordRequest));

/**
 * Reads a Word file in a worker with limits of time and memory, so that a file made to do harm harms nothing. Called by
 * import-word.ts.
 */
import { Worker } from "node:worker_threads";
import type { ReadWordRequest, WordRead } from "./paper/word-paper.ts";

/** A report of 900 pages takes some ten seconds on a small machine. */
const MOST_SECONDS = 120;
const MOST_MEGABYTES = 1024;

export interface ReadingLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What the file says, or the problem that stopped it. Rejects for what is a fault of ours. */
export function readInWorker(
  request: ReadWordRequest,
  limits: ReadingLimits = { seconds: MOST_SECONDS, megabytes: MOST_MEGABYTES },
): Promise<WordRead> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./word-worker.ts", import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      // What a library says of a file is no message of ours.
      stdout: true,
      stderr: true,
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(
      () => finish(() => resolve(refused(request.name, `it took longer than ${limits.seconds} seconds to read`))),
      limits.seconds * 1000,
    );
    worker.on("message", (read: WordRead) => finish(() => resolve(read)));
    worker.on("error", (error: NodeJS.ErrnoException) =>
      finish(() =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? resolve(refused(request.name, "it took more memory to read than any report does"))
          : reject(error),
      ),
    );
    worker.on("exit", () => finish(() => reject(new Error("the reading of a Word file ended without an answer"))));
  });
}

function refused(file: string, what: string): WordRead {
  return {
    paper: null,
    problems: [
      {
        rule: "word-too-large",
        severity: "error",
        file,
        line: 1,
        column: 1,
        message: `The file is not taken: ${what}, as files do that are made to do harm.`,
        mend: "Ask whoever sent it. If it is sound, divide it, or give its long tables as an appendix, as PDF.",
      },
    ],
    mayAccept: [],
    questions: [],
    notes: [],
  };
}

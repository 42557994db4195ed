/**
 * Worker processes for what is much: each opens the build as it is known by then, takes a few pieces at a time, and is replaced
 * when it has grown. Used by build-site.ts where many meetings are to be read, checked or worked out.
 */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Refusal } from "../model/refusal.ts";
import type { Told } from "./kept-file.ts";
import type { JobAsked, OpenAsked, Sent } from "./worker.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));

/** As many at once, at most: more would wait for each other's disk. */
const MOST = 8;

/** With a small nursery a worker keeps to less memory; the limit is for a fault of ours, since V8 ends a process that reaches it. */
const MEMORY = ["--max-semi-space-size=8", "--max-old-space-size=768"];

export class Workers {
  private readonly count: number;
  private readonly told: Told;
  /** Those that wait for work. */
  private readonly idle = new Set<ChildProcess>();

  constructor(told: Told, count = Math.min(MOST, availableParallelism())) {
    this.count = count;
    this.told = told;
  }

  /** Has all `jobs` done over the build in `opened`, in any order, and hands over what came of each. Throws what the first that failed threw. */
  async doAll<Done>(opened: OpenAsked, jobs: readonly JobAsked[], take: (done: Done) => void): Promise<void> {
    const waiting = [...jobs].reverse();
    const failed: unknown[] = [];
    const one = async (): Promise<void> => {
      while (waiting.length > 0 && failed.length === 0) {
        const worker = this.idle.values().next().value ?? start();
        this.idle.delete(worker);
        worker.send(opened);
        let isTired = false;
        try {
          while (!isTired && failed.length === 0) {
            const job = waiting.pop();
            if (!job) break;
            const sent = await answerOf(worker, job);
            if ("failed" in sent) throw sent.failed;
            if ("refused" in sent) throw new Refusal(sent.refused, 1, sent.problems);
            for (const line of sent.told) this.told(line);
            take(sent.done as Done);
            isTired = sent.isTired;
          }
        } catch (error) {
          worker.kill();
          throw error;
        }
        // One that is tired ends by itself when nobody speaks to it any more.
        if (isTired) worker.disconnect();
        else this.idle.add(worker);
      }
    };
    await Promise.all(
      Array.from({ length: Math.min(this.count, jobs.length) }, () =>
        one().catch((error: unknown) => failed.push(error)),
      ),
    );
    if (failed.length > 0) throw failed[0];
  }

  /** Lets all of them end. */
  close(): void {
    for (const worker of this.idle) if (worker.connected) worker.disconnect();
    this.idle.clear();
  }
}

function start(): ChildProcess {
  return fork(WORKER, {
    serialization: "advanced",
    execArgv: ["--disable-warning=ExperimentalWarning", ...MEMORY],
  });
}

function answerOf(worker: ChildProcess, job: JobAsked): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) =>
      reject(new Error(`A worker of the build ended (${signal ?? code}).`));
    worker.once("exit", ended);
    worker.once("error", reject);
    worker.once("message", (sent: Sent) => {
      worker.off("exit", ended);
      worker.off("error", reject);
      resolve(sent);
    });
    worker.send(job);
  });
}

/** Pieces in batches of `size`. */
export function batches<Piece>(pieces: readonly Piece[], size: number): Piece[][] {
  return Array.from({ length: Math.ceil(pieces.length / size) }, (_, at) => pieces.slice(at * size, (at + 1) * size));
}

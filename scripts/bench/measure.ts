/** Runs a program that makes a pack, and says what it cost and what it wrote. Called by bench-packs.ts. */
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Cost, measureProcess } from "./measure-process.ts";
import type { Task } from "./rival.ts";

export interface Measured extends Cost {
  readonly bytes: number;
  readonly pages: number;
  readonly isTagged: boolean;
}

/** Runs `task` from beginning to end. Throws with what it said where it fails, and where it leaves no PDF. */
export async function measure(task: Task): Promise<Measured> {
  rmSync(task.out, { force: true });
  const cost = await measureProcess(task);
  if (!existsSync(task.out)) throw new Error(`${task.command[0]} ended with 0 and left no pack.`);
  return { ...cost, bytes: statSync(task.out).size, ...(await readPdf(task.out)) };
}

async function readPdf(file: string): Promise<{ pages: number; isTagged: boolean }> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  const marks = (await document.getMarkInfo()) as { Marked?: boolean; get?: (key: string) => unknown } | null;
  const isTagged = marks?.Marked === true || marks?.get?.("Marked") === true;
  const pages = document.numPages;
  await task.destroy();
  return { pages, isTagged };
}

/**
 * Prints documents: several at a time, on a Chromium of this machine or on those that are named, each once while nothing
 * that decides its bytes has changed. A browser that dies or hangs costs a second try. Opened by commands/with-printer.ts, used by packs/.
 */
import { createHash } from "node:crypto";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { Refusal } from "../model/refusal.ts";
import { NotUnderstood } from "../pdf/parse.ts";
import { startBrowser } from "./browser.ts";
import type { KeptPrint } from "./kept-print.ts";
import { wordsOf } from "./missing-letters.ts";
import { TookTooLong, within } from "./patience.ts";
import { PrintCache } from "./print-cache.ts";
import { readPrint } from "./read-print.ts";
import { connect, Seat } from "./seat.ts";

export interface PrintJob {
  /** What an officer knows it by: a file, or the front sheet. */
  readonly name: string;
  /** The whole document, which asks nothing of any network. */
  readonly html: string;
  /** By how much everything is larger than it says; 1 if left out. */
  readonly scale?: number;
}

export interface PrinterOptions {
  /** Browsers that run already, as WebSocket addresses; none, and one is started here. */
  readonly endpoints?: readonly string[] | undefined;
  readonly start?: () => Promise<Browser>;
  /** Documents printed side by side on each browser. */
  readonly tabs?: number;
  /** How long a document may take, in milliseconds, before its browser is taken to hang. */
  readonly patience?: (html: string) => number;
  /** Told of every print as Chromium gave it, before it is read: for tests and diagnosis. */
  readonly seen?: (job: PrintJob, bytes: Uint8Array) => void;
}

const TRIES = 3;
const PATIENCE = (html: string): number => 60_000 + html.length / 20;

/** How a print is asked for: what is printed besides words, and that its tags come with it. */
const HOW = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const;

/** Part of every cached print's key: counted up when the reader makes something else of the same print. */
const READER = 8;

interface Waiting {
  readonly job: PrintJob;
  readonly index: number;
  tries: number;
}

type Finish = (job: Waiting, bytes: Uint8Array) => void;

export class Printer {
  private readonly options: PrinterOptions;
  private readonly seats: Seat[];

  constructor(options: PrinterOptions = {}) {
    this.options = options;
    const start = options.start ?? startBrowser;
    const endpoints = options.endpoints ?? [];
    this.seats =
      endpoints.length > 0
        ? endpoints.map((endpoint) => new Seat(() => connect(endpoint), endpoint))
        : [new Seat(start, null)];
  }

  /** Refuses browsers on other machines: what is printed now may not leave this one. */
  refuseElsewhere(): void {
    for (const endpoint of this.options.endpoints ?? []) {
      const { hostname } = new URL(endpoint);
      if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
        throw new Refusal(
          `The browser at ${endpoint} is on another machine, and restricted papers are printed on this one only. Leave --browser out.`,
          2,
        );
    }
  }

  /** Starts what will be needed, while the caller still works; what fails is told when printing. */
  warmUp(): void {
    for (const seat of this.seats) seat.open().catch(() => {});
  }

  /**
   * Prints every job and gives the prints in order. `cache` is the folder that prints are kept in; null keeps none.
   * Refuses, naming the job, what cannot be printed in three tries or read afterwards.
   */
  async print(
    jobs: readonly PrintJob[],
    cache: string | null,
    progress: (step: string) => void = () => {},
  ): Promise<KeptPrint[]> {
    const version = await this.version();
    const kept = new PrintCache(cache);
    const keys = jobs.map(({ html, scale = 1 }) =>
      createHash("sha256").update(`${READER} ${version} ${scale}\n`).update(html).digest("hex"),
    );
    const prints: KeptPrint[] = [];
    const waiting: Waiting[] = [];
    jobs.forEach((job, index) => {
      const known = kept.read(keys[index] ?? "");
      if (known) prints[index] = known;
      else waiting.push({ job, index, tries: 0 });
    });
    let done = jobs.length - waiting.length;
    // The longest first, so that no core waits at the end for one long paper.
    waiting.sort((a, b) => b.job.html.length - a.job.html.length);
    const finish: Finish = ({ index, job }, bytes) => {
      this.options.seen?.(job, bytes);
      const print = read(bytes, job);
      kept.write(keys[index] ?? "", print);
      prints[index] = print;
      done += 1;
      if (jobs.length > 1) progress(`Printed ${done} of ${jobs.length}`);
    };
    await this.printAll(waiting, finish);
    return prints;
  }

  /** Closes what was started here, and lets go of what was not. */
  async close(): Promise<void> {
    await Promise.all(this.seats.map((seat) => seat.close()));
  }

  /** What the prints' bytes depend on. Refuses where browsers of two versions are named, which would print two ways. */
  private async version(): Promise<string> {
    const versions = new Set<string>();
    const faults: unknown[] = [];
    for (const seat of this.seats) {
      try {
        versions.add(await seat.version());
      } catch (error) {
        faults.push(error);
      }
    }
    const [version] = versions;
    if (version === undefined) throw faults[0];
    if (versions.size > 1)
      throw new Refusal(
        `The browsers are of different versions (${[...versions].join(", ")}), and would break pages differently. Name browsers of one version.`,
      );
    return version;
  }

  /**
   * Prints all that waits, on every browser that answers. What two browsers ended on is then printed
   * with nothing beside it, so that the paper which is told of is the one that did it.
   */
  private async printAll(waiting: Waiting[], finish: Finish): Promise<void> {
    const { tabs = 2 } = this.options;
    const alive = new Set(this.seats);
    const suspects: Waiting[] = [];
    const run = async (queue: Waiting[], seats: readonly Seat[], beside: number): Promise<void> => {
      const worker = async (seat: Seat): Promise<void> => {
        if (!(await this.work(seat, queue, suspects, finish))) alive.delete(seat);
      };
      const workers = seats.flatMap((seat) => Array.from({ length: beside }, () => worker(seat)));
      const failed = (await Promise.allSettled(workers)).find((each) => each.status === "rejected");
      if (failed) throw failed.reason;
    };
    // What one browser gave back, the others may have ended before they saw.
    while (waiting.length > 0 && alive.size > 0) await run(waiting, [...alive], tabs);
    while (suspects.length > 0 && alive.size > 0) await run(suspects.splice(0, 1), [...alive].slice(0, 1), 1);
    const left = [...waiting, ...suspects].map(({ job }) => job.name);
    if (left.length > 0)
      throw new Refusal(`No browser is left to print ${left.join(", ")} with. Start one, and run the command again.`);
  }

  /**
   * One tab: takes what waits until nothing does. A job that fails goes back, and its browser is started anew. False
   * where that cannot be had again.
   */
  private async work(seat: Seat, waiting: Waiting[], suspects: Waiting[], finish: Finish): Promise<boolean> {
    let tab: Tab | undefined;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const opened = seat.open();
      let bytes: Uint8Array;
      try {
        const patience = (this.options.patience ?? PATIENCE)(next.job.html);
        const own: Tab = tab ?? (await within(patience, opened.then(openTab)));
        tab = own;
        bytes = await within(patience, printOn(own, next.job));
      } catch (error) {
        tab = undefined;
        // One that cannot be had at all is no fault of the paper.
        const isGone = error instanceof Refusal && seat.isElsewhere;
        if (!isGone) next.tries += 1;
        if ((error instanceof Refusal && !isGone) || next.tries >= TRIES) {
          waiting.length = 0;
          throw error instanceof Refusal ? error : cannotPrint(next.job.name, error);
        }
        if (next.tries < TRIES - 1) waiting.unshift(next);
        else suspects.push(next);
        if (isGone || !(await seat.restart(opened))) return false;
        continue;
      }
      try {
        finish(next, bytes);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
    await tab?.page.close().catch(() => {});
    return true;
  }
}

function cannotPrint(name: string, error: unknown): Refusal {
  const why = error instanceof TookTooLong ? "Chromium did not finish it in time" : "Chromium ended while printing it";
  return new Refusal(
    `${name} could not be printed: ${why}, three times. See whether a picture or table of it is very large; nothing was written.`,
  );
}

function read(bytes: Uint8Array, { name, html, scale = 1 }: PrintJob): KeptPrint {
  try {
    const print = readPrint(bytes, wordsOf(html));
    if (print.scale < scale * 0.999)
      throw new Refusal(
        `${name} has something that is wider than the page, such as a table with very many columns, and would be cut off. Part it, turn its rows into columns, or put it into an appendix.`,
      );
    return print;
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    throw new Refusal(
      `${name} was printed in a way that is not understood: ${error.message}. If the council's own templates or styles changed, take that back; if Chromium did, use the one that comes with Clear Days (unset PUPPETEER_EXECUTABLE_PATH).`,
    );
  }
}

interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
}

async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  return { page, session: await page.createCDPSession() };
}

async function printOn({ page, session }: Tab, { html, scale = 1 }: PrintJob): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: "load", timeout: 0 });
  // How long it may take is for our own patience to say.
  const { data } = await session.send("Page.printToPDF", { ...HOW, scale }, { timeout: 0 });
  return Buffer.from(data, "base64");
}

/** A browser that prints: started here and started anew when it dies, or one elsewhere that is spoken to. For printer.ts. */
import puppeteer, { type Browser } from "puppeteer-core";
import { Refusal } from "../model/refusal.ts";
import { within } from "./patience.ts";

/** How long a browser may take to answer at all, in milliseconds. */
const ANSWER = 30_000;

/** One browser. */
export class Seat {
  private readonly start: () => Promise<Browser>;
  private readonly endpoint: string | null;
  private browser: Promise<Browser> | null = null;

  constructor(start: () => Promise<Browser>, endpoint: string | null) {
    this.start = start;
    this.endpoint = endpoint;
  }

  open(): Promise<Browser> {
    this.browser ??= this.start();
    return this.browser;
  }

  /** Its version, which two browsers of one pack have in common. One that died since it last printed is started anew. */
  async version(): Promise<string> {
    const ask = (open: Promise<Browser>): Promise<string> =>
      within(
        ANSWER,
        open.then((browser) => browser.version()),
      );
    const opened = this.open();
    try {
      return await ask(opened);
    } catch (error) {
      if (error instanceof Refusal || !(await this.restart(opened))) throw error;
      return ask(this.open());
    }
  }

  /** Ends the browser that died or hangs, and starts another. False where none can be had again. */
  async restart(failed: Promise<Browser>): Promise<boolean> {
    // The other tabs of it fail too, and find the new one.
    if (this.browser === failed) {
      this.browser = null;
      await failed.then((browser) => this.end(browser)).catch(() => {});
    }
    return this.open().then(
      () => true,
      (error: unknown) => {
        this.browser = null;
        if (this.endpoint === null) throw error;
        return false;
      },
    );
  }

  /** True for a browser that is not ours to start: once it has gone, it is left to the others. */
  get isElsewhere(): boolean {
    return this.endpoint !== null;
  }

  async close(): Promise<void> {
    const { browser } = this;
    this.browser = null;
    await browser?.then((open) => (this.endpoint === null ? open.close() : open.disconnect())).catch(() => {});
  }

  private async end(browser: Browser): Promise<void> {
    if (this.endpoint === null) browser.process()?.kill("SIGKILL");
    else await browser.disconnect();
  }
}

export async function connect(endpoint: string): Promise<Browser> {
  try {
    return await within(ANSWER, puppeteer.connect({ browserWSEndpoint: endpoint }));
  } catch {
    throw new Refusal(`No browser answers at ${endpoint}. Start it, or name another with --browser.`);
  }
}

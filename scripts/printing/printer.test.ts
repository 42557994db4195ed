import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser } from "puppeteer-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startBrowser } from "./browser.ts";
import { Printer, type PrinterOptions, type PrintJob } from "./printer.ts";

const job = (name: string, words = name): PrintJob => ({
  name,
  html: `<!doctype html><html lang="en"><title>${name}</title><body><h1>${words}</h1>`,
});
const jobs = Array.from({ length: 6 }, (_, at) => job(`paper-${at + 1}.md`));

const open: Printer[] = [];
const printerOf = (options: PrinterOptions): Printer => {
  const printer = new Printer(options);
  open.push(printer);
  return printer;
};
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((printer) => printer.close()));
});

/** Starts browsers, and tells of each. */
function started() {
  const browsers: Browser[] = [];
  const start = async () => {
    const browser = await startBrowser();
    browsers.push(browser);
    return browser;
  };
  return { browsers, start, kill: (at: number) => browsers[at]?.process()?.kill("SIGKILL") };
}

/** A browser that answers as it is told to when a page is to be printed. */
function pretended(print: () => Promise<{ data: string }>, version = "Chrome/1"): Browser & { killed: number } {
  const page = {
    ...{
      setJavaScriptEnabled: async () => {},
      setOfflineMode: async () => {},
      setContent: async () => {},
      close: async () => {},
    },
    createCDPSession: async () => ({ send: print }),
  };
  const browser = {
    ...{ killed: 0, version: async () => version, newPage: async () => page, close: async () => {} },
    process: () => ({ kill: () => (browser.killed += 1) }),
  };
  return browser as unknown as Browser & { killed: number };
}

describe("a browser that is killed", () => {
  it("while it prints costs a second try, and not the pack", async () => {
    const { browsers, start, kill } = started();
    let seen = 0;
    const printer = printerOf({
      start,
      // The others are on their way by then.
      seen: () => {
        seen += 1;
        if (seen === 2) kill(0);
      },
    });
    const prints = await printer.print(jobs, null);
    expect(prints.map((print) => print.bookmarks[0]?.title)).toEqual(jobs.map(({ name }) => name));
    expect(browsers).toHaveLength(2);
  });

  it("before the first print or between two costs nothing but a start", async () => {
    const { browsers, start, kill } = started();
    const printer = printerOf({ start });
    const killed = async (at: number) => {
      const ended = once(browsers[at]?.process() as NodeJS.EventEmitter, "exit");
      kill(at);
      await ended;
    };
    printer.warmUp();
    await vi.waitUntil(() => browsers.length === 1);
    await killed(0);
    expect(await printer.print([job("one")], null)).toHaveLength(1);
    await killed(1);
    expect(await printer.print([job("two")], null)).toHaveLength(1);
    expect(browsers).toHaveLength(3);
  });

  it("three times by one paper ends the pack, naming that paper and none beside it", async () => {
    let starts = 0;
    const real = await startBrowser();
    // The tab that is told to print the paper takes its browser with it; all that print beside it fail too.
    const start = async () => {
      starts += 1;
      let fail: (error: Error) => void = () => {};
      const dead = new Promise<never>((_, reject) => {
        fail = reject;
      });
      dead.catch(() => {});
      const newPage = async () => {
        const page = await real.newPage();
        const session = await page.createCDPSession();
        let html = "";
        return {
          ...{ setJavaScriptEnabled: async () => {}, setOfflineMode: async () => {}, close: async () => {} },
          setContent: async (content: string) => {
            html = content;
            await page.setContent(content);
          },
          createCDPSession: async () => ({
            send: async (...given: Parameters<typeof session.send>) => {
              if (html.includes("poison")) setTimeout(() => fail(new Error("Target closed")), 20);
              const printing = delay(600).then(() => session.send(...given));
              // Those beside it fail before it does.
              const own = html.includes("poison")
                ? dead.catch((error) => delay(40).then(() => Promise.reject(error)))
                : dead;
              return Promise.race([printing, own]);
            },
          }),
        };
      };
      return {
        version: () => real.version(),
        newPage,
        process: () => null,
        close: async () => {},
      } as unknown as Browser;
    };
    // The longest is printed first, and its failure would be found first.
    const beside = [job("poison.md", "poison"), job("sound.md", "A paper that is longer, and sound")];
    await expect(printerOf({ start }).print(beside, null)).rejects.toThrow(
      "poison.md could not be printed: Chromium ended while printing it, three times. See whether a picture",
    );
    expect(starts).toBeGreaterThanOrEqual(3);
    await real.close();
  });
});

describe("a browser that hangs", () => {
  it("is ended, and another prints what it was at", async () => {
    const never = pretended(() => new Promise(() => {}), "Chrome/1");
    const starts: Browser[] = [];
    const start = async () => {
      starts.push(starts.length === 0 ? never : await startBrowser());
      return starts.at(-1) as Browser;
    };
    const printer = printerOf({ start, patience: () => 3_000 });
    expect(await printer.print([job("one"), job("two")], null)).toHaveLength(2);
    expect(never.killed).toBe(1);
    expect(starts).toHaveLength(2);
  });

  it("every time is told of, with the paper it was at", async () => {
    let starts = 0;
    const start = async () => {
      starts += 1;
      return pretended(() => new Promise(() => {}));
    };
    await expect(printerOf({ start, patience: () => 20 }).print([job("budget.md")], null)).rejects.toThrow(
      "budget.md could not be printed: Chromium did not finish it in time, three times.",
    );
    expect(starts).toBe(3);
  });

  it("before it opens a page is not waited for either", async () => {
    const start = async () =>
      ({ ...pretended(async () => ({ data: "" })), newPage: () => new Promise(() => {}) }) as unknown as Browser;
    await expect(printerOf({ start, patience: () => 20 }).print([job("budget.md")], null)).rejects.toThrow(
      "in time, three times",
    );
  });
});

describe("where there is no browser", () => {
  it("says so before anything is printed, once, however often it is tried", async () => {
    vi.stubEnv("PUPPETEER_EXECUTABLE_PATH", "/no/such/chrome");
    const printer = printerOf({});
    printer.warmUp();
    for (let times = 0; times < 2; times++)
      await expect(printer.print(jobs, null)).rejects.toThrow(
        "PUPPETEER_EXECUTABLE_PATH names /no/such/chrome, which is not there.",
      );
  });

  it("says what a print was not, that something else came in the place of", async () => {
    const start = async () => pretended(async () => ({ data: Buffer.from("%PDF-1.4 nothing").toString("base64") }));
    await expect(printerOf({ start }).print([job("budget.md")], null)).rejects.toThrow(
      "budget.md was printed in a way that is not understood: the print is not a whole PDF.",
    );
  });
});

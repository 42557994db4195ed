import type { Browser } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { ListeningBrowsers } from "../examples/listening-browsers.ts";
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
  await Promise.all(open.splice(0).map((printer) => printer.close()));
});

/** As much of a browser as says its version. */
const pretended = (version?: string) =>
  ({ version: async () => version, disconnect: async () => {} }) as unknown as Browser;

describe("browsers that run elsewhere", () => {
  const browsers = new ListeningBrowsers();
  const listening = () => browsers.start();
  afterAll(() => browsers.close());

  it("print side by side; where one is killed, the other finishes, and is left running", async () => {
    const [one, two] = [await listening(), await listening()];
    let seen = 0;
    const printer = printerOf({
      endpoints: [one.wsEndpoint(), two.wsEndpoint()],
      seen: () => {
        seen += 1;
        if (seen === 1) one.process()?.kill("SIGKILL");
      },
    });
    const prints = await printer.print(jobs, null);
    expect(prints.map((print) => print.bookmarks[0]?.title)).toEqual(jobs.map(({ name }) => name));
    // And again, with the one that is gone still among those that were named.
    expect(await printer.print([job("later")], null)).toHaveLength(1);
    await printer.close();
    expect(await two.version()).toMatch(/Chrome/);
  });

  it("of which one never answered leave the pack to the other", async () => {
    const answers = await listening();
    const printer = printerOf({ endpoints: ["ws://127.0.0.1:9/nobody", answers.wsEndpoint()] });
    expect(await printer.print(jobs, null)).toHaveLength(jobs.length);
  });

  it("of which none answers are told of by address", async () => {
    const printer = printerOf({ endpoints: ["ws://127.0.0.1:9/nobody", "ws://127.0.0.1:9/no-one"] });
    await expect(printer.print(jobs, null)).rejects.toThrow(
      "No browser answers at ws://127.0.0.1:9/nobody. Start it, or name another with --browser.",
    );
  });

  it("that all die are told of, with what they left unprinted", async () => {
    const only = await listening();
    const printer = printerOf({ endpoints: [only.wsEndpoint()], seen: () => only.process()?.kill("SIGKILL") });
    await expect(printer.print(jobs, null)).rejects.toThrow(
      /^No browser is left to print paper-\d\.md, .*paper-\d\.md with\./,
    );
  });

  it("of two versions are refused, and nothing is printed", async () => {
    const versions = ["Chrome/1", "Chrome/2"];
    const connect = vi.spyOn(puppeteer, "connect").mockImplementation(async () => pretended(versions.shift()));
    try {
      await expect(printerOf({ endpoints: ["ws://a", "ws://b"] }).print(jobs, null)).rejects.toThrow(
        "The browsers are of different versions (Chrome/1, Chrome/2)",
      );
    } finally {
      connect.mockRestore();
    }
  });
});

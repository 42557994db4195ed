/** Browsers of this machine that listen as those elsewhere do, for tests of printing on several. The caller closes them. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { DECIDES_PRINTS, startBrowser } from "../printing/browser.ts";

export class ListeningBrowsers {
  private readonly profiles = mkdtempSync(join(tmpdir(), "printer-"));
  private readonly started: Browser[] = [];
  private executable: Promise<string> | null = null;

  /** Starts one, with a profile of its own. */
  async start(): Promise<Browser> {
    this.executable ??= executableHere();
    const executable = await this.executable;
    const browser = await puppeteer.launch({
      ...{ executablePath: executable, headless: "shell", pipe: false },
      args: [
        ...["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0"],
        ...DECIDES_PRINTS,
      ],
      userDataDir: mkdtempSync(join(this.profiles, "profile-")),
      env: { ...process.env, ...libraries(executable) },
    });
    this.started.push(browser);
    return browser;
  }

  async close(): Promise<void> {
    await Promise.all(this.started.map((browser) => browser.close().catch(() => {})));
    rmSync(this.profiles, { recursive: true, force: true });
  }
}

/** The Chromium that packs would be printed with. */
async function executableHere(): Promise<string> {
  const browser = await startBrowser();
  const executable = browser.process()?.spawnfile ?? "";
  await browser.close();
  return executable;
}

/** What the Chromium that comes through npm needs beside it; another needs nothing. */
function libraries(executable: string): Record<string, string> {
  const fonts = join(executable, "../fonts.conf");
  return existsSync(fonts) ? { LD_LIBRARY_PATH: join(executable, "../al2023/lib"), FONTCONFIG_FILE: fonts } : {};
}

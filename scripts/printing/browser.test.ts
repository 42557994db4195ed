import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startBrowser } from "./browser.ts";

describe("the browser that packs are printed with", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is the one that is named, and if it is not there the officer is told which name is wrong", async () => {
    vi.stubEnv("PUPPETEER_EXECUTABLE_PATH", "/no/such/chrome");
    await expect(startBrowser()).rejects.toThrow("PUPPETEER_EXECUTABLE_PATH names /no/such/chrome, which is not there");
  });

  it("where there is none for this machine, says exactly what to install", () => {
    const code = `
      Object.defineProperty(process, "platform", { value: "darwin" });
      process.env.PATH = "/nothing";
      const { startBrowser } = await import(${JSON.stringify(join(import.meta.dirname, "browser.ts"))});
      await startBrowser().catch((error) => console.log(error.message));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: "" },
    });
    expect(stdout).toContain("Install Google Chrome from https://www.google.com/chrome/");
    expect(stdout).toContain("PUPPETEER_EXECUTABLE_PATH");
  });
});

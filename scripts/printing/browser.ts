/**
 * Finds a Chromium and starts it: one that is named, else one on the machine, else the one that came through npm's
 * lockfile. Used by packs, and by the tests that look at pages.
 */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { Refusal } from "../model/refusal.ts";
import { PROJECT } from "../templating/environment.ts";

interface Found {
  readonly executable: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];
const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const base = process.env[name];
    return base
      ? [join(base, "Google/Chrome/Application/chrome.exe"), join(base, "Microsoft/Edge/Application/msedge.exe")]
      : [];
  }),
};

/** What every browser that prints is started with, wherever it is: it decides where words stand, and so every page's bytes. */
export const DECIDES_PRINTS = ["--font-render-hinting=none"];

/** Starts the browser. Refuses, saying what to install, where there is none. */
export async function startBrowser(): Promise<Browser> {
  const found = named() ?? onMachine() ?? (await bundled());
  if (!found) throw new Refusal(advice());
  return puppeteer.launch({
    executablePath: found.executable,
    headless: "shell",
    // Through a pipe, Chromium ends when this program does, however that ends; so no signal needs to be caught for it.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    env: { ...process.env, ...found.environment },
    args: [
      // Chromium's own sandbox cannot be had as root or in most containers; what we print is our own, with scripts off.
      "--no-sandbox",
      "--no-zygote",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
      ...DECIDES_PRINTS,
    ],
  });
}

function named(): Found | null {
  const executable = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (!executable) return null;
  if (!existsSync(executable))
    throw new Refusal(`PUPPETEER_EXECUTABLE_PATH names ${executable}, which is not there. Correct it, or unset it.`);
  return { executable };
}

function onMachine(): Found | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...(PLACES[process.platform] ?? []),
  ];
  const executable = candidates.find(canRun);
  return executable ? { executable } : null;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of @sparticuz/chromium, unpacked once with its libraries; Linux on x64 only. */
async function bundled(): Promise<Found | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = createRequire(import.meta.url)(join(dirname(entry), "../package.json")) as { version: string };
  const home = join(PROJECT, "node_modules/.cache/cleardays", `chromium-${version}`);
  if (!existsSync(home)) await unpack(join(dirname(entry), "../bin"), home);
  return {
    executable: join(home, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(home, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  };
}

/**
 * The package unpacks into the temporary folder that the environment names, under fixed names; so it is given one of
 * its own, which is put in place whole.
 */
async function unpack(packed: string, home: string): Promise<void> {
  const unfinished = `${home}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    for (const name of ["chromium.br", "fonts.tar.br", "al2023.tar.br"]) await inflate(join(packed, name));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(unfinished, "fonts.conf"), fontsConfiguration(home));
  if (existsSync(home)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, home);
}

function fontsConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>
`;
}

function advice(): string {
  const what =
    process.platform === "darwin" || process.platform === "win32"
      ? "Install Google Chrome from https://www.google.com/chrome/"
      : "Install Chromium with your package manager (for example `apt-get install chromium`)";
  return `Packs are printed with Chromium or Chrome, and none was found on this machine. ${what}, or name one with PUPPETEER_EXECUTABLE_PATH, and run the command again.`;
}

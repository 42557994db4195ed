#!/usr/bin/env node
// Puts everything in place, then hands over to cli.ts. Plain JavaScript, because it is the one file
// that must run on any Node from 20. Every npm script comes through here.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Reads a JSON file of the project, or null where there is none.
 * @param {string} path
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(project, path), "utf8"));
  } catch {
    return null;
  }
}

/**
 * True when node_modules holds what package-lock.json asks for: npm keeps a lockfile of its own there, and the
 * two are compared package by package. Optional packages may be absent, since most are for other machines.
 */
function installed() {
  const wanted = readJson("package-lock.json")?.packages ?? {};
  const present = readJson("node_modules/.package-lock.json")?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (present[path] ? present[path].version === version : optional === true),
  );
}

/** Installs from the lockfile, without running any package's own scripts. Ends the program where npm fails. */
function install() {
  console.error("Clear Days: installing what is missing (once, about a minute)...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(npm, args, {
    cwd: project,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("Clear Days: `npm ci` failed; the lines above say why. Mend that, then run the command again.");
    process.exit(1);
  }
}

/** The path of a Node that runs TypeScript: the one that came through the lockfile, else the one running now. */
function findNode() {
  /** @type {Record<string, string>} */
  const names = { "linux-x64": "bin/node", "linux-arm64": "bin/node", "win-x64": "bin/node.exe" };
  const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const bundled = join(project, `node_modules/node-${platform}`, names[platform] ?? "none");
  if (existsSync(bundled)) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `Clear Days needs Node 22.18 or newer on this machine, and this is ${process.version}. Install Node 24 from https://nodejs.org and run the command again.`,
  );
  return process.exit(1);
}

if (!installed()) install();
const child = spawn(
  findNode(),
  // With a small nursery V8 keeps a long build in half the memory, and is as quick.
  [
    "--disable-warning=ExperimentalWarning",
    "--max-semi-space-size=4",
    join(project, "scripts/cli.ts"),
    ...process.argv.slice(2),
  ],
  // What the program is made of is read once and kept, which halves the time that every command takes to begin.
  { stdio: "inherit", env: { NODE_COMPILE_CACHE: join(project, ".cleardays/compiled"), ...process.env } },
);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 3)));

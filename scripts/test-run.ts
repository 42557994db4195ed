/**
 * Everything that `npm test` runs, one after the other: formatter and linter, types, then every test. Ends with what
 * veraPDF counted and a line that counts what passed and failed. Called by commands/run-tests.ts.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./templating/environment.ts";
import { forgetVeraPdfCounts, tellVeraPdfCounts, veraPdfCounts } from "./verapdf-counts.ts";

const RESULTS = join(PROJECT, ".cleardays/test-results.json");

/** The exit status: 0 where nothing failed. */
export function runTests(say: (line: string) => void): number {
  let passed = 0;
  let failed = 0;
  for (const [what, command, ...args] of [
    ["Formatting and lint", "biome", "check", "--error-on-warnings", "."],
    ["Types", "tsc", "--noEmit"],
  ] as const) {
    const { status } = run(command, [...args]);
    say(`${what}: ${status === 0 ? "passed" : "FAILED"}`);
    if (status === 0) passed += 1;
    else failed += 1;
  }

  rmSync(RESULTS, { force: true });
  forgetVeraPdfCounts();
  const { status } = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`]);
  const results = readResults();
  passed += results.passed;
  failed += results.failed;
  // A run that broke off, or that found no test, has not passed whatever it counted.
  if ((status !== 0 || results.passed === 0) && results.failed === 0) failed += 1;
  const veraPdf = tellVeraPdfCounts(veraPdfCounts());
  say(veraPdf.line);
  // Where it is required, a veraPDF that checked nothing has not passed either.
  if (!veraPdf.ran && process.env.REQUIRE_JAVA_CHECKS === "1") failed += 1;
  say(
    results.skipped > 0
      ? `${passed} passed, ${failed} failed, ${results.skipped} skipped`
      : `${passed} passed, ${failed} failed`,
  );
  return failed === 0 ? 0 : 1;
}

/** What takes too long for every run. The exit status: 0 where nothing failed. */
export function runSoak(): number {
  return run("vitest", ["run", "--config", "vitest.soak.config.ts"]).status === 0 ? 0 : 1;
}

function run(name: string, args: string[]) {
  const program = join(PROJECT, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name);
  return spawnSync(program, args, {
    cwd: PROJECT,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    // The packages' programs ask for `node`, and must get this one.
    env: {
      ...process.env,
      PATH: `${join(process.execPath, "..")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
    },
  });
}

function readResults(): { passed: number; failed: number; skipped: number } {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(RESULTS, "utf8")) as Record<
      string,
      number
    >;
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0, skipped: numPendingTests ?? 0 };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

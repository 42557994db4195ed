import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { measure } from "./measure.ts";

const folder = mkdtempSync(join(tmpdir(), "measure-"));
const out = join(folder, "out.pdf");
const LETTER = join(
  import.meta.dirname,
  "../examples/good/content/meetings/2026/2026-03-02-panel/appendices/letter.pdf",
);
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that runs `code`, with what it needs at hand. */
function program(code: string) {
  const begin = `const { copyFileSync } = require("node:fs"); const { spawnSync } = require("node:child_process");`;
  return { command: [process.execPath, "-e", `${begin} ${code}`] as const, out };
}

describe("measuring", () => {
  it("tells time, size and pages of what a program leaves", async () => {
    const wait = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);";
    const measured = await measure(program(`${wait} copyFileSync(${JSON.stringify(LETTER)}, ${JSON.stringify(out)})`));
    expect(measured.seconds).toBeGreaterThan(0.3);
    expect(measured.pages).toBeGreaterThan(0);
    expect(measured.bytes).toBeGreaterThan(1000);
  });

  it.runIf(process.platform === "linux")(
    "counts the memory and the processor time of what the program starts",
    async () => {
      const inner =
        "Buffer.alloc(300e6, 1); const end = Date.now() + 500; while (Date.now() < end); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);";
      const outer = `spawnSync(process.execPath, ["-e", ${JSON.stringify(inner)}]); copyFileSync(${JSON.stringify(LETTER)}, ${JSON.stringify(out)})`;
      const { peakMegabytes, cpuSeconds } = await measure(program(outer));
      expect(peakMegabytes).toBeGreaterThan(280);
      expect(peakMegabytes).toBeLessThan(600);
      expect(cpuSeconds).toBeGreaterThan(0.2);
    },
  );

  it("does not take what an earlier run left for a result, and says why a program failed", async () => {
    await measure(program(`copyFileSync(${JSON.stringify(LETTER)}, ${JSON.stringify(out)})`));
    await expect(measure(program(""))).rejects.toThrow("ended with 0");
    await expect(measure(program(`console.error("no paper"); process.exit(4)`))).rejects.toThrow(
      /ended with 4. no paper/,
    );
  });
});

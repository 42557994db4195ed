import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeGeneratedCouncil } from "./bench/generated-council.ts";
import { makeDraftPack } from "./draft-pack.ts";
import { ListeningBrowsers } from "./examples/listening-browsers.ts";
import { Printer, type PrinterOptions } from "./printing/printer.ts";

const NOW = "2027-02-20T10:00";

describe("a pack that a pool of browsers prints", () => {
  const folder = mkdtempSync(join(tmpdir(), "pool-"));
  const browsers = new ListeningBrowsers();
  afterAll(async () => {
    await browsers.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The bytes of the pack of a council in a folder of its own, whose prints nobody kept, and its pages. */
  async function packOf(name: string, options: PrinterOptions) {
    const root = join(folder, name);
    const { meeting } = writeGeneratedCouncil(root, { reports: 8, pagesEach: 3 });
    const printer = new Printer(options);
    try {
      const { file, pages } = await makeDraftPack({ root, meeting, now: NOW }, printer, () => {});
      return { bytes: readFileSync(file), pages };
    } finally {
      await printer.close();
    }
  }

  it("has the same bytes as from one, though one of three is killed while it prints", async () => {
    const alone = await packOf("alone", {});
    const pool = await Promise.all([browsers.start(), browsers.start(), browsers.start()]);
    let begun = 0;
    let printed = 0;
    const pooled = await packOf("pooled", {
      endpoints: pool.map((browser) => browser.wsEndpoint()),
      patience: () => {
        begun += 1;
        return 20_000;
      },
      // There are more papers than tabs, so the others of this browser are at one by then.
      seen: () => {
        printed += 1;
        if (printed === 1) pool[0]?.process()?.kill("SIGKILL");
      },
    });
    expect(pooled.pages).toBe(alone.pages);
    expect(pooled.pages).toBeGreaterThan(16);
    expect(pooled.bytes.equals(alone.bytes)).toBe(true);
    expect(begun, "prints that were begun, some of them for the second time").toBeGreaterThan(printed);
    expect(pool[0]?.connected).toBe(false);
  });
});

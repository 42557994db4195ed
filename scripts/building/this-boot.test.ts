import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { councilWith } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";
import { keepOfThisBoot } from "./this-boot.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clear-days-boot-"));
  keepOfThisBoot(folder, "one boot");
  writeFileSync(join(folder, "page"), "whole, as far as anybody knows");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("what a build left that was not sent to the disk", () => {
  it("is kept while the machine runs", () => {
    keepOfThisBoot(folder, "one boot");
    expect(readdirSync(folder).sort()).toEqual(["boot", "page"]);
  });

  it("is thrown away when the machine was started again, since a power cut may have torn it", () => {
    keepOfThisBoot(folder, "another boot");
    expect(readdirSync(folder)).toEqual(["boot"]);
    writeFileSync(join(folder, "page"), "of now");
    keepOfThisBoot(folder, "another boot");
    expect(readdirSync(folder).sort()).toEqual(["boot", "page"]);
  });

  it("is believed where the machine does not say when it was started", () => {
    keepOfThisBoot(folder, null);
    expect(readdirSync(folder).sort()).toEqual(["boot", "page"]);
  });

  it.runIf(process.platform === "linux")("is the pages that a build rendered and did not publish", async () => {
    const { root, remove } = councilWith();
    const builder = () => new SiteBuilder({ root, out: join(root, "_site"), audience: "public" });
    try {
      await builder().build();
      const kept = join(root, ".cleardays/kept");
      const pages = join(kept, readdirSync(kept).find((name) => name.startsWith("public-")) ?? "", "pages");
      expect(existsSync(join(pages, "boot"))).toBe(true);
      writeFileSync(join(pages, "boot"), "an earlier boot");
      writeFileSync(join(pages, "torn"), "");
      await builder().build();
      expect(existsSync(join(pages, "torn"))).toBe(false);
    } finally {
      remove();
    }
  });
});

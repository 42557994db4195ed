import { cpSync, existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildPublicSite } from "./build.ts";
import { councilWith } from "./examples/councils.ts";
import { verify } from "./verify.ts";

describe("a published site", () => {
  let council: ReturnType<typeof councilWith>;
  let site: string;
  const build = (asked: { isFresh?: boolean } = {}) => buildPublicSite({ root: council.root, ...asked }, () => {});
  const faults = async (out?: string) =>
    (await verify({ root: council.root, out, leaks: null }, () => {})).faults.map((fault) => fault.split(". ")[0]);
  const styles = () => /\/assets\/site\.\w+\.css/.exec(readFileSync(join(site, "index.html"), "utf8"))?.[0] ?? "";

  beforeEach(async () => {
    council = councilWith();
    site = join(council.root, "_site");
    // Files that have lain there for a while are known by how they look.
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
    await build();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    council.remove();
  });

  it("is sound where nobody wrote in it, and so is a copy of it", async () => {
    expect(await faults()).toEqual([]);
    const copy = join(council.root, "copy");
    cpSync(realpathSync(site), copy, { recursive: true });
    expect(await faults(copy)).toEqual([]);
  });

  it("has each thing told once that somebody changed, took away or put there", async () => {
    const css = styles();
    writeFileSync(join(site, css), "p { color: red }");
    rmSync(join(site, "robots.txt"));
    writeFileSync(join(site, "index.html"), "Vote for me");
    writeFileSync(join(site, "extra.html"), "x");
    expect((await faults()).sort()).toEqual([
      "/ on the published site does not read as what is issued and living makes it",
      `${css} on the published site is not as the build wrote it`,
      "/extra.html stands on the published site, and nothing that is issued or living is there",
      "/robots.txt was put on the published site by the build, and is not there any more",
    ]);
  });

  it("is not put right by a build that finds its own notes as it left them, and is by a fresh one", async () => {
    writeFileSync(join(site, "index.html"), "Vote for me");
    writeFileSync(join(site, "robots.txt"), "User-agent: *\nDisallow: /\n");
    writeFileSync(join(site, "extra.html"), "x");
    expect((await build()).published?.rendered).toBe(0);
    expect(await faults()).toHaveLength(3);
    await build({ isFresh: true });
    expect(await faults()).toEqual([]);
    expect(existsSync(join(site, "extra.html"))).toBe(false);
  });

  it("is told of where the notes of its build were written over", async () => {
    writeFileSync(`${realpathSync(site)}.manifest`, "not a manifest");
    expect(await faults()).toEqual([expect.stringContaining("left notes that cannot be read")]);
    await build({ isFresh: true });
    expect(await faults()).toEqual([]);
  });

  it("is made again where its tree was deleted", async () => {
    rmSync(realpathSync(site), { recursive: true });
    await build();
    expect(await faults()).toEqual([]);
    expect(existsSync(join(site, "index.html"))).toBe(true);
  });
});

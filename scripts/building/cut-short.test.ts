import { describe, expect, it } from "vitest";
import { councilWith, makeEdit } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";

describe("a build after one that was cut short", () => {
  it("tells of every link that leads nowhere, also on pages that the other had rendered", async () => {
    const { root, remove } = councilWith({
      file: "content/pages/about.md",
      put: "---\ntitle: About\n---\nSee [there](/nowhere/).\n",
    });
    const options = { root, out: `${root}/_site`, audience: "public" as const };
    try {
      await expect(
        new SiteBuilder(options).build((step) => {
          if (step === "Publishing") throw new Error("cut short");
        }),
      ).rejects.toThrow("cut short");
      const { published, problems } = await new SiteBuilder(options).build();
      // Nothing but what needs the whole site is rendered again.
      expect(published?.rendered).toBeLessThan(5);
      expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["dead-link /about/"]);
    } finally {
      remove();
    }
  });

  it("tells of no link that the page had before and has no more", async () => {
    const about = (words: string) => ({ file: "content/pages/about.md", put: `---\ntitle: About\n---\n${words}\n` });
    const { root, remove } = councilWith(about("See [there](/nowhere/)."));
    const options = { root, out: `${root}/_site`, audience: "public" as const };
    try {
      const before = await new SiteBuilder(options).build();
      expect(before.problems).toHaveLength(1);
      makeEdit(root, about("Nothing to see."));
      await expect(
        new SiteBuilder(options).build((step) => {
          if (step === "Publishing") throw new Error("cut short");
        }),
      ).rejects.toThrow("cut short");
      expect((await new SiteBuilder(options).build()).problems).toEqual([]);
    } finally {
      remove();
    }
  });
});

import { describe, expect, it } from "vitest";
import { councilWith } from "../examples/councils.ts";
import { assets } from "./assets.ts";

const COLOURS = { light: "#14532d", dark: "#86d5a4" };
const HASH = "[0-9a-f]{16}";

/** The assets of a council with files of its own, by plain name and what is in them. */
function assetsWith(own: Readonly<Record<string, string>>) {
  const { root, remove } = councilWith(
    ...Object.entries(own).map(([name, put]) => ({ file: `templates/assets/${name}`, put })),
  );
  try {
    return assets(root, COLOURS);
  } finally {
    remove();
  }
}

describe("a council's assets", () => {
  it("have their hash in their names, and the stylesheet names the fonts by theirs", () => {
    const { files, addressOf } = assetsWith({});
    expect(addressOf("site.css")).toMatch(new RegExp(`^/assets/site\\.${HASH}\\.css$`));
    const css = files.find(({ url }) => url === addressOf("site.css"))?.content ?? "";
    expect(css).toContain(`url("${addressOf("atkinson-normal.woff2")}")`);
    expect(css).not.toMatch(/url\("\/assets\/[a-z-]+\.woff2"\)/);
  });

  it("have another name when one letter of them changes, and the same where none does", () => {
    const name = (crest: string) => assetsWith({ "crest.svg": crest }).addressOf("crest.svg");
    expect(name("<svg/>")).toBe(name("<svg/>"));
    expect(name("<svg/>")).not.toBe(name("<svg />"));
  });

  it("of its own keep their plain names too, which papers and packs link to", () => {
    const { files, hashed, addressOf } = assetsWith({ "crest.svg": "<svg/>", "forms/ask.pdf": "%PDF" });
    const urls = files.map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining(["/assets/crest.svg", "/assets/forms/ask.pdf"]));
    expect(urls).toContain(addressOf("forms/ask.pdf"));
    expect(hashed).toContain(addressOf("crest.svg"));
    expect(hashed).not.toContain("/assets/crest.svg");
  });

  it("of its own take the place of ours: an icon, and a stylesheet that names a crest", () => {
    const { files, addressOf } = assetsWith({
      "icon.svg": "<svg/>",
      "crest.svg": "<svg/>",
      "site.css": "h1 { background: url(/assets/crest.svg) }",
    });
    expect(files.filter(({ url }) => /^\/assets\/icon\.[0-9a-f]+\.svg$/.test(url))).toHaveLength(1);
    const css = files.find(({ url }) => url === addressOf("site.css"))?.content;
    expect(css).toContain(`url(${addressOf("crest.svg")})`);
    expect(files.map(({ url }) => url)).not.toContain("/assets/site.css");
  });

  it("are not there for a name that nobody gave one: its address leads nowhere, and the build says so", () => {
    expect(assetsWith({}).addressOf("crest.svg")).toBe("/assets/crest.svg");
  });
});

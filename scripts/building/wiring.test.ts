import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { councilWith, makeEdit } from "../examples/councils.ts";
import { PROJECT } from "../templating/environment.ts";
import { SiteBuilder } from "./build-site.ts";

const HOME = readFileSync(join(PROJECT, "templates/pages/home.njk"), "utf8");
const wiring = (word: string) => ({
  file: ".eleventy.js",
  put: `export default (config) => { config.addFilter("own", () => "${word}"); };\n`,
});

it("uses the council's own wiring as it stands, each time it is changed while the preview runs", async () => {
  const { root, remove } = councilWith(wiring("heron"), {
    file: "templates/pages/home.njk",
    put: HOME.replace("{% block content %}", "{% block content %}<p>{{ 1 | own }}</p>"),
  });
  const session = new SiteBuilder({ root, out: join(root, "_preview"), audience: "draft" });
  const home = async () => {
    await session.build();
    return readFileSync(join(root, "_preview/index.html"), "utf8");
  };
  try {
    expect(await home()).toContain("<p>heron</p>");
    makeEdit(root, wiring("ferry"));
    expect(await home()).toContain("<p>ferry</p>");
    makeEdit(root, wiring("heron"));
    expect(await home()).toContain("<p>heron</p>");
  } finally {
    remove();
  }
});

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilWith, makeEdit } from "../examples/councils.ts";
import { PROJECT } from "../templating/environment.ts";

/** An hour on, files that were just copied are known by how they look. */
const LATER = "data:text/javascript,const now = Date.now; Date.now = () => now() %2B 3600000;".replaceAll(" ", "%20");

describe("a council that is built by a Clear Days elsewhere", () => {
  /** A Clear Days of this test's own, so that its templates may be changed while other tests run. */
  let program: string;
  let council: ReturnType<typeof councilWith>;
  beforeAll(() => {
    program = mkdtempSync(join(tmpdir(), "clear-days-program-"));
    for (const name of ["scripts", "templates", ".eleventy.js", "package.json", "package-lock.json"])
      cpSync(join(PROJECT, name), join(program, name), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(program, "node_modules"), "junction");
    council = councilWith();
    expect(built().rendered).toBeGreaterThan(10);
  });
  afterAll(() => {
    council.remove();
    rmSync(program, { recursive: true, force: true });
  });

  function built(): { rendered: number; home: string; styles: string } {
    const { root } = council;
    const command = ["--import", LATER, join(program, "scripts/cli.ts"), "build", "--root", root, "--json"];
    const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    expect(stderr).toBe("");
    const { published } = JSON.parse(stdout) as { published: { rendered: number } };
    const home = readFileSync(join(root, "_site/index.html"), "utf8");
    const [sheet = ""] = /\/assets\/site\.[0-9a-f]+\.css/.exec(home) ?? [];
    return { ...published, home, styles: readFileSync(join(root, "_site", sheet), "utf8") };
  }

  it("has nothing to do while neither its files nor our templates change", () => {
    expect(built().rendered).toBe(0);
  });

  it("is drawn with our template as it is now", () => {
    makeEdit(program, {
      file: "templates/pages/home.njk",
      find: "{% block content %}",
      put: "{% block content %}<p>Herons nest here.</p>",
    });
    expect(built().home).toContain("<p>Herons nest here.</p>");
  });

  it("is drawn with our styles as they are now", () => {
    makeEdit(program, { file: "templates/assets/site.css", find: "\n", put: "\n.heron { color: teal; }\n" });
    expect(built().styles).toContain(".heron { color: teal; }");
  });
});

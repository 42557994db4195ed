import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { councilWith, type Edit, makeEdit } from "../examples/councils.ts";
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

it("leaves no filter behind when the council's own wiring is taken away while the preview runs", async () => {
  const { root, remove } = councilWith(wiring("heron"), {
    file: "templates/pages/home.njk",
    put: HOME.replace("{% block content %}", "{% block content %}<p>{{ 1 | own }}</p>"),
  });
  // Templates that have lain there for a while are known by how they look.
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
  const session = new SiteBuilder({ root, out: join(root, "_preview"), audience: "draft" });
  try {
    await session.build();
    makeEdit(root, { file: ".eleventy.js", put: null });
    await expect(session.build()).rejects.toThrow("filter not found: own");
  } finally {
    vi.restoreAllMocks();
    remove();
  }
});

describe("wiring that cannot be used is refused with its place", () => {
  const file = ".eleventy.js";
  const CANNOT = "The council's own `.eleventy.js` cannot be used:";
  it.each<[string, Edit[], string]>([
    ["it does not end", [{ file, put: "export default (config) => {\n" }], `:2 ${CANNOT} Unexpected end of input.`],
    [
      "it calls what there is none of",
      [{ file, put: "export default (config) => {\n  config.addSwan();\n};\n" }],
      `:2 ${CANNOT} config.addSwan is not a function.`,
    ],
    [
      "it exports nothing",
      [{ file, put: "export const swan = 1;\n" }],
      `:1 ${CANNOT} it exports no function as its default.`,
    ],
    [
      "it imports what stands beside it, which nobody looks at",
      [
        { file, put: 'import swan from "./swan.js";\nexport default swan;\n' },
        { file: "swan.js", put: "export default () => {};\n" },
      ],
      `:1 ${CANNOT} it imports \`./swan.js\`, and nobody would see when that changes.`,
    ],
    [
      "it imports one while it runs",
      [
        { file, put: 'export default async () => {\n  await import("./swan.js");\n};\n' },
        { file: "swan.js", put: "export default 1;\n" },
      ],
      `:1 ${CANNOT} it imports \`./swan.js\`, and nobody would see when that changes.`,
    ],
    [
      "it is CommonJS, which is loaded once",
      [{ file, put: "module.exports = (config) => {};\n" }],
      `:1 ${CANNOT} it is written as CommonJS, which Node loads once and never again.`,
    ],
    [
      "what it adds fails on a page",
      [
        {
          file,
          put: 'export default (config) => {\n  config.addFilter("own", () => {\n    throw new Error("No swan today");\n  });\n};\n',
        },
        {
          file: "templates/pages/home.njk",
          put: HOME.replace("{% block content %}", "{% block content %}<p>{{ 1 | own }}</p>"),
        },
      ],
      `:3 ${CANNOT} No swan today.`,
    ],
  ])("where %s", async (_, edits, said) => {
    const { root, remove } = councilWith(...edits);
    try {
      const ran = preview(root);
      expect(ran.status).toBe(1);
      expect(ran.stderr).toMatch(/^\.eleventy\.js:(\d+):\d+ error own-wiring /);
      expect(ran.stderr.replace(/^[^:]+:(\d+):\d+ error own-wiring /, ":$1 ")).toContain(said);
      expect(ran.stderr.split("\n")).toHaveLength(4);
    } finally {
      remove();
    }
  });

  it("may import a package; where another version of it came, it is loaded in a process that has none yet", () => {
    const at = (version: string): Edit[] => [
      {
        file: "node_modules/swan/package.json",
        put: `{ "name": "swan", "version": "${version}", "exports": "./index.js", "type": "module" }`,
      },
      { file: "node_modules/swan/index.js", put: `export default "swan ${version}";\n` },
      { file: "node_modules/.package-lock.json", put: `{ "packages": { "node_modules/swan": "${version}" } }` },
    ];
    const { root, remove } = councilWith(
      {
        file,
        put: 'import swan from "swan";\nexport default (config) => { config.addFilter("own", () => swan); };\n',
      },
      {
        file: "templates/pages/home.njk",
        put: HOME.replace("{% block content %}", "{% block content %}<p>{{ 1 | own }}</p>"),
      },
      ...at("1.0.0"),
    );
    const home = () => {
      const { stderr } = preview(root);
      return stderr || /<p>(swan .*)<\/p>/.exec(readFileSync(join(root, "_preview/index.html"), "utf8"))?.[1];
    };
    try {
      expect(home()).toBe("swan 1.0.0");
      for (const edit of at("1.0.1")) makeEdit(root, edit);
      expect(home()).toBe("swan 1.0.1");
    } finally {
      remove();
    }
  });

  it("is not used on, in one process, when other packages came", async () => {
    const at = (version: string): Edit => ({ file: "node_modules/.package-lock.json", put: version });
    const { root, remove } = councilWith(wiring("heron"), at("1"));
    const session = new SiteBuilder({ root, out: join(root, "_preview"), audience: "draft" });
    try {
      await session.build();
      makeEdit(root, at("2"));
      await expect(session.build()).rejects.toThrow("Stop it, and start it again.");
      makeEdit(root, at("1"));
      await session.build();
    } finally {
      remove();
    }
  });
});

/** The preview in a process of its own: here the test runner loads modules in its own way. */
function preview(root: string) {
  const command = [join(PROJECT, "scripts/cli.ts"), "preview", "--root", root, "--out", join(root, "_preview")];
  return spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", ...command], { encoding: "utf8" });
}

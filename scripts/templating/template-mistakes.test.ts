import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SiteBuilder } from "../building/build-site.ts";
import { councilsToEdit } from "../edits/councils-to-edit.ts";
import { councilWith, type Edit, makeEdit } from "../examples/councils.ts";
import { Refusal } from "../model/refusal.ts";
import { makeEnvironment, PROJECT } from "./environment.ts";
import { mistakeOfTemplates } from "./template-mistakes.ts";

let council: ReturnType<typeof councilWith>;
beforeEach(() => {
  council = councilWith();
});
afterEach(() => {
  vi.restoreAllMocks();
  council.remove();
});

const HOME = "templates/pages/home.njk";
const home = (content: string): Edit => ({
  file: HOME,
  put: `{% extends "layouts/page.njk" %}\n{% block content %}\n${content}\n{% endblock %}\n`,
});

function builder(): SiteBuilder {
  return new SiteBuilder({ root: council.root, out: join(council.root, "_preview"), audience: "draft" });
}

/** The places and words of what stopped a build, or a rendering. */
async function refused(run: () => unknown): Promise<string[]> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { mend } of error.problems) expect(error.message).toContain(mend);
    return error.problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  }
  return [];
}

const CANNOT = "This template of the council's cannot be used:";

describe("a mistake in a council's own template", () => {
  it.each<[string, Edit, string]>([
    [
      "a filter that there is none of",
      home("<p>{{ view.title | swan }}</p>"),
      `${HOME}:3:20 ${CANNOT} filter not found: swan.`,
    ],
    ["a tag that there is none of", home("{% swan %}"), `${HOME}:3:4 ${CANNOT} unknown block tag: swan.`],
    [
      "a layout that there is none of",
      { file: HOME, put: '{% extends "layouts/swan.njk" %}' },
      `${HOME}:1:13 ${CANNOT} template not found: layouts/swan.njk.`,
    ],
    [
      "a call of what is nothing",
      home("{{ swan.sings() }}"),
      `${HOME}:3:4 ${CANNOT} Unable to call \`swan["sings"]\`, which is undefined or falsey.`,
    ],
  ])("is told with its place: %s", async (_, edit, said) => {
    const talk = (["log", "warn", "error"] as const).map((way) => vi.spyOn(console, way));
    makeEdit(council.root, edit);
    expect(await refused(() => builder().build())).toEqual([said]);
    for (const way of talk) expect(way).not.toHaveBeenCalled();
  });

  it("is told with all others that keep a template from being read", async () => {
    makeEdit(council.root, home("{% swan %}"));
    makeEdit(council.root, { file: "templates/pages/plan.njk", put: "{% if view %}" });
    expect(await refused(() => builder().build())).toEqual([
      `${HOME}:3:4 ${CANNOT} unknown block tag: swan.`,
      `templates/pages/plan.njk:1:1 ${CANNOT} parseIf: expected elif, else, or endif, got end of file.`,
    ]);
  });

  it("is told of a template that a pack or the desk is drawn with", async () => {
    makeEdit(council.root, { file: "templates/packs/front.njk", put: "{{ 1 | swan }}" });
    const environment = makeEnvironment(council.root);
    expect(await refused(() => environment.render("packs/front.njk", {}))).toEqual([
      `templates/packs/front.njk:1:8 ${CANNOT} filter not found: swan.`,
    ]);
  });

  it("is told where a page of ours draws with it", async () => {
    const file = "templates/components/swan/template.njk";
    makeEdit(council.root, { file, put: "{{ 1 | heron }}" });
    makeEdit(council.root, home('{% include "components/swan/template.njk" %}'));
    expect(await refused(() => builder().build())).toEqual([`${file}:1:8 ${CANNOT} filter not found: heron.`]);
  });

  it("is told where a worker process draws the page", async () => {
    const { root, archive } = councilsToEdit(60);
    makeEdit(archive, { file: "templates/pages/report.njk", put: "{{ 1 | swan }}" });
    const many = new SiteBuilder({ root: archive, out: join(root, "site"), audience: "public", workers: 1 });
    try {
      expect(await refused(() => many.build())).toEqual([
        `templates/pages/report.njk:1:8 ${CANNOT} filter not found: swan.`,
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("is told no longer once it is mended, in the same session", async () => {
    const session = builder();
    makeEdit(council.root, home("{{ 1 | swan }}"));
    expect(await refused(() => session.build())).toHaveLength(1);
    makeEdit(council.root, home("<p>heron</p>"));
    await session.build();
    expect(readFileSync(join(council.root, "_preview/index.html"), "utf8")).toContain("<p>heron</p>");
  });

  it("is told of the template that has it, and not of another that is drawn beside it", async () => {
    makeEdit(council.root, home("<p>heron</p>"));
    makeEdit(council.root, { file: "templates/pages/report.njk", put: "<p>\n{{ 1 | swan }}" });
    expect(await refused(() => builder().build())).toEqual([
      `templates/pages/report.njk:2:8 ${CANNOT} filter not found: swan.`,
    ]);
  });

  it.each<[string, string, string]>([
    ["a comment", "{# swan #}\n{{ 1 | swan }}", ":4:8"],
    ["words between tags", "A swan {{ 1 }}\n{{ 1 | swan }}", ":4:8"],
    ["a longer name", "{{ view.title | striptags(swans) }}\n{{ 1 | swan }}", ":4:8"],
  ])("is told where its name stands, and not where %s has the same letters", async (_, content, place) => {
    makeEdit(council.root, home(content));
    expect(await refused(() => builder().build())).toEqual([`${HOME}${place} ${CANNOT} filter not found: swan.`]);
  });

  it("is told of the use that the engine means, of several", async () => {
    makeEdit(council.root, home("{% if swan %}A swan{% endif %}\n\n\n<p>{{ swan.sings() }}</p>"));
    const words = 'Unable to call `swan["sings"]`, which is undefined or falsey';
    expect(await refused(() => builder().build())).toEqual([`${HOME}:6:7 ${CANNOT} ${words}.`]);
  });

  it("is told at the right one of several names with a stroke", async () => {
    makeEdit(council.root, {
      file: HOME,
      put: '{% extends "layouts/page.njk" %}\n{% import "components/macros.njk" as ours %}\n{% block content %}{% include "components/side-panel/template.njk" %}{% endblock %}',
    });
    const words = "template not found: components/side-panel/template.njk";
    expect(await refused(() => builder().build())).toEqual([`${HOME}:3:32 ${CANNOT} ${words}.`]);
  });

  it("is told of a folder that is named in the place of a template in it", async () => {
    makeEdit(council.root, { file: "templates/components/swan/template.njk", put: "heron" });
    makeEdit(council.root, home('{% include "components/swan" %}'));
    expect(await refused(() => builder().build())).toEqual([`${HOME}:3:1 ${CANNOT} \`components/swan\` is a folder.`]);
  });

  it("of a pack's is told alone, though pages have tags that packs do not know", async () => {
    makeEdit(council.root, {
      file: ".eleventy.js",
      put: 'export default (config) => { config.addShortcode("crest", () => "heron"); };',
    });
    makeEdit(council.root, home("{% crest %}"));
    makeEdit(council.root, { file: "templates/packs/front.njk", put: "{{ 1 | swan }}" });
    const environment = makeEnvironment(council.root);
    expect(await refused(() => environment.render("packs/front.njk", {}))).toEqual([
      `templates/packs/front.njk:1:8 ${CANNOT} filter not found: swan.`,
    ]);
    await builder().build();
    expect(readFileSync(join(council.root, "_preview/index.html"), "utf8")).toContain("heron");
  });

  it.each([
    ["the disk is full", new Error("ENOSPC: no space left on device, write")],
    ["something of ours fails", new TypeError("Cannot read properties of undefined (reading 'title')")],
  ])("is none where %s, though the council has templates of its own", (_, error) => {
    makeEdit(council.root, home("<p>right</p>"));
    const environment = makeEnvironment(council.root);
    environment.addFilter("striptags", () => {
      throw error;
    });
    makeEdit(council.root, { file: "templates/packs/front.njk", put: "{{ 1 | striptags }}" });
    const thrown = () => environment.render("packs/front.njk", {});
    expect(thrown).toThrow(error.message);
    expect(thrown).not.toThrow(Refusal);
  });

  it("is none where the templates are ours", () => {
    const environment = makeEnvironment(PROJECT);
    const error = new Error("template not found: layouts/page.njk");
    expect(mistakeOfTemplates(PROJECT, environment, ["pages/home.njk"], error)).toBe(error);
  });
});

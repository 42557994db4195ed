import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { councilWith, makeEdit } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";

const page = (words: string) => ({
  file: "templates/pages/numbers.njk",
  put: `{% extends "layouts/page.njk" %}{% block content %}<p>${words}</p>{% endblock %}\n`,
});

describe("a page of the council's own", () => {
  let council: ReturnType<typeof councilWith>;
  beforeEach(() => {
    council = councilWith(page("{{ council.now }}"));
  });
  afterEach(() => council.remove());

  async function at(now: string): Promise<string> {
    const out = join(council.root, "_site");
    await new SiteBuilder({ root: council.root, out, audience: "public", now }).build();
    return readFileSync(join(out, "numbers/index.html"), "utf8");
  }

  it("knows the day, and not the minute, so that it is the same all day long", async () => {
    const morning = await at("2026-05-20T10:00");
    expect(morning).toContain("<p>2026-05-20</p>");
    expect(await at("2026-05-20T16:50")).toBe(morning);
  });

  it("says the next day on the next day", async () => {
    await at("2026-05-20T10:00");
    expect(await at("2026-05-21T10:00")).toContain("<p>2026-05-21</p>");
  });

  it("can name nothing of the clock in all that it is given", async () => {
    makeEdit(council.root, page("{{ council | dump }}"));
    const morning = await at("2026-05-20T10:07");
    expect(morning).toContain("2026-05-20");
    expect(morning).not.toContain("10:07");
  });

  it("follows what it reads of the council", async () => {
    makeEdit(council.root, page("{{ council.committees[0].value.name }}"));
    await at("2026-05-20T10:00");
    makeEdit(council.root, { file: "content/committees/panel.md", find: "name: ", put: "name: New " });
    expect(await at("2026-05-20T10:00")).toContain("<p>New ");
  });
});

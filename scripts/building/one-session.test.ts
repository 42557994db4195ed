import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { councilWith, JUNE, MARCH, makeEdit } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";

let council: ReturnType<typeof councilWith>;
let session: SiteBuilder;
beforeEach(() => {
  council = councilWith();
  session = new SiteBuilder({ root: council.root, out: join(council.root, "_preview"), audience: "draft" });
});
afterEach(() => council.remove());

const page = (path: string) => readFileSync(join(council.root, "_preview", path), "utf8");
const edit = (file: string, find: string, put: string) => makeEdit(council.root, { file, find, put });

describe("a session that builds again and again", () => {
  it("says after a build that failed what is so now, and not what was so then", async () => {
    await session.build();
    const broken = { file: "templates/pages/home.njk", put: "{% swan %}" };
    edit(`${JUNE}/meeting.md`, "Wick Hall", "Heron Hall");
    makeEdit(council.root, broken);
    await expect(session.build()).rejects.toThrow("unknown block tag: swan");
    edit(`${JUNE}/meeting.md`, "Heron Hall", "Swan Hall");
    makeEdit(council.root, { ...broken, put: null });
    await session.build();
    for (const path of ["index.html", "meetings/index.html", "meetings/2026-06-01-panel/index.html"]) {
      expect(page(path)).toContain("Swan Hall");
      expect(page(path)).not.toContain("Heron Hall");
    }
  });

  it("tells of every page at the address that the council says it has now", async () => {
    await session.build();
    edit("data/council.json", "papers.littlewick", "agendas.littlewick");
    await session.build();
    for (const path of ["sitemap.xml", "sitemap-2026.xml"]) {
      expect(page(path)).toContain("https://agendas.littlewick.example/");
      expect(page(path)).not.toContain("papers.littlewick");
    }
  });

  it("has an appendix of a draft as the file is now, though its name is the same", async () => {
    await session.build();
    const letter = "meetings/2026-03-02-panel/appendices/letter.pdf";
    const file = join(council.root, MARCH, "appendices/letter.pdf");
    expect(page(letter)).toBe(readFileSync(file, "utf8"));
    appendFileSync(file, "\n% heron\n");
    await session.build();
    expect(page(letter)).toContain("% heron");
  });
});

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilWith, JUNE, MARCH } from "../scripts/examples/councils.ts";
import { issue } from "../scripts/issue.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";
import { onePage } from "./supplied/one-page.ts";

const MEETING = "2026-06-01-panel";
const SAYS =
  "This PDF is not accessible: ask Rosa Clerk, Democratic Services Officer, 01555 020 101 for it in another form.";
const PAGES = [`/meetings/${MEETING}/`, `/meetings/${MEETING}/progress/`];

/** The example council's site, with a letter that has tags, or with one that has none. */
function siteWith(letter: "tagged" | "untagged", kind: "public" | "preview") {
  const opened: { site?: BuiltSite; remove?: () => void } = {};
  beforeAll(async () => {
    const appendix = `  - { id: letter, title: "Appendix A: the letter", file: appendices/letter.pdf, access: public }`;
    const { root, remove } = councilWith({
      file: `${JUNE}/progress.md`,
      find: "backgroundPapers: none",
      put: `backgroundPapers: none\nappendices:\n${appendix}`,
    });
    opened.remove = remove;
    const bytes = letter === "untagged" ? onePage({}) : readFileSync(join(root, MARCH, "appendices/letter.pdf"));
    mkdirSync(join(root, JUNE, "appendices"));
    writeFileSync(join(root, JUNE, "appendices/letter.pdf"), bytes);
    const printer = new Printer();
    if (kind === "public")
      await issue({ root, address: MEETING, now: "2026-05-20T10:00", kind: "agenda" }, printer, () => {});
    await printer.close();
    opened.site = await builtSite(kind, root);
  });
  afterAll(async () => {
    await opened.site?.close();
    opened.remove?.();
  });
  return (page: string) => (opened.site?.pages.get(page) ?? "").replace(/\s+/g, " ");
}

describe.each(["public", "preview"] as const)("on the %s site, an appendix without tags", (kind) => {
  const textOf = siteWith("untagged", kind);
  it.each(PAGES)("is said not to be accessible, and whom to ask, wherever it is listed: %s", (page) => {
    expect(textOf(page)).toContain("appendices/letter.pdf");
    expect(textOf(page)).toContain(SAYS);
  });
});

describe.each(["public", "preview"] as const)("on the %s site, an appendix with tags", (kind) => {
  const textOf = siteWith("tagged", kind);
  it.each(PAGES)("is listed without such words: %s", (page) => {
    expect(textOf(page)).toContain("appendices/letter.pdf");
    expect(textOf(page)).not.toContain("not accessible");
  });
});

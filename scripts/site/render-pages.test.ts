import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeEnvironment } from "../templating/environment.ts";
import type { PageView } from "./page-kind.ts";
import { renderPages } from "./render-pages.ts";

describe("rendering pages again and again, as the preview does", () => {
  it("holds none of the pages that were rendered before", async () => {
    const root = mkdtempSync(join(tmpdir(), "clear-days-again-"));
    mkdirSync(join(root, "templates/pages"), { recursive: true });
    writeFileSync(join(root, "templates/pages/notice.njk"), "<p>{{ view.title }}</p>");
    const environment = makeEnvironment(root);
    const tags = () => (environment as unknown as { extensionsList: unknown[] }).extensionsList.length;
    const before = tags();
    const views = [{ url: "/notice/", title: "A notice" } as PageView];
    const render = () => renderPages(root, environment, [{ template: "notice", views }], {});
    await render();
    expect([...(await render())]).toEqual([["/notice/", "<p>A notice</p>"]]);
    expect(tags()).toBe(before);
    rmSync(root, { recursive: true });
  });
});

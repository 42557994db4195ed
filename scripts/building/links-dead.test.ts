import { expect, it } from "vitest";
import { councilWith, JUNE, makeEdit } from "../examples/councils.ts";
import { SiteBuilder } from "./build-site.ts";

const PROGRESS = `${JUNE}/progress.md`;
const SECOND = { find: "ZEBRADRAFT.", put: "ZEBRADRAFT.\n\nAnd a second paragraph.", file: PROGRESS };

it("tells of a link to a place on a page when the place goes, though the page with the link stays as it was", async () => {
  const { root, remove } = councilWith(SECOND, {
    file: "content/pages/about.md",
    put: "---\ntitle: About\n---\nSee [there](/meetings/2026-06-01-panel/progress/#p1-2).\n",
  });
  const build = () => new SiteBuilder({ root, out: `${root}/_preview`, audience: "draft" }).build();
  const told = async () => (await build()).problems.map(({ rule, file }) => `${rule} ${file}`);
  try {
    expect(await told()).toEqual([]);
    makeEdit(root, { file: PROGRESS, find: SECOND.put, put: SECOND.find });
    expect(await told()).toEqual(["dead-link /about/"]);
    makeEdit(root, { file: "content/members/ada-brook.md", find: "North Wick", put: "East Wick" });
    expect(await told()).toEqual(["dead-link /about/"]);
    makeEdit(root, SECOND);
    expect(await told()).toEqual([]);
  } finally {
    remove();
  }
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { narrowDrafts } from "../access/narrow-drafts.ts";
import { presentOf } from "../access/present.ts";
import { checkCouncil } from "../check/check.ts";
import { RULES } from "../check/rules.ts";
import { Surroundings } from "../check/surroundings.ts";
import { councilWith, JUNE } from "../examples/councils.ts";
import { siteFor } from "../issuing/print-and-append.ts";
import { loadCouncil } from "../load/council.ts";
import { COLLECTIONS } from "../load/living.ts";
import type { Council } from "../model/council.ts";
import { FACTS_FOR_PAGES } from "../site/facts.ts";
import { SiteBuilder } from "./build-site.ts";
import { FACTS_FOR_RULES } from "./facts-for-rules.ts";

const MARCH_MEETING = "2026-03-02-panel";
const JUNE_MEETING = "2026-06-01-panel";

let root: string;
let remove: () => void;
let builder: SiteBuilder;
let whole: Council;

beforeAll(async () => {
  ({ root, remove } = councilWith());
  mkdirSync(join(root, "out"));
  builder = new SiteBuilder({ root, out: join(root, "out"), audience: "draft" });
  await builder.build();
  whole = loadCouncil(root, { drafts: true }).council as Council;
});
afterAll(() => remove());

function opened(): { council: Council; looked: string[] } {
  const looked: string[] = [];
  const council = builder.council((input) => looked.push(input))?.loaded.council;
  if (!council) throw new Error("The council cannot be read");
  return { council, looked };
}
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("a council that is opened as it is looked at", () => {
  it("says the same as one that was read whole", () => {
    const { council } = opened();
    expect(plain(council.meetings)).toEqual(plain(whole.meetings));
    for (const name of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[])
      expect(plain(council[name]), name).toEqual(plain(whole[name]));
    expect(council.now).toBe(whole.now);
    expect(
      Object.keys(council)
        .filter((name) => name !== "kept")
        .sort(),
    ).toEqual(Object.keys(whole).sort());
  });

  it("tells of each collection that is looked at, and of no other", () => {
    const { council, looked } = opened();
    for (const name of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[]) {
      looked.length = 0;
      expect(council[name]).toBeDefined();
      expect(looked).toEqual([`collection ${name}`]);
    }
  });

  it("opens no meeting for its day, and none to ask for a fact of all", () => {
    const { council, looked } = opened();
    expect(council.meetings.map(({ living }) => living.value.date)).toEqual(["2026-03-02", "2026-06-01"]);
    const around = new Surroundings(council);
    for (const fact of FACTS_FOR_RULES)
      expect(plain(around.every(fact)), fact.name).toEqual(plain(new Surroundings(whole).every(fact)));
    expect(looked.filter((each) => each.startsWith("meeting "))).toEqual([]);
    expect(council.meetings[1]?.drafts?.agenda).not.toBe(null);
    expect(looked.filter((each) => each.startsWith("meeting "))).toEqual([`meeting ${JUNE_MEETING}`]);
  });

  it("meets every rule that one read whole meets", () => {
    const loaded = builder.council()?.loaded;
    expect(RULES.length).toBeGreaterThan(10);
    expect(loaded && checkCouncil(loaded)).toEqual(checkCouncil(loadCouncil(root, { drafts: true })));
  });
});

describe("drafts that are narrowed to one act", () => {
  const acts = [
    { meeting: JUNE_MEETING, brought: { agenda: true, minutes: false, papers: ["progress"] } },
    { meeting: JUNE_MEETING, brought: { agenda: true, minutes: false, papers: [] } },
    { meeting: MARCH_MEETING, brought: { agenda: false, minutes: true, papers: [] } },
  ];
  for (const { meeting, brought } of acts)
    it(`are the same of both councils: ${meeting} with ${JSON.stringify(brought)}`, () => {
      const site = siteFor(narrowDrafts(whole, meeting, brought));
      const narrowed = narrowDrafts(opened().council, meeting, brought);
      const lazy = siteFor(narrowed);
      for (const fact of FACTS_FOR_PAGES) expect(plain(lazy.every(fact)), fact.name).toEqual(plain(site.every(fact)));
      expect(plain(lazy.meeting(meeting))).toEqual(plain(site.meeting(meeting)));
      for (const name of ["settings", "plans", "matters", "inspections", "forwardPlan"] as const)
        expect(plain(lazy.council[name]), name).toEqual(plain(site.council[name]));
      expect(presentOf(narrowed).measures(["files-checked"])).toEqual(
        presentOf(narrowDrafts(whole, meeting, brought)).measures(["files-checked"]),
      );
    });

  it("hold no word of another meeting's drafts", () => {
    const narrowed = narrowDrafts(opened().council, MARCH_MEETING, { agenda: false, minutes: true, papers: [] });
    expect(JSON.stringify(opened().council.meetings)).toContain(`${JUNE}/progress.md`);
    expect(JSON.stringify(narrowed.meetings)).not.toContain(`${JUNE}/progress.md`);
    const site = siteFor(narrowed);
    expect(JSON.stringify(FACTS_FOR_PAGES.map((fact) => site.every(fact)))).not.toContain("Progress with the plan");
  });
});

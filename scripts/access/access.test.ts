import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilWith, GOOD_COUNCIL, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import { renderSite } from "../site/render.ts";
import { Site } from "../site/site.ts";
import { draftCouncil } from "./admit-drafts.ts";
import { publicCouncil } from "./admit-issued.ts";
import { followUpsFrom, publicBusiness } from "./follow-ups.ts";
import { narrowDrafts } from "./narrow-drafts.ts";
import { measuresNow } from "./present.ts";

const read = (root: string): Council => {
  const { council } = loadCouncil(root, { drafts: true });
  if (!council) throw new Error("The council cannot be read");
  return council;
};

describe("what the public may know", () => {
  const council = read(GOOD_COUNCIL);

  it("is nothing of a meeting's papers before they are issued, though drafts were loaded", () => {
    const meeting = publicCouncil(council).meetings[0];
    expect(meeting).toMatchObject({ agenda: null, papers: [], minutes: null, packs: [] });
    expect(meeting?.living.value.place.name).toBe("Wick Hall");
  });

  it("leaves out figures and progress whose paper is not issued, and counts them", () => {
    const [plan] = publicCouncil(council).plans;
    expect(plan?.measures[0]).toMatchObject({ readings: [], readingsToFollow: 2 });
    expect(plan?.actions[0]).toMatchObject({ progress: [], progressToFollow: 1 });
  });

  it("has no forecast and no evidence that only an unissued paper gives", () => {
    expect(publicCouncil(council).inspections.flatMap(({ value }) => value.forecasts)).toEqual([]);
    expect(draftCouncil(council).inspections.flatMap(({ value }) => value.forecasts)).toHaveLength(1);
    const evidence = (of: ReturnType<typeof publicCouncil>) => of.plans[0]?.actions[0]?.evidence;
    expect(evidence(publicCouncil(council))).toEqual([]);
    expect(evidence(draftCouncil(council))).toHaveLength(1);
  });

  it("does not say what changed since a plan was endorsed before the minutes that endorsed it are issued", () => {
    expect(publicCouncil(council).plans[0]).toMatchObject({ changes: null });
    expect(publicCouncil(council).plans[0]?.endorsed).toBeUndefined();
    expect(draftCouncil(council).plans[0]).toMatchObject({ changes: [], endorsed: { version: "1.0" } });
  });

  it("leaves out what a figure was before where the paper that reported that is not issued", () => {
    const revision = (source: string) =>
      `, "revisions": [{ "value": 9, "on": "2026-05-01", "because": "Late." }, { "value": 8, "source": "${source}", "on": "2026-05-02", "because": "More." }]`;
    const { root, remove } = councilWith({
      file: "data/plans/wick-plan.json",
      find: '"value": 10, "source": "2026-03-02-panel/inspection#p1-2"',
      put: `"value": 10${revision("2026-03-02-panel/inspection#p1-2")}`,
    });
    const revisions = publicCouncil(read(root)).plans[0]?.measures[0]?.readings[0]?.revisions;
    const inPreview = draftCouncil(read(root)).plans[0]?.measures[0]?.readings[0]?.revisions;
    remove();
    expect(revisions?.map(({ value }) => value)).toEqual([9]);
    expect(inPreview?.map(({ value }) => value)).toEqual([9, 8]);
  });

  it("has no follow-up from minutes that are not issued", () => {
    expect(followUpsFrom(publicCouncil(council).meetings.map(publicBusiness), "2026-06-20")).toEqual([]);
  });

  it("does not open a body that was not admitted, whoever asks", () => {
    const { read: open } = publicCouncil(council);
    expect(() => open({ file: `${MARCH}/inspection.md` })).toThrow("was not admitted");
  });

  it("does not have the sample's own settings", () => {
    expect(publicCouncil(council).settings).not.toHaveProperty("sample");
  });
});

describe("an officer's preview", () => {
  let root: string;
  let remove: () => void;
  beforeAll(() => {
    ({ root, remove } = councilWith({
      file: `${MARCH}/inspection.md`,
      find: "access: public\nagendaItem",
      put: "access: exempt\nagendaItem",
    }));
  });
  afterAll(() => remove());

  it("shows drafts, each marked as one", () => {
    const meeting = draftCouncil(read(GOOD_COUNCIL)).meetings[0];
    expect(meeting).toMatchObject({ isDraft: true, agenda: { issuedAt: null } });
    expect(meeting?.papers.map((paper) => paper.issuedAt)).toEqual([null]);
  });

  it("shows nothing that is marked exempt, even by mistake under content/", () => {
    expect(draftCouncil(read(root)).meetings[0]?.papers).toEqual([]);
  });

  it("for a pack has drafts of that meeting alone", () => {
    const [march, june] = draftCouncil(
      narrowDrafts(read(GOOD_COUNCIL), "2026-03-02-panel", { agenda: true, minutes: false, papers: ["inspection"] }),
    ).meetings;
    expect(march?.papers).toHaveLength(1);
    expect(june?.papers).toEqual([]);
  });

  it("for a pack does not say what a figure was before by a paper that is neither issued nor in it", () => {
    const made = councilWith({
      file: "data/plans/wick-plan.json",
      find: '"value": 10, "source": "2026-03-02-panel/inspection#p1-2"',
      put: '"value": 10, "revisions": [{ "value": 9, "source": "2026-06-01-panel/progress", "on": "2026-05-02", "because": "More." }]',
    });
    const council = read(made.root);
    made.remove();
    const brought = { agenda: true, minutes: false, papers: ["inspection"] };
    const revisionsOf = (all: ReturnType<typeof measuresNow>) => all["files-checked"]?.readings[0]?.revisions.length;
    expect(revisionsOf(measuresNow(narrowDrafts(council, "2026-03-02-panel", brought)))).toBe(0);
    expect(revisionsOf(measuresNow(council))).toBe(1);
  });

  it("for a pack has no figure whose paper is neither issued nor in it", () => {
    const figures = (papers: string[]) =>
      measuresNow(narrowDrafts(read(GOOD_COUNCIL), "2026-03-02-panel", { agenda: true, minutes: false, papers }))[
        "files-checked"
      ]?.readings;
    expect(figures(["inspection"])?.map(({ value }) => value)).toEqual([10]);
    expect(figures([])).toEqual([]);
  });
});

describe("public outputs", () => {
  it("take nothing but a PublicCouncil: the whole council does not even compile", () => {
    const whole = read(GOOD_COUNCIL);
    // @ts-expect-error A Council is not a PublicCouncil; `tsc` fails where this line is no error any more.
    const render = () => renderSite(whole, { root: GOOD_COUNCIL });
    // @ts-expect-error Nor is a site made from one.
    const make = () => new Site(whole, () => "");
    expect([render, make]).toHaveLength(2);
  });
});

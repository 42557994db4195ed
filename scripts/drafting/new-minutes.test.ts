import { describe, expect, it } from "vitest";
import { councilWith, MARCH, makeEdit } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Committee } from "../model/committee.ts";
import type { Council, CouncilMeeting, Document, Snapshot } from "../model/council.ts";
import type { MissedClock } from "../model/record.ts";
import { newMinutes } from "./new-minutes.ts";

/** The fields of new minutes of the March meeting, once its papers were issued as `change` says. */
function minutesOf(
  change: (papers: NonNullable<CouncilMeeting["drafts"]>) => Partial<Record<keyof Snapshot, unknown>>,
) {
  const { root, remove } = councilWith();
  makeEdit(root, { file: `${MARCH}/minutes.md`, put: null });
  const council = loadCouncil(root, { drafts: true }).council as Council;
  const meeting = council.meetings[0] as CouncilMeeting;
  const papers = meeting.drafts as NonNullable<CouncilMeeting["drafts"]>;
  const { record, ...rest } = change(papers);
  const snapshot = {
    papers,
    ...rest,
    record: {
      kind: "agenda",
      issuedAt: "2026-02-23T10:00",
      missedClocks: [],
      withdrawn: [],
      papers: [],
      ...(record as object),
    },
  } as unknown as Snapshot;
  const { file } = newMinutes(
    council,
    { ...meeting, issued: [snapshot] },
    council.committees[0] as Document<Committee>,
  );
  remove();
  return file.fields as unknown as { items: { item: string; urgency?: string; resolutions?: unknown[] }[] };
}

describe("minutes of a meeting whose papers were issued", () => {
  it("want the chair's opinion for an item that came late, and for no other", () => {
    const missed = {
      clock: "agenda-open",
      items: ["inspection"],
      cure: "The chair's opinion.",
    } as unknown as MissedClock;
    const { items } = minutesOf(() => ({ record: { missedClocks: [missed] } }));
    expect(items.filter(({ urgency }) => urgency).map(({ item }) => item)).toEqual(["2"]);
    expect(items[1]?.urgency).toContain("[to be filled in: the chair's opinion");
    const { items: inTime } = minutesOf(() => ({}));
    expect(inTime.filter(({ urgency }) => urgency)).toEqual([]);
  });

  it("have no resolutions of a report that was withdrawn, although its draft is still there", () => {
    const withdrawn = (papers: NonNullable<CouncilMeeting["drafts"]>) => ({
      papers: { ...papers, reports: [] },
      record: { withdrawn: [{ id: "inspection", kind: "report", item: "2" }] },
    });
    expect(minutesOf(withdrawn).items[1]?.resolutions).toBeUndefined();
    expect(minutesOf(() => ({})).items[1]?.resolutions).toHaveLength(2);
  });
});

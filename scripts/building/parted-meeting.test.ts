import { rmSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { zstdDecompressSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { councilsToEdit } from "../edits/councils-to-edit.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council, CouncilMeeting, Positions } from "../model/council.ts";
import { openedMeeting, packedMeeting } from "./parted-meeting.ts";

/** Meetings with drafts, with papers that were issued, and with both. */
const { root, good, archive } = councilsToEdit(6);
afterAll(() => rmSync(root, { recursive: true }));
const meetings = [good, archive].flatMap((each) => (loadCouncil(each, { drafts: true }).council as Council).meetings);
const WHERE: Positions = new Map([["title", { line: 7, column: 3 }]]) as never;

function opened(bytes: Buffer, asked: string[] = []) {
  return openedMeeting<{ meeting: CouncilMeeting | null; problems: string[] }>(bytes, ({ file }) => {
    asked.push(file);
    return WHERE;
  });
}
/** All of a meeting but its lines and columns, as plain data. */
const plain = (meeting: unknown) =>
  JSON.parse(JSON.stringify(meeting, (name, value) => (name === "positions" ? undefined : toPlain(value))));
const toPlain = (value: unknown) => (value instanceof Map ? [...value] : value);

describe("a meeting that is kept in two parts", () => {
  it("is the meeting that was packed, with what was packed beside it", () => {
    expect(meetings.some(({ issued }) => issued.some(({ pageMaps }) => pageMaps.size > 0))).toBe(true);
    for (const meeting of meetings) {
      const found = opened(packedMeeting(meeting, { problems: ["one"] }));
      expect(plain(found.meeting)).toEqual(plain(meeting));
      expect(found.problems).toEqual(["one"]);
    }
  });

  it("has its blocks in the part that is opened when they are asked for", () => {
    const [meeting] = meetings.filter(({ drafts }) => drafts?.reports.length);
    const { meeting: first, large } = deserialize(packedMeeting(meeting ?? null, {})) as Record<string, Buffer>;
    const small = deserialize(zstdDecompressSync(first ?? "")) as { meeting: CouncilMeeting };
    expect(Object.keys(small.meeting.drafts?.reports[0]?.outline ?? {})).not.toContain("blocks");
    const found = opened(serialize({ meeting: first, large: Buffer.from("not to be opened") })).meeting;
    const outline = found?.drafts?.reports[0]?.outline;
    expect(outline?.words).toBe(meeting?.drafts?.reports[0]?.outline.words);
    expect(() => outline?.blocks).toThrow();
    const whole = opened(serialize({ meeting: first, large })).meeting?.drafts?.reports[0]?.outline;
    expect(whole?.blocks.length).toBeGreaterThan(0);
    expect(whole?.blocks).toBe(whole?.blocks);
  });

  it("looks for the lines of a document when they are asked for, and once", () => {
    const asked: string[] = [];
    const found = opened(packedMeeting(meetings[0] ?? null, {}), asked).meeting;
    expect(asked).toEqual([]);
    expect(found?.living.positions).toBe(WHERE);
    expect(found?.living.positions).toBe(WHERE);
    expect(asked).toEqual([meetings[0]?.living.file]);
  });

  it("may be none at all, where its folder could not be read", () => {
    expect(opened(packedMeeting(null, { problems: ["No meeting.md"] }))).toEqual({
      meeting: null,
      problems: ["No meeting.md"],
    });
  });
});

import { describe, expect, it } from "vitest";
import { marksIn, toBeFilledIn } from "./unfilled.ts";

describe("the mark of what is to be filled in", () => {
  it("is found where it was put, with what it wants", () => {
    const text = `Before. ${toBeFilledIn("the legal implications")} After.`;
    expect(marksIn(text)).toEqual([{ what: "the legal implications", at: 8 }]);
  });

  it("is found although an editor broke its line, or somebody changed its letters", () => {
    expect(marksIn("[to be\n  filled in: the\n  room]")).toEqual([{ what: "the room", at: 0 }]);
    expect(marksIn("[To be filled in: the room]")).toEqual([{ what: "the room", at: 0 }]);
    expect(marksIn("\\[to be filled in: the room\\]")).toMatchObject([{ at: 1 }]);
  });

  it("is found where its bracket was never closed, where it wants nothing, and where it is very long", () => {
    expect(marksIn("[to be filled in: the room\n\nMore.")).toEqual([{ what: "the room", at: 0 }]);
    expect(marksIn("[to be filled in]")).toEqual([{ what: "", at: 0 }]);
    expect(marksIn(`[to be filled in: ${"a".repeat(900)}]`)).toMatchObject([{ at: 0 }]);
  });

  it("is one mark, whatever it is asked to want", () => {
    const hostile = toBeFilledIn(`a [room] for\nmany, ${"and ".repeat(99)}`);
    expect(marksIn(hostile)).toHaveLength(1);
    expect(hostile).toMatch(/^\[to be filled in: a room for many, [a-z ]+\]$/);
  });

  it("is not found in words that only speak of filling in", () => {
    expect(marksIn("The form is to be filled in. [to be filed in: x] (to be filled in: y)")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { bodyHash, keptFields } from "./brought-in-before.ts";

const FILE = "content/meetings/2026/2026-12-14-cabinet/budget.md";
const GAP = "[to be filled in: who it is from]";
const report = (fields: string, body = "## The budget\n") => `---\n${fields}---\n${body}`;

describe("a report that is brought in again", () => {
  const before = report("title: The budget\nfrom: Director of Finance\nsummary: It is balanced.\n");
  const hash = bodyHash(before);

  it("keeps what an officer filled in where the file still says nothing, and says so", () => {
    const { fields, notes } = keptFields(FILE, before, hash, { title: "The budget", from: GAP });
    expect(fields).toEqual({ title: "The budget", from: "Director of Finance", summary: "It is balanced." });
    expect(notes).toEqual(["Kept, as it stood in the report: from, summary."]);
  });

  it("takes what the file says now, and says what stood there", () => {
    const { fields, notes } = keptFields(FILE, before, hash, {
      title: "The budget for 2027",
      from: "Director of Finance",
    });
    expect(fields.title).toBe("The budget for 2027");
    expect(notes).toContain("`title` is as the Word file says now; before it was: The budget.");
  });

  it("keeps no gap, at whatever depth", () => {
    const old = report(`contactOfficer:\n  role: "${GAP}"\n`);
    expect(keptFields(FILE, old, bodyHash(old), { title: "The budget" }).fields).toEqual({ title: "The budget" });
  });

  it("is refused where the report was rewritten since, or was never brought in, so that nothing typed is lost", () => {
    const rewritten = report("title: The budget\n", "## The budget\n\nA sentence of an officer's own.\n");
    expect(() => keptFields(FILE, rewritten, hash, {})).toThrow("was rewritten since it was brought in");
    expect(() => keptFields(FILE, before, null, {})).toThrow("was not brought in from a Word file");
  });
});

import { describe, expect, it } from "vitest";
import { balanced, drawn, factsOf, type TaggedMarks } from "./page-commands.ts";

const NONE: TaggedMarks = { numbers: new Set(), named: new Map() };
const told = (commands: string, marks: Parameters<typeof balanced>[1]) =>
  balanced(Buffer.from(commands, "latin1"), marks).toString("latin1").trim().split("\n").join(" ");

describe("a page that a council was sent", () => {
  it("closes the states that it opens, and no state that is the pack's", () => {
    expect(told("Q q 1 0 0 1 9 9 cm Q Q q q", "drop")).toBe("q 1 0 0 1 9 9 cm Q q q Q Q");
  });
  it("closes words and marks that it leaves open", () => {
    expect(told("/P <</MCID 0>> BDC BT (a) Tj", { ...NONE, numbers: new Set([0]) })).toBe(
      "/P <</MCID 0>> BDC BT (a) Tj ET EMC",
    );
    expect(told("EMC /Span BMC (a) Tj", "inside")).toBe("/Span BMC (a) Tj EMC");
  });
  it("loses all its marks where it has no tags, and no word", () => {
    expect(told("/P <</MCID 0>> BDC (a) Tj EMC /A MP /B /C DP (b) Tj", "drop")).toBe("(a) Tj (b) Tj");
  });
  it("keeps the marks that tags lead to, written out or by a name", () => {
    const marks = { numbers: new Set([3, 4]), named: new Map([["MC0", 4]]) };
    expect(told("/P <</Lang(cy)/MCID 3>> BDC (a) Tj EMC /P /MC0 BDC (b) Tj EMC", marks)).toBe(
      "/P <</Lang(cy)/MCID 3>> BDC (a) Tj EMC /P /MC0 BDC (b) Tj EMC",
    );
  });
  it("makes an artifact of a mark that no tag leads to: its number could be one of the pack's own", () => {
    expect(told("/P <</MCID 9>> BDC (a) Tj EMC", NONE)).toBe("/Artifact BMC (a) Tj EMC");
    const inside = told("/P <</MCID 1>> BDC /P <</MCID 9>> BDC (a) Tj EMC EMC", { ...NONE, numbers: new Set([1]) });
    expect(inside).toBe("/P <</MCID 1>> BDC (a) Tj EMC");
  });
  it("makes artifacts of words, pictures and lines that are in no mark, or in one that says nothing", () => {
    expect(told("BT (a) Tj ET /Im Do 0 0 m 9 9 l S", NONE)).toBe(
      "BT /Artifact BMC (a) Tj EMC ET /Artifact BMC /Im Do EMC /Artifact BMC 0 0 m 9 9 l S EMC",
    );
    expect(told("/Span BMC (a) Tj EMC", NONE)).toBe("/Span BMC /Artifact BMC (a) Tj EMC EMC");
  });
  it("draws a path that only cuts out as it is, with no mark inside it", () => {
    expect(told("0 0 9 9 re W n (a) Tj", NONE)).toBe("0 0 9 9 re W n /Artifact BMC (a) Tj EMC");
    expect(told("0 0 9 9 re W f", NONE)).toBe("/Artifact BMC 0 0 9 9 re W f EMC");
  });
  it("loses the marks of layers, all of which are shown, whether it has tags or not", () => {
    for (const marks of ["inside", "drop"] as const) expect(told("/OC /L1 BDC (a) Tj EMC", marks)).toBe("(a) Tj");
    expect(told("/OC /L1 BDC /Artifact BMC (a) Tj EMC EMC", NONE)).toBe("/Artifact BMC (a) Tj EMC");
  });
  it("takes brackets, commands and comments inside of words for words", () => {
    const words = "(a \\) Q EMC (b) % c) Tj <51> Tj [(Q) -120 (q)] TJ";
    expect(told(words, "drop")).toBe("(a \\) Q EMC (b) % c) Tj <51> Tj [(Q) -120 (q)] TJ");
  });
  it("loses what its program wrote beside the commands", () => {
    expect(told("% made by a clerk\nq % and Q\nQ", "drop")).toBe("q Q");
  });
  it("keeps what it does not know, and numbers that are written wrongly", () => {
    expect(told("--5 0 0 RG BX 1 foo EX .5 w", "drop")).toBe("--5 0 0 RG BX 1 foo EX .5 w");
  });
});

describe("a picture among a page's commands", () => {
  const picture = (entries: string, bytes: string) => `BI ${entries} ID ${bytes} EI Q (after) Tj`;

  it("ends after as many bytes as it says, whatever they look like", () => {
    const bytes = "Q EI Q BT (x) Tj EI q";
    const out = told(`q ${picture(`/W ${bytes.length} /H 1 /BPC 8 /CS /G`, bytes)}`, "drop");
    expect(out).toMatch(/^q BI .* ID [0-9a-f]+> EI Q \(after\) Tj$/);
    expect(Buffer.from(/ID ([0-9a-f]+)>/.exec(out)?.[1] ?? "", "hex").toString("latin1")).toBe(bytes);
    expect(out).toContain("/F/AHx");
  });
  it("ends where commands go on, where it is packed", () => {
    const bytes = "\x01 EI \xfe\xff\x00 EI nonsense EI \x80";
    expect(told(`q ${picture("/W 9 /H 9 /F /DCT", bytes)}`, "drop")).toContain(`ID ${bytes} EI Q (after) Tj`);
  });
  it("counts the bytes of each kind: masks, grey, three colours, four, and palettes", () => {
    for (const [entries, many] of [
      ["/W 9 /H 2 /IM true", 4],
      ["/W 3 /H 2 /BPC 4 /CS /G", 4],
      ["/Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB", 6],
      ["/W 1 /H 1 /BPC 8 /CS /CMYK", 4],
      ["/W 4 /H 1 /BPC 8 /CS [/I /RGB 1 <000000ffffff>]", 4],
    ] as const) {
      const bytes = " EI Q Q".slice(0, many).padEnd(many, "\x07");
      expect(told(`q ${picture(entries, bytes)}`, "drop"), entries).toMatch(/EI Q \(after\) Tj$/);
    }
  });
  it("is an artifact where it is in no mark", () => {
    expect(told("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", NONE)).toMatch(/^\/Artifact BMC BI .* EI EMC$/);
  });
  it("goes to the end of a page that breaks off in it", () => {
    expect(told("q BI /W 9 /H 9 /F /DCT ID \x01\x02", "drop")).toMatch(/^q BI .* Q$/s);
  });
});

describe("what a page says of itself", () => {
  const facts = (commands: string) => factsOf(Buffer.from(commands), new Map([["MC0", 7]]));

  it("is the numbers of its marks, and whether anything is outside of them", () => {
    expect([...facts("/P <</MCID 2>> BDC (a) Tj EMC /P /MC0 BDC EMC").numbers]).toEqual([2, 7]);
    expect(facts("/P <</MCID 2>> BDC (a) Tj EMC").drawsUnmarked).toBe(false);
    expect(facts("/Im0 Do").drawsUnmarked).toBe(true);
    expect(facts("EMC /Artifact BMC /Im0 Do EMC 0 0 9 9 re f").drawsUnmarked).toBe(false);
  });
  it("is whether it has words, which a string that looks like a command is not", () => {
    expect(drawn(Buffer.from("BT [(a)] TJ ET")).hasText).toBe(true);
    expect(drawn(Buffer.from("BT (a) ' ET")).hasText).toBe(true);
    expect(drawn(Buffer.from("/P <</Alt( Tj )>> BDC /Im0 Do EMC")).hasText).toBe(false);
    expect([...drawn(Buffer.from("/Im0 Do /A#20b Do")).pictures]).toEqual(["Im0", "A b"]);
  });
});

import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { asWord } from "./office-files.ts";
import { readWord } from "./read-word.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const RTF = "{\\rtf1\\ansi {\\b The budget}\\par The forecast is \\'a3169.3 million.\\par }";
const hasOffice = ["soffice", "libreoffice"].some((program) => spawnSync(program, ["--version"]).status === 0);

describe("a file of another program", () => {
  it("is left as it is where it is a Word file already", async () => {
    const word = bytes("PK");
    expect(await asWord("report.docx", word)).toBe(word);
    expect(await asWord("REPORT.DOCM", word)).toBe(word);
  });

  it("is refused with what to do where LibreOffice is not there", async () => {
    for (const name of ["report.odt", "report.RTF", "report.doc"])
      await expect(asWord(name, bytes("x"), ["no-such-program"])).rejects.toThrow(
        `${name} is no Word document of today's kind, and LibreOffice, which could make one of it, is not on this machine. Open it in Word, save it as a Word document (.docx), and import that`,
      );
  });

  it("is refused in words where the program fails, or makes nothing", async () => {
    await expect(asWord("report.odt", bytes("x"), ["false"])).rejects.toThrow(
      "report.odt could not be made a Word file",
    );
    await expect(asWord("report.odt", bytes("x"), ["true"])).rejects.toThrow(
      "report.odt could not be made a Word file",
    );
  });

  it.runIf(hasOffice)(
    "is made a Word file, and read as one",
    async () => {
      const made = await asWord("report.rtf", bytes(RTF));
      const read = await readWord({
        name: "report.rtf",
        bytes: made,
        accepted: ["properties"],
        yes: [],
        templates: [],
        committee: [],
        pictures: "report",
      });
      expect(read.problems).toEqual([]);
      expect(read.paper?.body).toContain("The forecast is £169.3 million.");
    },
    120_000,
  );
});

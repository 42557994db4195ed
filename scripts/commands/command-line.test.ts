import { describe, expect, it } from "vitest";
import { Refusal } from "../model/refusal.ts";
import { BENCH } from "./bench.ts";
import { BUILD, PREVIEW } from "./build.ts";
import { CHECK } from "./check.ts";
import { readCommandLine } from "./command-line.ts";
import { ISSUE } from "./issue.ts";

const COMMANDS = [BUILD, PREVIEW, CHECK, ISSUE, BENCH];
const read = (line: string) => readCommandLine(line.split(" "), COMMANDS);

/** What the program says to a line that it refuses, without where help is. */
function refusal(line: string): string {
  try {
    read(line);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.exitStatus).toBe(2);
    return error.message.split("\n")[0] ?? "";
  }
  return "";
}

describe("a command line", () => {
  it("names its command, with its options and the words after it, in any order", () => {
    expect(read("--root ../ours issue 2026-06-01-panel --kind agenda")).toMatchObject({
      command: ISSUE,
      words: ["2026-06-01-panel"],
      values: { root: "../ours", kind: "agenda" },
    });
    expect(read("bench --against Hugo --against Astro")?.values).toMatchObject({ against: ["Hugo", "Astro"] });
    expect(read("build --fresh")).toMatchObject({ command: BUILD, words: [], values: { fresh: true } });
  });

  it.each(["--help", "help", "check -h", "check --help --frsh"])("asks for help with `%s`", (line) => {
    expect(read(line)).toBeNull();
  });

  it("asks for help where it is empty", () => {
    expect(readCommandLine([], COMMANDS)).toBeNull();
  });

  it.each([
    ["buidl", "There is no command `buidl`. Is it `build`?"],
    ["swan", "There is no command `swan`."],
    ["build --frsh", "`build` takes no --frsh. Is it `--fresh`?"],
    ["build --swan", "`build` takes no --swan."],
    ["check --fresh", "`check` takes no --fresh: that is for `build` and `preview`."],
    ["check --frsh", "`check` takes no --frsh, and nor does any other. There is --fresh, for `build` and `preview`."],
    ["check 2026-06-01-panel", "`check` takes no words besides, and here is `2026-06-01-panel`."],
    ["build -x", "`build` takes no -x."],
    ["issue a --kind agenda --kind minutes", "--kind stands here twice, and only one can be meant."],
    ["build --root --fresh", "Option '--root' argument is ambiguous."],
    ["build --root", "Option '--root <value>' argument missing."],
    ["build --fresh=yes", "Option '--fresh' does not take an argument."],
  ])("is refused in words: `%s`", (line, words) => {
    expect(refusal(line)).toBe(words);
  });
});

/**
 * The list of Clear Days' commands, and the only file that prints or exits. `start.js` hands over to it. It reads the command line
 * by the options of all commands, runs the one that is named, and says what became of it.
 */
import { resolve } from "node:path";
import { BENCH } from "./commands/bench.ts";
import { BUILD, PREVIEW } from "./commands/build.ts";
import { CHECK } from "./commands/check.ts";
import { CLEAR_DAYS } from "./commands/clear-days.ts";
import type { Command, Terminal } from "./commands/command.ts";
import { type CommandLine, readCommandLine } from "./commands/command-line.ts";
import { DOCS } from "./commands/docs.ts";
import { ENDORSE } from "./commands/endorse.ts";
import { IMPORT } from "./commands/import.ts";
import { ISSUE } from "./commands/issue.ts";
import { NEW } from "./commands/new.ts";
import { PACK } from "./commands/pack.ts";
import { SOAK, TEST } from "./commands/run-tests.ts";
import { SAMPLE } from "./commands/sample.ts";
import { START } from "./commands/start.ts";
import { usage } from "./commands/usage.ts";
import { FINGERPRINT, VERIFY } from "./commands/verify.ts";
import { isCivilDate, isCivilDateTime } from "./model/civil.ts";
import { visible } from "./model/hidden-characters.ts";
import { Refusal } from "./model/refusal.ts";

/** In the order in which they are listed. A new one is one line here, and one in package.json. */
const COMMANDS: readonly Command[] = [
  START,
  TEST,
  SOAK,
  BUILD,
  PREVIEW,
  CHECK,
  NEW,
  ISSUE,
  VERIFY,
  FINGERPRINT,
  PACK,
  IMPORT,
  ENDORSE,
  CLEAR_DAYS,
  SAMPLE,
  BENCH,
  DOCS,
];

await main();

async function main(): Promise<void> {
  try {
    const line = readCommandLine(process.argv.slice(2), COMMANDS);
    if (!line) {
      console.log(usage(COMMANDS));
      return;
    }
    const { command, words, values } = line;
    const now = clock(values);
    process.exitCode = await command.run({
      root: resolve(values.root ?? "."),
      now,
      words,
      values,
      terminal: terminal(values.json ?? false),
    });
  } catch (error) {
    if (error instanceof Refusal) {
      console.error(visible(error.message));
      process.exitCode = error.exitStatus;
      return;
    }
    console.error("This is a fault of Clear Days, not of your files. Please report it with what follows:");
    console.error(error);
    process.exitCode = 3;
  }
}

/** What a person reads, or a program: steps stand on a terminal, and not in CI or where the output is read by a program. */
function terminal(asJson: boolean): Terminal {
  const tell = (lines: readonly string[]) => {
    for (const line of lines) console.log(visible(line));
  };
  const showsSteps = process.stderr.isTTY && !process.env.CI && !asJson;
  return {
    tell,
    show: (result, lines) => (asJson ? console.log(JSON.stringify(result, null, 2)) : tell(lines)),
    warn: (line) => console.error(visible(line)),
    fault: (error) => console.error(error),
    step: (step) => void (showsSteps && process.stderr.write(`\r\x1b[K${step}...\r`)),
    clear: () => void (process.stderr.isTTY && process.stderr.write("\r\x1b[K")),
  };
}

/** What the clocks should think, from `--now` or `--today`; undefined for the time it is. */
function clock({ now: moment, today }: CommandLine["values"]): string | undefined {
  const given = moment ?? (today ? `${today}T12:00` : undefined);
  if (given === undefined || (isCivilDateTime(given) && (!today || isCivilDate(today)))) return given;
  throw new Refusal(
    `${moment ? "--now" : "--today"} must be a ${moment ? "day and time like 2026-09-18T16:50" : "day like 2026-09-18"}.`,
    2,
  );
}

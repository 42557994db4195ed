/**
 * The list of Clear Days' commands, and the only file that prints or exits. `start.js` hands over to it. It reads the command line
 * by the options of all commands, runs the one that is named, and says what became of it.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BENCH } from "./commands/bench.ts";
import { BUILD, PREVIEW } from "./commands/build.ts";
import { CHECK } from "./commands/check.ts";
import { CLEAR_DAYS } from "./commands/clear-days.ts";
import { COMMON, type Command, type Terminal } from "./commands/command.ts";
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

const { positionals, values } = readArguments();
const { now: moment, today } = values;
const now = clock();

await main();

async function main(): Promise<void> {
  const [name = "help", ...words] = positionals;
  const command = COMMANDS.find((each) => each.name === name);
  if (!command || values.help) {
    console.log(usage(COMMANDS));
    process.exitCode = values.help || name === "help" ? 0 : 2;
    return;
  }
  try {
    process.exitCode = await command.run({
      root: resolve(values.root ?? "."),
      now,
      words,
      values,
      terminal: terminal(),
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
function terminal(): Terminal {
  const tell = (lines: readonly string[]) => {
    for (const line of lines) console.log(visible(line));
  };
  const showsSteps = process.stderr.isTTY && !process.env.CI && !values.json;
  return {
    tell,
    show: (result, lines) => (values.json ? console.log(JSON.stringify(result, null, 2)) : tell(lines)),
    warn: (line) => console.error(visible(line)),
    fault: (error) => console.error(error),
    step: (step) => void (showsSteps && process.stderr.write(`\r\x1b[K${step}...\r`)),
    clear: () => void (process.stderr.isTTY && process.stderr.write("\r\x1b[K")),
  };
}

/** Every command takes the options of all, so that none has to be known before the line is read. */
function readArguments() {
  const options: typeof COMMON = Object.assign({}, ...COMMANDS.map((command) => command.options), COMMON);
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(`${(error as Error).message.split(". ")[0]}.\n\n${usage(COMMANDS)}`);
    return process.exit(2);
  }
}

/** What the clocks should think, from `--now` or `--today`; undefined for the time it is. */
function clock(): string | undefined {
  const given = moment ?? (today ? `${today}T12:00` : undefined);
  if (given === undefined || (isCivilDateTime(given) && (!today || isCivilDate(today)))) return given;
  console.error(
    `${moment ? "--now" : "--today"} must be a ${moment ? "day and time like 2026-09-18T16:50" : "day like 2026-09-18"}.`,
  );
  return process.exit(2);
}

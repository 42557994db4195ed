/**
 * What a command is and what it is given. Each file of commands/ has one, or a family of them; cli.ts lists them, reads the command
 * line by their options, and does what they ask of the terminal. A command loads its own flow when it runs, so that `check` does
 * not wait for the browser's or the renderer's code.
 */
import type { ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "../model/refusal.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What every command takes. */
export const COMMON = {
  root: { type: "string" },
  out: { type: "string" },
  now: { type: "string" },
  today: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies Options;

/** What an officer reads and a program reads, while a command runs and when it is done. */
export interface Terminal {
  /** Lines, in which an officer's words may stand: nothing of them does anything to a terminal. */
  readonly tell: (lines: readonly string[]) => void;
  /** What a command came to: as JSON where that is asked for, as lines where it is not. */
  readonly show: (result: object, lines: readonly string[]) => void;
  /** A line that is no part of the result, whoever reads that. */
  readonly warn: (line: string) => void;
  /** A fault of ours, with its trace. */
  readonly fault: (error: unknown) => void;
  /** The step that begins now, in the place of the one before; nothing where no person reads. */
  readonly step: (step: string) => void;
  /** Takes the step away, where another line is to stand. */
  readonly clear: () => void;
}

/** What a command is run with. */
export interface Asked<Own extends Options> {
  /** The council's folder. */
  readonly root: string;
  /** What the clocks should think; undefined for the time it is. */
  readonly now: string | undefined;
  /** The words after the command's name. */
  readonly words: readonly string[];
  readonly values: ReturnType<typeof parseArgs<{ options: Own & typeof COMMON }>>["values"];
  readonly terminal: Terminal;
}

export interface Command<Own extends Options = Options> {
  readonly name: string;
  /** What it does, in the list of commands. */
  readonly about: string;
  /** What it takes beside what all take, as the usage says it. */
  readonly takes?: string;
  /** Whether words may stand after its name, such as a meeting's. */
  readonly takesWords?: true;
  /** Options that are its own. Two commands may have one of the same name and kind. */
  readonly options: Own;
  /** The exit status: 0 where all is well, 1 where a problem stops what was asked. Throws a Refusal for what it will not do. */
  run(asked: Asked<Own>): Promise<number>;
}

/** A command as it is listed: only it knows its own options. */
export function command<const Own extends Options>(made: Command<Own>): Command {
  return made as unknown as Command;
}

/** The meeting, or the plan, that the command line names. */
export function named(
  words: readonly string[],
  name: string,
  what = "meeting",
  example = "2026-09-28-cabinet",
): string {
  const [first, second] = words;
  if (!first) throw new Refusal(`Name the ${what}: npm run ${name} -- ${example}`, 2);
  if (second) throw new Refusal(`One at a time: \`${second}\` stands after \`${first}\`.`, 2);
  return first;
}

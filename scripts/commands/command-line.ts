/**
 * Reads a command line by the options of the command that it names. What that does not take is refused, with the nearest that
 * there is, and never passed over. Called by cli.ts.
 */
import { parseArgs } from "node:util";
import { nearest } from "../model/nearest.ts";
import { Refusal } from "../model/refusal.ts";
import { type Asked, COMMON, type Command } from "./command.ts";

export interface CommandLine {
  readonly command: Command;
  /** The words after the command's name. */
  readonly words: readonly string[];
  readonly values: Asked<Command["options"]>["values"];
}

/** Wrong usage, in words. */
function refusal(words: string): Refusal {
  return new Refusal(`${words}\n\`npm start -- --help\` lists every command with what it takes.`, 2);
}

/** The command line in `args`; null where it asks for help. Throws a Refusal for one that cannot be meant. */
export function readCommandLine(args: readonly string[], commands: readonly Command[]): CommandLine | null {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.assign({}, ...commands.map(({ options }) => options), COMMON),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
  const [name = "help", ...words] = positionals;
  if (name === "help" || given.some((each) => each.name === "help")) return null;
  const command = commands.find((each) => each.name === name);
  const names = commands.map((each) => each.name);
  if (!command) throw refusal(`There is no command \`${name}\`.${guessed(name, names)}`);
  const options: Command["options"] = { ...command.options, ...COMMON };
  for (const [at, { name: option, rawName }] of given.entries()) {
    const known = Object.hasOwn(options, option) ? options[option] : null;
    if (!known) throw refusal(notTaken(rawName, option, command, commands));
    if (!known.multiple && given.findIndex((each) => each.name === option) < at)
      throw refusal(`${rawName} stands here twice, and only one can be meant.`);
  }
  if (words.length > 0 && !command.takesWords)
    throw refusal(`\`${name}\` takes no words besides, and here is \`${words.join(" ")}\`.`);
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { command, words, values };
  } catch (error) {
    // Node says more in other sentences and lines.
    throw refusal(`${(error as Error).message.split(/\.\s/)[0]?.replace(/\.$/, "")}.`);
  }
}

function notTaken(rawName: string, option: string, command: Command, commands: readonly Command[]): string {
  const not = `\`${command.name}\` takes no ${rawName}`;
  const takers = (name: string) => listed(commands.filter(({ options }) => Object.hasOwn(options, name)));
  if (takers(option) !== "") return `${not}: that is for ${takers(option)}.`;
  const own = nearest(option, [...Object.keys(command.options), ...Object.keys(COMMON)]);
  if (own !== null) return `${not}. Is it \`--${own}\`?`;
  const other = nearest(
    option,
    commands.flatMap(({ options }) => Object.keys(options)),
  );
  return other === null ? `${not}.` : `${not}, and nor does any other. There is --${other}, for ${takers(other)}.`;
}

/** `build`, `preview` and `check`. */
function listed(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => `\`${name}\``);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function guessed(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  return guess === null ? "" : ` Is it \`${guess}\`?`;
}

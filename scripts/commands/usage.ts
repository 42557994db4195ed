/** What a person reads who asks how a command is called, or calls one that is none. Called by cli.ts. */
import type { Command } from "./command.ts";

/** As wide as a terminal that is not small. */
const WIDTH = 118;

export function usage(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Clear Days: council papers, issued lawfully.",
    "",
    ...commands.map(({ name, about }) => `  npm run ${name.padEnd(width)}  ${about}`),
    "",
    ...commands.flatMap(({ takes }) => (takes ? linesOf(`${takes}.`.replace(/\.\.$/, ".")) : [])),
    "Every command takes --root DIR, --out DIR, --now 2026-09-18T16:50 or --today 2026-09-18, and --json.",
  ].join("\n");
}

/** Words in lines that are no wider than they may be. */
function linesOf(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

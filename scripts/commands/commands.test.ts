import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../templating/environment.ts";
import type { Command } from "./command.ts";
import { usage } from "./usage.ts";

/** Every command that a file here has, whether or not it is listed. */
async function commandsHere(): Promise<Command[]> {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith(".test.ts"));
  const modules = await Promise.all(files.map((name) => import(join(import.meta.dirname, name)) as Promise<object>));
  const isCommand = (each: unknown): each is Command => typeof each === "object" && each !== null && "run" in each;
  return modules.flatMap((module) => Object.values(module).filter(isCommand));
}
const commands = await commandsHere();
const names = commands.map(({ name }) => name).sort();

describe("the commands", () => {
  it("are those of package.json, each of them once, but for the formatter", () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { scripts: object };
    expect(names).toEqual(
      Object.keys(scripts)
        .filter((name) => name !== "format")
        .sort(),
    );
  });

  it("are all listed by the program", () => {
    const { stdout } = spawnSync(process.execPath, [join(PROJECT, "scripts/cli.ts"), "--help"], { encoding: "utf8" });
    const listed = [...stdout.matchAll(/^ {2}npm run (\S+)/gm)].map(([, name = ""]) => name);
    expect(listed.sort()).toEqual(names);
  });

  it("agree on the kind of each option that more than one of them takes", () => {
    const kinds = new Map<string, string>();
    for (const { name, options } of commands)
      for (const [option, { type, multiple }] of Object.entries(options)) {
        const kind = `${type} ${multiple ?? false}`;
        expect(kind, `--${option} of ${name}`).toBe(kinds.get(option) ?? kind);
        kinds.set(option, kind);
      }
    expect(kinds.size).toBeGreaterThan(20);
  });

  it("say in the usage what they are about, in lines that a terminal has room for where they say what they take", () => {
    const text = usage(commands);
    for (const { name, about } of commands) expect(text).toMatch(new RegExp(`npm run ${name} +${about.slice(0, 20)}`));
    for (const { takes } of commands) expect(text.replaceAll("\n", " ")).toContain(takes ?? "");
    const taken = text.split("\n\n").at(-1)?.split("\n") ?? [];
    expect(taken.length).toBeGreaterThan(8);
    expect(taken.filter((line) => line.length > 118)).toEqual([]);
  });

  it("name in the usage no option that they do not take", () => {
    for (const { name, takes = "", options } of commands)
      for (const [, option = ""] of takes.matchAll(/--([a-z-]+)/g))
        expect(Object.keys(options), name).toContain(option);
  });
});

/** Asks a program of the machine for one line, such as its version. For the bench's rivals. */
import { spawnSync } from "node:child_process";

/** The first line that a program prints, or null where it cannot be run. */
export function said(program: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? (stdout.split("\n")[0] ?? "").trim() : null;
}

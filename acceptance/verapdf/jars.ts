/**
 * Where veraPDF's jars lie, and how they come there: by Maven, from pom.xml, which holds every version. Called by
 * verapdf.ts. .ci/run fetches them itself before the tests.
 */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROJECT } from "../../scripts/templating/environment.ts";

const POM = join(import.meta.dirname, "pom.xml");
const VERSION = /<verapdf\.version>([\d.]+)</.exec(readFileSync(POM, "utf8"))?.[1] ?? "";

/** The folder that pom.xml names. */
export const JARS = join(PROJECT, "node_modules/.cache/cleardays", `verapdf-${VERSION}`);

/** True where the jars are in `folder`. */
export function jarsAreIn(folder: string): boolean {
  return existsSync(join(folder, `greenfield-apps-${VERSION}.jar`));
}

/** Fetches the jars into `folder`, whole or not at all. Gives null where they are there then, else why they are not. */
export async function fetchJars(folder: string): Promise<string | null> {
  if (jarsAreIn(folder)) return null;
  const unfinished = `${folder}.${process.pid}`;
  try {
    const settings = ["--batch-mode", "--quiet", "--strict-checksums", `--file=${POM}`, `-Djars=${unfinished}`];
    await promisify(execFile)("mvn", [...settings, "dependency:copy-dependencies"], {
      shell: process.platform === "win32",
      timeout: 240_000,
    });
    if (!jarsAreIn(folder)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(unfinished, folder);
    }
    return null;
  } catch (error) {
    const { code, stdout = "", message } = error as { code?: unknown; stdout?: string; message: string };
    if (code === "ENOENT") return "its jars are not here, and there is no Maven (mvn) to fetch them";
    const said = stdout.split("\n").find((line) => line.includes("ERROR")) ?? message.split("\n")[0];
    return `Maven could not fetch its jars: ${said}`;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The Nu HTML checker over a folder of pages. It is a Java program, so it is run where there is a Java. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

/** Every message of the checker over the HTML files of `folder`, with file and line. */
export function nuFaults(folder: string): string[] {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const { stderr, error } = spawnSync(
    "java",
    ["-jar", jar, "--skip-non-html", "--also-check-svg", "--format", "json", folder],
    { encoding: "utf8", maxBuffer: 64_000_000 },
  );
  if (error) throw error;
  const { messages } = JSON.parse(stderr) as {
    messages: { type: string; url: string; lastLine: number; message: string }[];
  };
  return messages
    .filter(({ type }) => type !== "info")
    .map(({ url, lastLine, message }) => `${url.replace(/.*\/(?=[^/]+\/[^/]+$)/, "")}:${lastLine} ${message}`);
}

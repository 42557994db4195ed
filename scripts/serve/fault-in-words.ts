/** Says in words why a build failed, for the page and the terminal. Used by preview-session.ts. */
import { Refusal } from "../model/refusal.ts";
import { PROJECT } from "../templating/environment.ts";
import { causesOf } from "../templating/template-mistakes.ts";

/** As much of what a template engine or the system says as a page shows. */
const MOST = 1200;

/** The words of `error`, with files named from the council's folder. */
export function faultInWords(error: unknown, root: string): string {
  if (error instanceof Refusal)
    return error.problems.length === 0
      ? error.message
      : error.problems
          .map(
            ({ file, line, column, message, mend }) =>
              `${file}, line ${line}, character ${column}: ${message}\n${mend}`,
          )
          .join("\n\n");
  const words = causesOf(error)
    .map((each) => (each instanceof Error ? each.message : String(each)))
    .filter((each, at, all) => !all.slice(0, at).some((before) => before.includes(each)))
    .join("\n")
    .replaceAll(`${root}/`, "")
    .replaceAll(`${PROJECT}/`, "");
  return words.slice(0, MOST) || "Nothing was said about why.";
}

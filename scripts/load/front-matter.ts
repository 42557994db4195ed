/** Splits an officer's file into front matter and body, and refuses front matter that is code. */
import matter from "gray-matter";
import { type Parsed, parseYaml } from "./yaml.ts";

class CodeInFrontMatter extends Error {}

const refuseCode = () => {
  throw new CodeInFrontMatter();
};

/**
 * What gray-matter is given, always: without options it keeps a cache in which a malformed file comes back, the second
 * time, with no front matter at all; and its own `javascript` engine would run what stands after `---js`.
 */
const OPTIONS = {
  engines: {
    yaml: { parse: (source: string) => ({ source }), stringify: refuseCode },
    javascript: { parse: refuseCode, stringify: refuseCode },
    js: { parse: refuseCode, stringify: refuseCode },
    coffee: { parse: refuseCode, stringify: refuseCode },
    json: { parse: refuseCode, stringify: refuseCode },
  },
};

export interface SplitFile extends Parsed {
  readonly body: string;
  /** The line of the file that the body begins on, from 1. */
  readonly bodyLine: number;
}

/** The body of an officer's file that was read before, without making sense of its front matter again. */
export function bodyOf(text: string): string {
  return matter(plainLines(text), OPTIONS).content;
}

function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** Reads `text`, the content of `file`. Faults come back as problems. */
export function splitFrontMatter(text: string, file: string): SplitFile {
  const source = plainLines(text);
  const nothing = { value: {}, positions: new Map([["", [1, 1] as const]]), body: "", bodyLine: 1 };
  const problem = (rule: string, message: string, mend: string) => ({
    ...nothing,
    problems: [{ rule, severity: "error" as const, file, line: 1, column: 1, message, mend }],
  });

  if (!source.startsWith("---"))
    return problem(
      "front-matter",
      "The file has no front matter.",
      "Begin it with a line `---`, then the fields, then a line `---`.",
    );
  const language = source.slice(3, source.indexOf("\n")).trim();
  try {
    const { data, content, matter: raw } = matter(source, OPTIONS);
    if (language !== "" && language !== "yaml") throw new CodeInFrontMatter();
    if (!/\n---\s*(\n|$)/.test(source.slice(3)))
      return problem("front-matter", "The front matter is not closed.", "Put a line `---` after the last field.");
    const bodyLine = source.slice(0, source.length - content.length).split("\n").length;
    // What gray-matter passes on begins with the end of the first line.
    return { ...parseYaml(String(data.source ?? raw ?? ""), file, 1), body: content, bodyLine };
  } catch (error) {
    // A language that gray-matter does not know at all, such as TOML, is refused in the same words.
    if (!(error instanceof CodeInFrontMatter) && language === "") throw error;
    return problem(
      "code-in-front-matter",
      `The front matter is marked as ${language ? `\`${language}\`` : "code"}, which is never run.`,
      "Begin the file with a line `---` alone, and write the fields as `name: value`.",
    );
  }
}

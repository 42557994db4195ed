/**
 * Reads YAML (and JSON, which is YAML) into plain text values with the place of each. Every scalar stays the text that
 * was typed: no dates, no numbers, no booleans; the schemas say what each must be.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Positions } from "../model/council.ts";
import { hiddenCharacter } from "../model/hidden-characters.ts";
import type { Problem } from "../model/problem.ts";

export type Value = string | Value[] | { [key: string]: Value };

export interface Parsed {
  readonly value: Value;
  readonly positions: Positions;
  readonly problems: Problem[];
}

/**
 * Parses `source`, which begins on `firstLine` of `file`. Faults come back as problems; a document that cannot be read
 * comes back as an empty map.
 */
export function parseYaml(source: string, file: string, firstLine: number): Parsed {
  try {
    return parsePlain(source, file, firstLine);
  } catch (error) {
    // Nobody writes so many brackets inside each other; the parser runs out of room to follow them.
    if (!(error instanceof RangeError)) throw error;
    const [message, mend] = yamlWords("TOO_DEEP", "");
    const problem = {
      rule: "front-matter",
      severity: "error" as const,
      file,
      line: firstLine,
      column: 1,
      message,
      mend,
    };
    return { value: {}, positions: new Map([["", [firstLine, 1] as const]]), problems: [problem] };
  }
}

function parsePlain(source: string, file: string, firstLine: number): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(source, { schema: "failsafe", lineCounter: lines, keepSourceTokens: false });
  const positions = new Map<string, readonly [number, number]>();
  const problems: Problem[] = [];

  const placeAt = (offset: number): readonly [number, number] => {
    const { line, col } = lines.linePos(offset);
    return [Math.max(line, 1) + firstLine - 1, Math.max(col, 1)];
  };
  const report = (rule: string, offset: number, message: string, mend: string) => {
    const [line, column] = placeAt(offset);
    problems.push({ rule, severity: "error", file, line, column, message, mend });
  };

  // One tab makes the parser stumble over everything after it.
  const tab = document.errors.find((error) => error.code === "TAB_AS_INDENT");
  for (const error of tab ? [tab] : document.errors) {
    const isTooDeep = error.message.startsWith("Maximum call stack");
    const [message, mend] = yamlWords(isTooDeep ? "TOO_DEEP" : error.code, error.message);
    report("front-matter", error.pos[0], message, mend);
  }

  const noticeHidden = (words: string, offset: number) => {
    const hidden = hiddenCharacter(words);
    if (hidden) report("hidden-character", offset, hidden.message, hidden.mend);
  };

  const plain = (node: Node | null | undefined, path: string): Value => {
    if (node?.range) positions.set(path, placeAt(node.range[0]));
    if (isAlias(node)) {
      report(
        "front-matter",
        node.range?.[0] ?? 0,
        "A `*` reference to another value is not supported.",
        "Write the value out in full.",
      );
      return "";
    }
    if (isSeq(node)) return node.items.map((each, index) => plain(each as Node, join(path, index)));
    if (isMap(node)) {
      const result: { [key: string]: Value } = Object.create(null);
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : "";
        noticeHidden(name, (key as Node | null)?.range?.[0] ?? 0);
        const child = join(path, name);
        result[name] = plain(value as Node | null, child);
        const keyRange = (key as Node | null)?.range;
        if (keyRange) positions.set(`${child}/@key`, placeAt(keyRange[0]));
        if (!positions.has(child) && keyRange) positions.set(child, placeAt(keyRange[0]));
      }
      return result;
    }
    const words = isScalar(node) && node.value !== null ? String(node.value) : "";
    noticeHidden(words, node?.range?.[0] ?? 0);
    if (/^[“”‘’„].*[“”‘’]$/s.test(words) && node?.range)
      report(
        "front-matter",
        node.range[0],
        `The quotation marks around ${words} are curly, and would be read as part of the words.`,
        `Type straight ones: "${words.slice(1, -1)}".`,
      );
    return words;
  };

  const value = document.contents && document.errors.length === 0 ? plain(document.contents as Node, "") : {};
  if (!positions.has("")) positions.set("", [firstLine, 1]);
  return { value, positions, problems };
}

function join(path: string, step: string | number): string {
  return path === "" ? String(step) : `${path}/${step}`;
}

/** The parser's complaint, as an officer would be told it, and the mend. */
function yamlWords(code: string, message: string): [message: string, mend: string] {
  switch (code) {
    case "DUPLICATE_KEY":
      return ["The same field is given twice.", "Keep one of the two."];
    case "TOO_DEEP":
      return [
        "Values stand inside each other too deeply to be read.",
        "Take out the brackets, or the lines that indent.",
      ];
    case "TAB_AS_INDENT":
      return ["A tab is used to indent.", "Indent with spaces."];
    case "BAD_INDENT":
      return ["The indentation does not line up.", "Line up this field with the others of its list or group."];
    case "MISSING_CHAR":
      return ["A quotation mark or bracket is not closed.", "Close it, on the line where it was opened."];
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "UNEXPECTED_TOKEN":
      return [
        "This cannot be read as a field and its value.",
        "Put quotation marks around a value that holds a colon, a # or a bracket; check the line above as well.",
      ];
    default:
      return [`This cannot be read: ${message.split("\n")[0]}`, "Correct the line."];
  }
}

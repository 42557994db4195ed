/**
 * Goes once through the drawing commands of a printed page. What Chromium leaves unmarked becomes an artifact; glyphs
 * that it places one by one are joined into runs, each where it was put. A command it does not write is refused.
 */
import { NotUnderstood } from "../pdf/parse.ts";
import { TextRun, type Widths } from "./text-run.ts";

export interface DrawnPage {
  readonly content: string;
  /** The glyphs that each font of the page draws, by the font's name in the page's resources. */
  readonly glyphs: ReadonlyMap<string, ReadonlySet<number>>;
  /** Letters drawn as an empty box, as UTF-16 in hexadecimal; empty for one that only the font's own map can name. */
  readonly missing: ReadonlySet<string>;
  /** Marked pieces that draw something, by number, and whether there are words in them. */
  readonly marked: ReadonlyMap<number, { readonly hasWords: boolean }>;
}

const COPIED = new Set("q Q cm w J j M d i ri gs rg RG g G k K cs CS sc SC scn SCN Tr".split(" "));
const PATH = new Set("m l c v y h re W W*".split(" "));
const PAINT = new Set("f f* F S s B B* b b*".split(" "));
const ARTIFACT = "/Artifact BMC\n";
const END = "EMC\n";
const ACTUAL_TEXT = /^<<\/ActualText (?:<(?<hex>[0-9A-F]*)>|\((?<letters>(?:[ -'*-[\]-~]|\\[()\\])*)\)) >>$/;

/** Rewrites one page's commands. `decoration` holds the marked pieces that are lines and boxes, not words. */
export function rewritePage(
  text: string,
  widthsOf: (font: string) => Widths,
  decoration: ReadonlySet<number>,
): DrawnPage {
  const out: string[] = [];
  const glyphs = new Map<string, Set<number>>();
  const marked = new Map<number, { hasWords: boolean }>();
  const draws = (hasWords: boolean): void => {
    if (hasWords && marks > 0 && current === null) throw new NotUnderstood("words in a tag that only holds others");
    drewInMark = true;
    if (current !== null && !marked.get(current)?.hasWords) marked.set(current, { hasWords });
  };
  const run = new TextRun(out);
  let path = "";
  let marks = 0;
  let current: number | null = null;
  let textIsArtifact = false;
  let markBegan = 0;
  let depth = 0;
  let drewInMark = false;
  /** Marks inside the piece, which say what its glyphs stand for; an artifact stands for nothing. */
  const inner: { readonly actual: string; readonly isWritten: boolean }[] = [];
  const missing = new Set<string>();
  let used: Set<number> | null = null;
  const show = (hex: string): void => {
    // The first glyph of every font is the empty box for a letter that it does not have.
    if (run.show(hex, used)) missing.add(inner.at(-1)?.actual ?? "");
    draws(true);
  };

  const operands: (number | string)[] = [];
  let from = 0;
  let at = 0;
  const end = text.length;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 32) {
      at += 1;
      continue;
    }
    if (operands.length === 0) from = at;
    // A number: by far the most frequent thing there is.
    if ((code >= 48 && code <= 57) || code === 45 || code === 46) {
      const begin = at++;
      for (let next = text.charCodeAt(at); (next >= 48 && next <= 57) || next === 46; next = text.charCodeAt(at))
        at += 1;
      const value = Number(text.slice(begin, at));
      // A glyph placed by itself, `8.25 0 Td <0041> Tj`, is most of most pages, and is taken in one step.
      if (operands.length === 0 && text.startsWith(" 0 Td <", at)) {
        const close = text.indexOf(">", at);
        if (text.startsWith("> Tj\n", close)) {
          run.move(value, 0);
          show(text.slice(at + 7, close));
          at = close + 5;
          continue;
        }
      }
      operands.push(value);
      continue;
    }
    if (code === 60 && text.charCodeAt(at + 1) !== 60) {
      const close = text.indexOf(">", at);
      operands.push(text.slice(at + 1, close));
      at = close + 1;
      continue;
    }
    if (code === 47 || code === 60 || code === 91) {
      const close = operandEnd(text, at);
      operands.push(text.slice(at, close));
      at = close;
      continue;
    }
    const begin = at;
    while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 32) at += 1;
    const operator = text.slice(begin, at);
    switch (operator) {
      case "Tj":
        show(operands[0] as string);
        break;
      case "Td":
        run.move(operands[0] as number, operands[1] as number);
        break;
      case "Tm":
        run.place(operands as number[]);
        break;
      case "Tf": {
        const font = (operands[0] as string).slice(1);
        run.font(font, operands[1] as number, widthsOf(font));
        used = glyphs.get(font) ?? new Set();
        glyphs.set(font, used);
        break;
      }
      case "BT":
        textIsArtifact = marks === 0;
        out.push(textIsArtifact ? `${ARTIFACT}BT\n` : "BT\n");
        run.begin();
        break;
      case "ET":
        if (inner.length > 0) throw new NotUnderstood("a mark that goes on after its words");
        run.close();
        out.push(textIsArtifact ? `ET\n${END}` : "ET\n");
        textIsArtifact = false;
        break;
      case "BMC":
      case "BDC": {
        // Inside a piece, glyphs that a letter cannot be read from say it themselves.
        const actual = operator === "BMC" ? "" : actualText(operands[1] as string);
        if (actual !== undefined && (operator === "BDC" || operands[0] === "/ReversedChars")) {
          run.close();
          inner.push({ actual, isWritten: marks > 0 && current !== null });
          if (inner.at(-1)?.isWritten)
            out.push(operator === "BMC" ? `${operands[0]} BMC\n` : `${operands.join("")}BDC\n`);
          break;
        }
        if (operator === "BMC") throw new NotUnderstood("the drawing command `BMC`");
        const number = /^<<\/MCID (\d+) >>$/.exec(operands[1] as string)?.[1];
        if (!number || marks > 0 || inner.length > 0 || textIsArtifact) throw new NotUnderstood("a mark inside a mark");
        marks += 1;
        current = decoration.has(Number(number)) ? null : Number(number);
        markBegan = out.push(current === null ? ARTIFACT : `/P<</MCID ${current}>>BDC\n`) - 1;
        drewInMark = false;
        break;
      }
      case "EMC":
        if (inner.length > 0) {
          run.close();
          if (inner.pop()?.isWritten) out.push(END);
          break;
        }
        if (--marks < 0) throw new NotUnderstood("the end of a mark that did not begin");
        current = null;
        // A mark around nothing is content that no reader finds.
        if (drewInMark) out.push(END);
        else out[markBegan] = "";
        break;
      case "n":
        out.push(`${path}n\n`);
        path = "";
        break;
      case "Do":
      case "sh":
        draws(false);
        out.push(marks === 0 ? `${ARTIFACT}${text.slice(from, at)}\n${END}` : `${text.slice(from, at)}\n`);
        break;
      default:
        if (PATH.has(operator)) path += `${text.slice(from, at)}\n`;
        else if (PAINT.has(operator)) {
          draws(false);
          out.push(marks === 0 ? `${ARTIFACT}${path}${operator}\n${END}` : `${path}${operator}\n`);
          path = "";
        } else if (COPIED.has(operator)) {
          run.close();
          if (operator === "q") depth += 1;
          if (operator === "Q" && --depth < 0) throw new NotUnderstood("a page that ends what it did not begin");
          out.push(`${text.slice(from, at)}\n`);
        } else throw new NotUnderstood(`the drawing command \`${operator.slice(0, 20)}\``);
    }
    operands.length = 0;
  }
  if (marks !== 0 || inner.length > 0 || path !== "" || depth !== 0) throw new NotUnderstood("a page that breaks off");
  return { content: out.join(""), glyphs, marked, missing };
}

/** Where a name, dictionary or array that begins at `at` ends. */
function operandEnd(text: string, at: number): number {
  const close = { "/": /[\s/<[]/g, "<": /(?:\((?:[^\\()]|\\.)*\)|[^(])*?>>/sy, "[": /\]/g }[
    text[at] as "/" | "<" | "["
  ];
  close.lastIndex = at + 1;
  const found = close.exec(text);
  if (!found) throw new NotUnderstood("a page that breaks off");
  return text[at] === "/" ? found.index : close.lastIndex;
}

/** What glyphs stand for, as UTF-16 in hexadecimal. Chromium writes letters of ASCII as they are, `(ffi)`. */
function actualText(dictionary: string): string | undefined {
  const { hex, letters } = ACTUAL_TEXT.exec(dictionary)?.groups ?? {};
  if (letters === undefined) return hex;
  const plain = letters.replace(/\\(.)/g, "$1");
  return `FEFF${[...plain].map((letter) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")).join("")}`;
}

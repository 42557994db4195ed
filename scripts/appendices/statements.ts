/** Reads the drawing commands of a page or picture, whoever wrote them, one after the other. For page-commands.ts. */

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37]);

/** Every command there is, to tell where a picture's bytes end and commands go on. */
const COMMANDS = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i J j K k l M m MP n q Q re RG rg ri s S SC
   sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(/\s+/),
);

export interface Statement {
  /** The command; `EI` for a whole picture that is written among the commands. */
  readonly operator: string;
  readonly from: number;
  readonly to: number;
}

/** Each command with its operands. Text that is no command at the end is left out. */
export function* statements(text: string): Generator<Statement> {
  let from = -1;
  let at = 0;
  let picture = -1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (SPACE.has(code)) {
      at += 1;
      continue;
    }
    // What a program wrote beside its commands is nobody's.
    if (code === 37 && from < 0) {
      at = lineEnd(text, at);
      continue;
    }
    if (from < 0) from = at;
    if (code === 37) at = lineEnd(text, at);
    else if (code === 40) at = literalEnd(text, at);
    else if (code === 60 && text.charCodeAt(at + 1) !== 60) at = Math.max(at + 1, text.indexOf(">", at) + 1);
    else if (code === 47) at = wordEnd(text, at + 1);
    else if (DELIMITER.has(code)) at += 1;
    else {
      const end = wordEnd(text, at);
      const word = text.slice(at, end);
      at = end;
      if (/^[+-]*[\d.]/.test(word) || word === "true" || word === "false" || word === "null") continue;
      if (word === "BI") {
        picture = at;
        continue;
      }
      if (word === "ID" && picture >= 0) at = pictureEnd(text, at, text.slice(picture, at - 2));
      yield { operator: word === "ID" && picture >= 0 ? "EI" : word, from, to: at };
      picture = -1;
      from = -1;
    }
  }
}

function lineEnd(text: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.test(text) ? found.lastIndex : text.length;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !SPACE.has(text.charCodeAt(end)) && !DELIMITER.has(text.charCodeAt(end))) end += 1;
  return end;
}

function literalEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const letter = text[end];
    if (letter === "\\") end += 1;
    else if (letter === "(") depth += 1;
    else if (letter === ")" && --depth === 0) return end + 1;
  }
  return text.length;
}

/**
 * Past the `EI` that ends a picture whose bytes begin after `at`. Its bytes may hold `EI` too: where `entries` says how
 * many there are, they are counted; else the `EI` is the one after which commands go on.
 */
function pictureEnd(text: string, at: number, entries: string): number {
  const length = unpackedLength(entries);
  if (length !== null) {
    const counted = /^\s*EI(?![^\s\0/[(<])/.exec(text.slice(at + 1 + length, at + 21 + length));
    if (counted) return at + 1 + length + counted[0].length;
  }
  for (const wanted of [/[\s\0]EI(?=[\s\0]|$)/g, /EI(?=[\s\0]|$)/g]) {
    wanted.lastIndex = at;
    for (let found = wanted.exec(text); found; found = wanted.exec(text))
      if (goesOn(text.slice(wanted.lastIndex, wanted.lastIndex + 300))) return wanted.lastIndex;
  }
  return text.length;
}

/** True where commands follow, and not a picture's bytes. */
function goesOn(text: string): boolean {
  if (/[^\s\0\x20-\x7e]/.test(text.slice(0, 12))) return false;
  const { value } = statements(text).next();
  return value ? COMMANDS.has(value.operator) || value.operator === "EI" : text.trim() === "";
}

/**
 * A picture whose bytes could be taken for its end, written so that they cannot: programs that show packs guess where it
 * is. `command` is all of it, from `BI` to `EI`.
 */
export function plainPicture(command: string): string {
  const begins = /[\s\])>]ID[\s\0]/.exec(command);
  if (!begins) return command;
  const entries = command.slice(2, begins.index + 1);
  const from = begins.index + begins[0].length;
  const length = unpackedLength(entries);
  if (length === null || !command.slice(from, from + length).includes("EI")) return command;
  return `BI${entries}/F/AHx ID ${Buffer.from(command.slice(from, from + length), "latin1").toString("hex")}>\nEI`;
}

/** How many bytes a picture that is not packed has; null for others. */
function unpackedLength(entries: string): number | null {
  const entry = (names: string) => new RegExp(`/(?:${names})(?![A-Za-z])\\s*/?([^\\s/\\]<[]+)`).exec(entries)?.[1];
  if (/\/(?:F|Filter)\s*[/[]/.test(entries)) return null;
  const [width, height] = [Number(entry("W|Width")), Number(entry("H|Height"))];
  const isMask = entry("IM|ImageMask") === "true";
  const bits = isMask ? 1 : Number(entry("BPC|BitsPerComponent"));
  const space = entry("CS|ColorSpace");
  const many = { RGB: 3, DeviceRGB: 3, CMYK: 4, DeviceCMYK: 4, G: 1, DeviceGray: 1 }[space ?? ""];
  const parts = isMask || /\/(?:CS|ColorSpace)\s*\[\s*\/I/.test(entries) ? 1 : many;
  if (parts === undefined || !(width > 0) || !(height > 0) || !(bits > 0)) return null;
  return Math.ceil((width * parts * bits) / 8) * height;
}

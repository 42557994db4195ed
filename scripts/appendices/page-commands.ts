/**
 * Goes through the drawing commands of a page from elsewhere: closes what it leaves open, and takes its marks away where
 * they lead to no tags. Used for every page and picture of an appendix.
 */

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37]);

const SHOWS = new Set(["Tj", "TJ", "'", '"', "Do", "sh", "EI"]);
const PATH = new Set(["m", "l", "c", "v", "y", "h", "re", "W", "W*"]);
const PAINTS = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*"]);
const MARKS = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);

/**
 * The commands, with as many states closed as were opened. "keep" keeps the marks, and what is drawn outside of them
 * becomes an artifact, as readers take it to be; "drop" takes all marks away; "inside" keeps them and adds none.
 */
export function balanced(commands: Buffer, marks: "keep" | "drop" | "inside"): Buffer {
  const text = commands.toString("latin1");
  const out: string[] = [];
  let open = 0;
  let inMarks = 0;
  let pathFrom = -1;
  const isBare = () => marks === "keep" && inMarks === 0;
  for (const { operator, from, to } of statements(text)) {
    if (operator === "Q" && open === 0) continue;
    if (operator === "q") open += 1;
    if (operator === "Q") open -= 1;
    if (MARKS.has(operator) && marks === "drop") continue;
    if (operator === "BMC" || operator === "BDC") inMarks += 1;
    if (operator === "EMC" && --inMarks < 0) {
      inMarks = 0;
      continue;
    }
    const command = text.slice(from, to);
    if (isBare() && SHOWS.has(operator)) out.push(`/Artifact BMC\n${command}\nEMC`);
    else if (isBare() && PAINTS.has(operator) && pathFrom >= 0) {
      // No mark may stand between a path and what paints it.
      out.splice(pathFrom, 0, "/Artifact BMC");
      out.push(command, "EMC");
    } else out.push(command);
    if (!PATH.has(operator)) pathFrom = -1;
    else if (pathFrom < 0) pathFrom = out.length - 1;
  }
  out.push(...Array.from({ length: inMarks }, () => "EMC"), ...Array.from({ length: open }, () => "Q"));
  return Buffer.from(`${out.join("\n")}\n`, "latin1");
}

interface Statement {
  readonly operator: string;
  readonly from: number;
  readonly to: number;
}

/** Each command with its operands. Text that is no command at the end is left out. */
function* statements(text: string): Generator<Statement> {
  let from = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (SPACE.has(code)) {
      at += 1;
      continue;
    }
    if (from < 0) from = at;
    if (code === 37) {
      at = lineEnd(text, at);
    } else if (code === 40) at = literalEnd(text, at);
    else if (code === 60 && text.charCodeAt(at + 1) !== 60) at = Math.max(at + 1, text.indexOf(">", at) + 1);
    else if (code === 47) at = wordEnd(text, at + 1);
    else if (DELIMITER.has(code)) at += 1;
    else {
      const end = wordEnd(text, at);
      const word = text.slice(at, end);
      at = end;
      if (/^[+-]?[\d.]/.test(word) || word === "true" || word === "false" || word === "null") continue;
      if (word === "ID") at = inlinePictureEnd(text, at);
      if (word === "BI") continue;
      yield { operator: word === "ID" ? "EI" : word, from, to: at };
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

/** Past the `EI` that ends a picture written among the commands. */
function inlinePictureEnd(text: string, at: number): number {
  const end = /[\s]EI(?=[\s]|$)/g;
  end.lastIndex = at;
  return end.test(text) ? end.lastIndex : text.length;
}

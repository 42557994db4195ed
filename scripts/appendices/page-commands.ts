/**
 * Goes through the drawing commands of a page from elsewhere: closes what it leaves open, and takes its marks away where
 * they lead to no tags. Used for every page and picture of an appendix.
 */
import { plainPicture, type Statement, statements } from "./statements.ts";

const TEXT = new Set(["Tj", "TJ", "'", '"']);
const SHOWS = new Set([...TEXT, "Do", "sh", "EI"]);
const PATH = new Set(["m", "l", "c", "v", "y", "h", "re", "W", "W*"]);
const PAINTS = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*"]);

/** Marks of a page whose tags are taken over: the numbers that tags name, and numbers that a mark gives by a name. */
export interface TaggedMarks {
  readonly numbers: ReadonlySet<number>;
  readonly named: ReadonlyMap<string, number>;
}

/** What an open mark is: a piece that has tags, an artifact, anything else, or one that is not taken over. */
type Mark = "tag" | "artifact" | "other" | "gone";

/**
 * The commands, with as many states closed as were opened. With the page's marks, keeps those, and what is drawn outside
 * of them becomes an artifact, as readers take it to be; "drop" takes all marks away; "inside" keeps them and adds none.
 * Marks of layers are always taken away: all layers are shown.
 */
export function balanced(commands: Buffer, marks: TaggedMarks | "drop" | "inside"): Buffer {
  const text = commands.toString("latin1");
  const out: string[] = [];
  const open: Mark[] = [];
  let states = 0;
  let isInText = false;
  let pathFrom = -1;
  const isBare = () => typeof marks === "object" && !open.includes("tag") && !open.includes("artifact");
  for (const statement of statements(text)) {
    const { operator, from, to } = statement;
    let command = text.slice(from, to);
    if (operator === "Q" && states === 0) continue;
    if (operator === "q") states += 1;
    else if (operator === "Q") states -= 1;
    else if (operator === "BT") isInText = true;
    else if (operator === "ET") isInText = false;
    else if ((operator === "MP" || operator === "DP") && marks === "drop") continue;
    else if (operator === "BMC" || operator === "BDC") {
      const mark = markOf(command, marks, isBare());
      open.push(mark);
      if (mark === "gone") continue;
      if (mark === "artifact") command = "/Artifact BMC";
    } else if (operator === "EMC") {
      const closed = open.pop();
      if (closed === undefined || closed === "gone") continue;
    }
    if (operator === "EI") command = plainPicture(command);
    if (isBare() && SHOWS.has(operator)) out.push(`/Artifact BMC\n${command}\nEMC`);
    else if (isBare() && PAINTS.has(operator) && pathFrom >= 0) {
      // No mark may stand between a path and what paints it.
      out.splice(pathFrom, 0, "/Artifact BMC");
      out.push(command, "EMC");
    } else out.push(command);
    if (!PATH.has(operator)) pathFrom = -1;
    else if (pathFrom < 0) pathFrom = out.length - 1;
  }
  if (isInText) out.push("ET");
  for (const mark of open) if (mark !== "gone") out.push("EMC");
  for (; states > 0; states--) out.push("Q");
  return Buffer.from(`${out.join("\n")}\n`, "latin1");
}

function markOf(command: string, marks: TaggedMarks | "drop" | "inside", isBare: boolean): Mark {
  const { tag, number } = readMark(command, typeof marks === "object" ? marks.named : new Map());
  if (marks === "drop" || tag === "OC") return "gone";
  if (marks === "inside") return "other";
  if (tag === "Artifact") return "artifact";
  if (number === null) return "other";
  // A number that no tag knows would be taken for one of the pack's own.
  if (!marks.numbers.has(number)) return isBare ? "artifact" : "gone";
  return "tag";
}

function readMark(command: string, named: ReadonlyMap<string, number>): { tag: string; number: number | null } {
  const [, tag = "", rest = ""] = /\/([^\s/<[(]*)\s*([\s\S]*?)\s*B[DM]C$/.exec(command) ?? [];
  if (rest.startsWith("/")) return { tag, number: named.get(rest.slice(1)) ?? null };
  const number = /\/MCID\s*(\d+)/.exec(rest)?.[1];
  return { tag, number: number === undefined ? null : Number(number) };
}

/** What a page says of itself before its tags are read. */
export interface PageFacts {
  /** The numbers of its marks. */
  readonly numbers: ReadonlySet<number>;
  /** Whether words or pictures are on it that are in no mark at all. */
  readonly drawsUnmarked: boolean;
}

export function factsOf(commands: Buffer, named: ReadonlyMap<string, number>): PageFacts {
  const text = commands.toString("latin1");
  const numbers = new Set<number>();
  let marks = 0;
  let drawsUnmarked = false;
  for (const { operator, from, to } of statements(text)) {
    if (operator === "EMC") marks = Math.max(0, marks - 1);
    if (operator === "BMC" || operator === "BDC") {
      marks += 1;
      const { number } = readMark(text.slice(from, to), named);
      if (number !== null) numbers.add(number);
    }
    if (marks === 0 && SHOWS.has(operator)) drawsUnmarked = true;
  }
  return { numbers, drawsUnmarked };
}

/** The words' commands of a page or picture, and the names of the pictures that it draws. */
export function drawn(commands: Buffer): { hasText: boolean; pictures: ReadonlySet<string> } {
  const text = commands.toString("latin1");
  const pictures = new Set<string>();
  let hasText = false;
  for (const { operator, from, to } of statements(text)) {
    if (TEXT.has(operator)) hasText = true;
    if (operator === "Do") pictures.add(nameIn(text, { operator, from, to }));
  }
  return { hasText, pictures };
}

function nameIn(text: string, { from, to }: Statement): string {
  const name = /\/([^\s/<[(]+)\s*Do$/.exec(text.slice(from, to))?.[1] ?? "";
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

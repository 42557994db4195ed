/** What holds of every Word file that something went wrong with: it is refused in words, or nothing in its paper came from nowhere. */
import { strFromU8, unzipSync } from "fflate";
import { readBytes } from "./made-word.ts";
import { mutatedWord } from "./mutated-word.ts";

export interface Mutated {
  readonly seed: number;
  /** The rules by which it was refused, or `paper`. */
  readonly outcome: string;
  /** What should not have been; empty where all is well. */
  readonly faults: readonly string[];
  readonly milliseconds: number;
}

const SLOWEST = 5_000;
const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** A number, a letter or a Roman number, as numbering makes them. */
const LABEL = /^(\d+|[ivxlcdm]+|([a-z])\2*)$/i;

/** Reads the mutated file of a seed. */
export async function readMutated(seed: number): Promise<Mutated> {
  const { bytes, accepts } = mutatedWord(seed);
  const began = performance.now();
  const done = (outcome: string, faults: readonly string[]): Mutated => {
    const milliseconds = performance.now() - began;
    const slow = milliseconds > SLOWEST ? [`it took ${Math.round(milliseconds)} milliseconds`] : [];
    return { seed, outcome, faults: [...faults, ...slow], milliseconds };
  };
  try {
    const { paper, problems } = await readBytes(bytes, accepts ? ["changes"] : []);
    if (paper)
      return done("paper", [
        ...fromNowhere(paper.body, bytes, accepts),
        ...(problems.length > 0 ? ["a paper with problems"] : []),
      ]);
    const bare = problems.filter(
      ({ rule, message, mend, line }) =>
        !/^word-[a-z-]+$/.test(rule) || message.length < 20 || mend.length < 10 || !(line >= 1),
    );
    return done(problems[0]?.rule ?? "nothing", [
      ...(problems.length === 0 ? ["neither a paper nor a problem"] : []),
      ...bare.map(({ rule, message }) => `a problem without words: ${rule} ${message}`),
    ]);
  } catch (error) {
    return done("thrown", [`it threw ${(error as Error).stack ?? error}`]);
  }
}

/** The words of a paper that its file does not hold, or holds less often; read from the file's text by nothing of ours. */
export function fromNowhere(body: string, bytes: Uint8Array, isJoined: boolean): string[] {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const read = (of: (xml: string) => string) =>
    parts.map(([name, part]) => textOf(of(strFromU8(part)), isJoined, name)).join("\n");
  // What only old programs show, and what stands among properties, may come between two halves of a word.
  const texts = [read((xml) => xml), read((xml) => xml.replace(/<(mc:Fallback|w:rPr)>[\s\S]*?<\/\1>/g, ""))];
  const labels = parts.flatMap(([name, part]) =>
    /numbering/.test(name) ? wordsIn(attributes(strFromU8(part), "w:lvlText w:val")) : [],
  );
  const led = [...body.matchAll(/\]\(((?!report-\d|#)[^)\s]+)\)/g)].map(([, address = ""]) => address);
  const faults = led
    .filter((address) => !texts.some((text) => text.includes(address)))
    .map((address) => `a link leads to ${address}`);
  const counts = new Map<string, number>();
  for (const word of wordsIn(plain(body))) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) {
    if (LABEL.test(word) || labels.includes(word)) continue;
    const held = Math.max(...texts.map((text) => text.split(word).length - 1));
    if (held < count) faults.push(`"${word}" stands ${count} times in the paper and ${held} times in the file`);
  }
  return faults;
}

function textOf(xml: string, isJoined: boolean, name: string): string {
  const texts = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:p>|<w:(br|tab|cr|footnoteReference|sym)\b/g)];
  const words = texts
    .map(([whole, text, sign]) => text ?? (sign === "sym" ? "α" : isJoined && whole === "</w:p>" ? "" : "\n"))
    .join("");
  return unescaped(
    `${words}\n${attributes(xml, "descr")}\n${/rels$/.test(name) ? attributes(xml, "Target") : ""}\n${attributes(xml, "w:anchor")}`,
  );
}

function attributes(xml: string, name: string): string {
  return [...xml.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].map(([, value]) => value).join("\n");
}

/** Markdown without what is not words: pictures' files, and where links lead. */
function plain(body: string): string {
  return unescaped(
    body.replace(/\]\([^)\s]+\)/g, "] ").replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
  ).replace(/[₀-₉⁰-⁹¹²³]/g, (sign) => sign.normalize("NFKC"));
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => SIGNS[name] as string);
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

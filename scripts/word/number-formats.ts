/** A count written as Word writes it: 4, iv, D, dd, fourth. Called by numbering.ts. */

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, "0"),
  lowerRoman: roman,
  upperRoman: (count) => roman(count).toUpperCase(),
  lowerLetter: letter,
  upperLetter: (count) => letter(count).toUpperCase(),
  ordinal: (count) => `${count}${suffix(count)}`,
  cardinalText: (count) => capital(cardinal(count)),
  ordinalText: (count) => capital(ordinal(count)),
  numberInDash: (count) => `- ${count} -`,
  decimalEnclosedParen: (count) => `(${count})`,
  none: () => "",
  bullet: () => "",
};

/** `count` in one of Word's formats, by the name in the file; null for a format that is not known here. */
export function inFormat(format: string, count: number): string | null {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return write ? write(count) : null;
}

function roman(count: number): string {
  let left = count;
  let written = "";
  for (const [value, sign] of ROMAN)
    while (left >= value && written.length < 40) {
      written += sign;
      left -= value;
    }
  return written;
}

/** a to z, then aa, bb, as Word counts on: not aa, ab. */
function letter(count: number): string {
  if (count < 1) return "";
  const index = (count - 1) % 26;
  return String.fromCharCode(97 + index).repeat(Math.min(30, Math.floor((count - 1) / 26) + 1));
}

function suffix(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][count % 10] ?? "th";
}

function cardinal(count: number): string {
  if (count < 20) return ONES[count] ?? String(count);
  if (count < 100) return `${TENS[Math.floor(count / 10)]}${count % 10 ? `-${ONES[count % 10]}` : ""}`;
  if (count < 1000) return `${ONES[Math.floor(count / 100)]} hundred${count % 100 ? ` ${cardinal(count % 100)}` : ""}`;
  return String(count);
}

function ordinal(count: number): string {
  if (count >= 1000) return `${count}${suffix(count)}`;
  const words = cardinal(count);
  const [last = ""] = /[a-z]+$/.exec(words) ?? [];
  const as = ORDINALS[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, words.length - last.length) + as;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The kinds of object that a PDF is made of, and their text as a file has it. For everything in pdf/ and printing/. */

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string of bytes, one a character; what they mean depends on where the string stands. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** An object of the file, by its number. */
export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export type PdfDict = Map<string, PdfObject>;

export class PdfStream {
  readonly dict: PdfDict;
  /** As the file holds them: packed, where `dict` has a filter. */
  readonly bytes: Uint8Array;
  constructor(dict: PdfDict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfStream
  | readonly PdfObject[]
  | PdfDict;

/** A dictionary from plain keys; what is undefined is left out. */
export function dict(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDict {
  const made: PdfDict = new Map();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) made.set(key, value);
  return made;
}

export function name(text: string): PdfName {
  return new PdfName(text);
}

/** Words for people to read, as a string object: Latin letters as they are, all others as UTF-16. */
export function textString(words: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(words)) return new PdfString(words);
  const bytes = Buffer.from(`\ufeff${words}`, "utf16le").swap16();
  return new PdfString(bytes.toString("latin1"));
}

/** The words of a string object. */
export function textOf({ bytes }: PdfString): string {
  if (!bytes.startsWith("\xfe\xff")) return bytes;
  return Buffer.from(bytes.slice(2, 2 + ((bytes.length - 2) & ~1)), "latin1")
    .swap16()
    .toString("utf16le");
}

/** A number as PDF has it: no exponent, and five places at most, which is far below what any device can show. */
export function numberText(value: number): string {
  if (!(Math.abs(value) < 1e15)) throw new Error(`${value} is no number of a PDF`);
  if (Number.isInteger(value)) return String(value);
  const text = value.toFixed(5).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text.replace(/^(-?)0\./, "$1.");
}

export function nameText(text: string): string {
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
}

export function stringText(bytes: string): string {
  if (/[^\x20-\x7e]/.test(bytes)) return `<${Buffer.from(bytes, "latin1").toString("hex")}>`;
  return `(${bytes.replace(/[\\()]/g, "\\$&")})`;
}

/** The object as text. A stream cannot stand inside another object, and is not written here. */
export function objectText(object: PdfObject): string {
  if (object === null) return "null";
  if (typeof object === "number") return numberText(object);
  if (typeof object === "boolean") return String(object);
  if (object instanceof PdfName) return nameText(object.name);
  if (object instanceof PdfRef) return `${object.number} 0 R`;
  if (object instanceof PdfString) return stringText(object.bytes);
  if (object instanceof Map) {
    let text = "<<";
    for (const [key, value] of object) text += nameText(key) + spaced(objectText(value));
    return `${text}>>`;
  }
  if (object instanceof PdfStream) throw new Error("A stream stands only as an object of its own");
  return `[${object.map(objectText).reduce((text, each) => text + (text ? spaced(each) : each), "")}]`;
}

/** With a space before it, where it would otherwise run into what stands before. */
function spaced(text: string): string {
  return /^[/[(<]/.test(text) ? text : ` ${text}`;
}

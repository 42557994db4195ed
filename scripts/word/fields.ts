/**
 * Word's fields, which show a result and hold an instruction that nobody sees. Followed as a story is read, since a field may
 * begin in one paragraph and end in another. Called by survey.ts and visible-words.ts.
 */
import { damaged } from "./unreadable.ts";
import { child, childrenOf, type Element, toggle, val } from "./xml.ts";

interface Field {
  instruction: string;
  isInResult: boolean;
  readonly form: Element | undefined;
}

/** Word allows 20 fields inside each other. */
const DEEPEST = 50;

/** Fields that show nothing, by the first word of their instruction. */
const SILENT = /^(XE|TC|TA|RD|SET|ASK|PRIVATE|NOTEREF|BIBLIOGRAPHY|HYPERLINK|TOC|)$/;

export class Fields {
  private readonly open: Field[] = [];

  /** Whether text that stands here is seen: no field that it is in is still at its instruction. */
  get isSeen(): boolean {
    return this.open.every(({ isInResult }) => isInResult);
  }

  /** Whether text that stands here is part of a table of contents. */
  get isContents(): boolean {
    return this.open.some(({ instruction }) => /^\s*TOC\b/i.test(instruction));
  }

  /** Where text that stands here leads. */
  get link(): string | null {
    for (const { instruction } of this.open.toReversed()) {
      const link = linkOf(instruction);
      if (link !== null) return link;
    }
    return null;
  }

  instruct(words: string): void {
    const field = this.open.at(-1);
    if (field && !field.isInResult) field.instruction += words;
  }

  /**
   * Follows a field's mark. Returns what its end shows that the file does not hold as text: the words of a form's choice, or
   * the instruction of a field that has no result.
   */
  mark(element: Element): { readonly words?: string; readonly empty?: string } | null {
    const type = element.attributes["w:fldCharType"];
    if (type === "begin" && this.open.length >= DEEPEST)
      throw damaged("its fields stand deeper in each other than any");
    if (type === "begin") this.open.push({ instruction: "", isInResult: false, form: child(element, "w:ffData") });
    else if (type === "separate") {
      const field = this.open.at(-1);
      if (field) field.isInResult = true;
    } else if (type === "end") {
      const field = this.open.pop();
      if (!field) return null;
      const [name = ""] = field.instruction.trim().split(/\s+/);
      const chosen = formWords(name.toUpperCase(), field.form);
      if (chosen !== null) return { words: chosen };
      if (!field.isInResult && this.isSeen && !SILENT.test(name.toUpperCase()))
        return { empty: field.instruction.trim() };
    }
    return null;
  }
}

/** Where the instruction of a field leads: an address, `#` and a bookmark, or null. */
export function linkOf(instruction: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))/i.exec(instruction) ?? [];
  const [, place] = /^\s*HYPERLINK\b.*\\l\s+"([^"]*)"/i.exec(instruction) ?? [];
  const address = quoted ?? bare;
  if (address === undefined) return place === undefined ? null : `#${place}`;
  return place === undefined ? address : `${address}#${place}`;
}

function formWords(name: string, form: Element | undefined): string | null {
  if (name === "FORMDROPDOWN") {
    const list = child(form, "w:ddList");
    const chosen = Number(val(list, "w:result") ?? val(list, "w:default") ?? 0);
    return childrenOf(list, "w:listEntry")[chosen]?.attributes["w:val"] ?? "";
  }
  if (name === "FORMCHECKBOX") {
    const box = child(form, "w:checkBox");
    return (toggle(box, "w:checked") ?? toggle(box, "w:default")) ? "☒" : "☐";
  }
  return null;
}

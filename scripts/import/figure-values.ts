/** A figure as officers write it in a spreadsheet: one meaning, or a refusal that says what to write. For figures.ts. */
import { decimal } from "../model/fields.ts";
import type { Separator } from "./csv-table.ts";
import type { Heard, Refused } from "./heard.ts";

export interface Value {
  /** The figure as plans have it: `1234`, `-2.5`, without needless noughts. */
  readonly value: string;
  readonly approximate: boolean;
}

const NO_FIGURE = /^([-–—]|n\/a|\.\.)?$/i;
const GROUPS = /^\d{1,3}((,\d{3})+|([ \u00a0\u2009\u202f]\d{3})+)(\.\d+)?$/;

/** The figure in `text`, of a measure counted in `unit`; null where the cell says that there is none. */
export function readValue(text: string, unit: string, separator: Separator): Heard<Value | null> {
  if (NO_FIGURE.test(text)) return { value: null };
  if (/^[=@]|^[+-][a-z(]/i.test(text))
    return {
      message: "is a formula.",
      mend: "Copy the cells and paste their values, then export the file again.",
    };
  if (/^#/.test(text))
    return {
      message: "is what Excel shows where it has no result, or no room for it.",
      mend: "Correct the sheet, or leave the cell blank; then export the file again.",
    };
  const about = /^(c\.|about\b|~)\s*/i.exec(text)?.[0] ?? "";
  const bare = withoutUnit(text.slice(about.length), unit);
  if ("mend" in bare) return bare;
  const figure = plainFigure(bare.value, unit, separator);
  return "mend" in figure ? figure : { value: { value: figure.value, approximate: about !== "" } };
}

/** What is left without a per cent sign or a pound sign, which must be the measure's own. */
function withoutUnit(text: string, unit: string): Heard<string> {
  const [percent, pound] = [/\s*%$/.exec(text)?.[0], /^-?£/.test(text)];
  if (percent && unit !== "%") return wrongUnit("per cent", unit);
  if (pound && !unit.includes("£")) return wrongUnit("pounds", unit);
  return { value: text.slice(0, text.length - (percent?.length ?? 0)).replace(/^(-?)£/, "$1") };
}

function wrongUnit(what: string, unit: string): Refused {
  return {
    message: `is in ${what}, and this measure is counted in ${unit}.`,
    mend: "Write the number alone if it is in the measure's unit; otherwise look whether it stands in the right place.",
  };
}

/** The number with a full stop and nothing between its thousands. */
function plainFigure(text: string, unit: string, separator: Separator): Heard<string> {
  const [sign, digits] = text.startsWith("-") ? ["-", text.slice(1)] : ["", text];
  const isGrouped = GROUPS.test(digits);
  if (digits.includes(",") && (!isGrouped || isDoubtful(digits, unit, separator))) return comma(text);
  const plain = isGrouped ? digits.replace(/[^\d.]/g, "") : digits;
  if (!/^\d+(\.\d+)?$/.test(plain))
    return {
      message: "cannot be read as a figure.",
      mend: "Write a number, such as 61, -2.5, 1,234 or about 15; leave the cell blank where there is no figure.",
    };
  const whole = plain.replace(/^0+(?=\d)/, "");
  const short = whole.includes(".") ? whole.replace(/\.?0+$/, "") : whole;
  const value = short === "0" ? "0" : `${sign}${short}`;
  const { error } = decimal().safeParse(value);
  return error
    ? { message: "has more digits than a figure may have.", mend: "Round it: at most twelve digits and six decimals." }
    : { value };
}

/**
 * Whether one comma may stand for a decimal point though three digits follow it: after a nought, of a share of a hundred,
 * or in a file with semicolons, which is what a spreadsheet writes where the comma is the decimal point.
 */
function isDoubtful(digits: string, unit: string, separator: Separator): boolean {
  const hasOne = digits.indexOf(",") === digits.lastIndexOf(",") && !digits.includes(".");
  return digits.startsWith("0") || (hasOne && (unit === "%" || separator === ";"));
}

function comma(text: string): Refused {
  const message = "has a comma that may stand for a decimal point, or for thousands.";
  if (!/^-?\d+,\d+$/.test(text)) return { message, mend: "Write the number without commas." };
  const [point, whole] = [text.replace(",", "."), text.replace(",", "")];
  return { message, mend: /^-?0/.test(text) ? `Write ${point}.` : `Write ${point} or ${whole}.` };
}

/**
 * Writes front matter as an officer would type it, one field a line, much faster than a YAML library does: an archive has
 * a hundred thousand files of it. Called by what makes up the archive of the bench.
 */

/** A value that front matter can hold. Fields that are undefined are left out. */
export type MatterValue =
  | string
  | number
  | readonly MatterValue[]
  | { readonly [field: string]: MatterValue | undefined };

/** A file with this front matter and body. */
export function matterText(matter: Readonly<Record<string, MatterValue | undefined>>, body = ""): string {
  return `---\n${fields(matter, "")}---\n${body}${body === "" || body.endsWith("\n") ? "" : "\n"}`;
}

function fields(matter: Readonly<Record<string, MatterValue | undefined>>, indent: string): string {
  let text = "";
  for (const [name, value] of Object.entries(matter))
    if (value !== undefined) text += `${indent}${name}:${after(value, indent)}`;
  return text;
}

/** What stands after the colon of a field, with the end of its line. */
function after(value: MatterValue, indent: string): string {
  if (typeof value !== "object") return ` ${scalar(value)}\n`;
  if (isList(value)) {
    if (value.length === 0) return " []\n";
    if (value.every((each) => typeof each !== "object"))
      return ` [${value.map((each) => JSON.stringify(each)).join(", ")}]\n`;
    return `\n${value.map((each) => listed(each, `${indent}  `)).join("")}`;
  }
  return `\n${fields(value, `${indent}  `)}`;
}

function listed(value: MatterValue, indent: string): string {
  if (typeof value !== "object" || isList(value)) return `${indent}-${after(value, indent)}`;
  return `${indent}- ${fields(value, `${indent}  `).slice(indent.length + 2)}`;
}

function isList(value: MatterValue): value is readonly MatterValue[] {
  return Array.isArray(value);
}

/** Plain where nothing in it could mean anything else, in quotation marks otherwise. */
function scalar(value: string | number): string {
  const text = String(value);
  return /^(\p{L}[\p{L}\p{N} ,.’()/-]*[\p{L}\p{N}.)]|\d{4}-\d\d-\d\d)$/u.test(text) ? text : JSON.stringify(text);
}

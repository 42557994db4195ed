/** What a form of the desk says of an import: the file that it brings, and its fields. Called by bring-in.ts. */
import { visible } from "../model/hidden-characters.ts";
import { ACCEPTED, type Accepted } from "../word/imported-word.ts";
import { RefusedRequest } from "./write-guards.ts";

const SHORT_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Files of a meeting's folder that are no reports. */
const TAKEN = ["agenda", "meeting", "minutes"];

export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isPdf: boolean;
}

/** The Word file or the PDF of a form; null where it brings none. Refused in words where it is neither, by its name, or empty. */
export async function fileOf(form: FormData): Promise<BroughtFile | null> {
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return null;
  const name = visible(file.name.split(/[\\/]/).at(-1) ?? "");
  const kind = /.\.(docx|pdf)$/i.exec(name)?.[1]?.toLowerCase();
  if (!kind)
    throw new RefusedRequest(
      400,
      "Choose a Word file whose name ends with .docx, or a PDF whose name ends with .pdf. A file of an older Word is saved as a Word file with Save As, Word Document.",
    );
  if (file.size === 0) throw new RefusedRequest(400, `This ${kind === "pdf" ? "PDF" : "Word file"} is empty.`);
  return { name, bytes: new Uint8Array(await file.arrayBuffer()), isPdf: kind === "pdf" };
}

/** The name that a report's file is to have, or has, under a field's name; empty where the field is. */
export function reportNameIn(form: FormData, field: "report" | "goesWith"): string {
  const report = oneOf(form, field).trim();
  if (report && (!SHORT_NAME.test(report) || report.length > 80 || TAKEN.includes(report)))
    throw new RefusedRequest(
      400,
      "The name of the report's file has small letters, digits and single hyphens, such as `budget-monitoring`.",
    );
  return report;
}

/** What was decided and answered. Anything that is no name of a decision or a question is let go. */
export function decisionsIn(form: FormData): { accepted: Accepted[]; yes: string[]; again: boolean } {
  return {
    accepted: manyOf(form, "accepted").filter((each): each is Accepted => Object.hasOwn(ACCEPTED, each)),
    yes: manyOf(form, "yes").filter((each) => each.length <= 80 && SHORT_NAME.test(each)),
    again: oneOf(form, "again") === "yes",
  };
}

/** A field's words; empty where it brings none, or brings a file. */
export function oneOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function manyOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}

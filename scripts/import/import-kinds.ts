/** What `import` was asked to bring in, by the first words of the command. Called by commands/import.ts. */
import { nearest } from "../model/nearest.ts";
import { Refusal } from "../model/refusal.ts";

/** Each kind with an example of its command. */
const KINDS = {
  readings: "npm run import -- readings figures.csv --plan improvement-plan",
  word: "npm run import -- word report.docx --meeting 2026-12-14-cabinet --item 5",
  appendix: "npm run import -- appendix plan.pdf --meeting 2026-12-14-cabinet --item 5",
} as const;
export type ImportKind = keyof typeof KINDS;

/** The kind and the file. Refuses what is missing or not known, and a second file. */
export function importKind([kind, file, more]: readonly string[]): {
  readonly kind: ImportKind;
  readonly file: string;
} {
  const known = (Object.keys(KINDS) as ImportKind[]).find((each) => each === kind);
  if (!known) {
    const guess = kind ? nearest(kind, Object.keys(KINDS)) : null;
    throw new Refusal(
      kind
        ? `import does not know \`${kind}\`.${guess ? ` Did you mean \`${guess}\`?` : ` It knows: ${Object.keys(KINDS).join(", ")}.`}`
        : `Say what to import: ${Object.values(KINDS).join("; or ")}`,
      2,
    );
  }
  if (!file) throw new Refusal(`Name the file to import: ${KINDS[known]}`, 2);
  if (more) throw new Refusal(`One at a time: \`${more}\` stands after \`${file}\`.`, 2);
  // What arrives with the reports as a PDF is an appendix, whichever word was typed.
  return { kind: known === "word" && /\.pdf$/i.test(file) ? "appendix" : known, file };
}

/** `npm run import`: a Word file as a report, a PDF as an appendix, or a spreadsheet's figures into a plan. */
import { type Asked, command } from "./command.ts";

const OPTIONS = {
  meeting: { type: "string" },
  item: { type: "string" },
  report: { type: "string" },
  title: { type: "string" },
  yes: { type: "string", multiple: true },
  again: { type: "boolean" },
  "accept-changes": { type: "boolean" },
  "accept-comments": { type: "boolean" },
  "accept-properties": { type: "boolean" },
  plan: { type: "string" },
  because: { type: "string" },
  source: { type: "string" },
} as const;

type Import = Asked<typeof OPTIONS>;

export const IMPORT = command({
  name: "import",
  about:
    "a Word file as a report: npm run import -- word FILE.docx --meeting MEETING --item N; an appendix, or a plan's figures",
  takes:
    "import takes --meeting MEETING, --item N, --report NAME, --title TEXT, --yes QUESTION, --again and --accept-changes, -comments or -properties; for figures --plan PLAN, --because TEXT and --source MEETING/PAPER#p3-2",
  takesWords: true,
  options: OPTIONS,
  run: async (asked) => {
    const { importKind } = await import("../import/import-kinds.ts");
    const { kind, file } = importKind([...asked.words]);
    if (kind === "appendix") return importAppendixFile(asked, file);
    return kind === "word" ? importWordFile(asked, file) : importFigures(asked, file);
  },
});

async function importAppendixFile({ root, now, values, terminal }: Import, file: string): Promise<number> {
  const { appendixAsked, appendixLines, importAppendix } = await import("../import-appendix.ts");
  const imported = importAppendix(appendixAsked(root, file, values, now));
  terminal.show(imported, appendixLines(imported));
  return 0;
}

async function importFigures({ root, now, values, terminal }: Import, file: string): Promise<number> {
  const { readingsAsked, outcomeLines } = await import("../import/outcome-lines.ts");
  const { importReadings } = await import("../import-readings.ts");
  const { because, source } = values;
  const imported = importReadings({ root, now, because, source, ...readingsAsked(file, values.plan) });
  terminal.show(imported, outcomeLines(imported));
  return imported.problems.length > 0 ? 1 : 0;
}

async function importWordFile({ root, now, values, terminal }: Import, file: string): Promise<number> {
  const { wordAsked, wordLines } = await import("../word/outcome-lines.ts");
  const { importWord } = await import("../import-word.ts");
  const { ACCEPTED } = await import("../word/imported-word.ts");
  const accepted = (Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[]).filter((each) => values[`accept-${each}`]);
  terminal.step(`Reading ${file}`);
  const imported = await importWord(wordAsked(root, file, { ...values, accepted }, now));
  terminal.show(imported, wordLines(imported));
  return imported.problems.length > 0 ? 1 : 0;
}

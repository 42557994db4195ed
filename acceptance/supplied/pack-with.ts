/** A draft pack of the example council, whose report has these PDFs as its appendices. Called by the tests of appendices. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDraftPack } from "../../scripts/draft-pack.ts";
import { councilWith, type Edit, MARCH } from "../../scripts/examples/councils.ts";
import type { Printer } from "../../scripts/printing/printer.ts";

const ONLY = `  - { id: letter, title: "Appendix A: the letter", file: appendices/letter.pdf, access: public }\n`;

/** The pack's bytes. Each name stands in the pack as `Appendix: <name>`. Rejects, and leaves nothing, where it is refused. */
export async function packWith(
  files: Readonly<Record<string, Uint8Array>>,
  printer: Printer,
  more: readonly Edit[] = [],
): Promise<Uint8Array> {
  const lines = Object.keys(files).map(
    (name) => `  - { id: ${name}, title: "Appendix: ${name}", file: appendices/${name}.pdf, access: public }\n`,
  );
  const { root, remove } = councilWith({ file: `${MARCH}/inspection.md`, find: ONLY, put: lines.join("") }, ...more);
  try {
    for (const [name, bytes] of Object.entries(files))
      writeFileSync(join(root, MARCH, "appendices", `${name}.pdf`), bytes);
    const { file } = await makeDraftPack({ root, meeting: "2026-03-02-panel" }, printer, () => {});
    return readFileSync(file);
  } finally {
    remove();
  }
}

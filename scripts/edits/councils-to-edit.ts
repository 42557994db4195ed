/** The councils that sequences of edits begin with: small, with papers that are drafted and papers that were issued. */
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeGeneratedArchive } from "../bench/generated-archive.ts";
import { GOOD_COUNCIL } from "../examples/councils.ts";
import { EditedCouncil } from "./edited-council.ts";
import { EDITS_OF_ISSUE } from "./edits-of-issue.ts";

/** Two councils in folders under `root`, which the caller removes. `papers` are those of the archive. */
export function councilsToEdit(papers: number, seed = 1): { root: string; good: string; archive: string } {
  const root = mkdtempSync(join(tmpdir(), "clear-days-councils-"));
  const [good, archive] = [join(root, "good"), join(root, "archive")];
  cpSync(GOOD_COUNCIL, good, { recursive: true });
  const council = new EditedCouncil(good, "public");
  for (const name of ["issue an agenda", "issue minutes"])
    if (EDITS_OF_ISSUE.find((edit) => edit.name === name)?.make(council) == null)
      throw new Error(`The good council has nothing to ${name} of`);
  writeGeneratedArchive(archive, { papers, seed, meetingsAhead: 2 });
  return { root, good, archive };
}

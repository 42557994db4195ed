/** A tiny council with a restricted folder of its own, for the tests here; what a test changes, it changes in a copy. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { councilWith, type Edit, MARCH, makeEdit } from "../examples/councils.ts";

export const CONTRACT = `${MARCH}/contract.md`;

const PAPER = `---
title: Award of the catering contract to Fenbridge Kitchens
access: exempt
agendaItem: 4
from: Director
contactOfficer: { role: Director of Catering and Estates, phone: 01555 020 102 }
summary: The dearest of three bidders is proposed, for reasons that the Panel is asked to weigh in private.
recommendations:
  - that: the Panel
    limbs:
      - { verb: awards, object: the contract to Fenbridge Kitchens for three years }
implications:
  financial: { text: The award costs nine thousand pounds a year more than the present kitchen does., clearedBy: Treasurer }
backgroundPapers: none
---
**Not for publication:** financial or business affairs.

## What each of the bidders offered

Fenbridge Kitchens offered the *highest* price of the three bidders, and was alone in agreeing to keep every
part-time cook on the pay they have now.

Walk away below forty.

Table 1: prices

| Bidder | Meal | Year |
| --- | --- | --- |
| Fenbridge Kitchens | £3.41 | £1,204,000 |
| Marsh Foods | £3.07 | £1,084,000 |
| Old Mill | £2.98 | £1,052,000 |
`;

/**
 * The good council with one exempt report in a restricted folder beside it, and `edits` made in that folder. The caller
 * removes both.
 */
export function councilWithRestricted(...edits: Edit[]): {
  root: string;
  restricted: string;
  edit: (edit: Edit) => void;
  /** Writes a file in the restricted folder. */
  putRestricted: (file: string, content: string | Uint8Array) => void;
  remove: () => void;
} {
  const { root, remove } = councilWith();
  const restricted = realpathSync(mkdtempSync(join(tmpdir(), "clear-days-restricted-")));
  for (const edit of [{ file: CONTRACT, put: PAPER }, ...edits]) makeEdit(restricted, edit);
  return {
    root,
    restricted,
    edit: (edit) => makeEdit(root, edit),
    putRestricted: (file, content) => {
      mkdirSync(dirname(join(restricted, file)), { recursive: true });
      writeFileSync(join(restricted, file), content);
    },
    remove: () => {
      remove();
      rmSync(restricted, { recursive: true, force: true });
    },
  };
}

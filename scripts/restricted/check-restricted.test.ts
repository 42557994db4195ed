import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Edit, MARCH, makeEdit } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import { checkRestricted } from "./check-restricted.ts";
import { CONTRACT, councilWithRestricted } from "./examples.ts";
import { readRestricted } from "./read-restricted.ts";

const MINUTES = `---
access: exempt
summary: The contract was awarded.
chair: ada-brook
attendance: [{ member: ada-brook }]
items: []
---
The Panel awarded it.
`;

/** What is said of a restricted folder in which `edits` were made, and of a council whose agenda was changed. */
function told(edits: Edit[], agenda?: Omit<Edit, "file">): string[] {
  const { root, restricted, edit, remove } = councilWithRestricted(...edits);
  try {
    if (agenda) edit({ file: `${MARCH}/agenda.md`, ...agenda });
    return checkRestricted(loadCouncil(root, { drafts: true }), restricted).map(
      ({ rule, file, line, severity, message }) => `${rule} ${file}:${line} ${severity} ${message}`,
    );
  } finally {
    remove();
  }
}
const inPaper = (find: string, put: string) => told([{ file: CONTRACT, find, put }]);

describe("the papers in the restricted folder", () => {
  it("are read with the meeting they are for", () => {
    const { root, restricted, remove } = councilWithRestricted(
      {
        file: CONTRACT,
        find: "none\n---",
        put: "none\nappendices:\n  - { id: bids, title: Bids, file: appendices/bids.pdf, access: confidential }\n---",
      },
      { file: `${MARCH}/appendices/bids.pdf`, put: "%PDF-1.4" },
      { file: `${MARCH}/notes.csv`, put: "a,b\n" },
      { file: `${MARCH}/minutes.md`, put: MINUTES },
      { file: `${MARCH}/.hidden.md`, put: "" },
    );
    const { papers, folder } = readRestricted(root, restricted);
    expect(folder).toBe(restricted);
    expect(papers.map(({ meeting, id, kind, access }) => `${meeting} ${id} ${kind} ${access}`)).toEqual([
      "2026-03-02-panel appendices/bids.pdf appendix confidential",
      "2026-03-02-panel contract report exempt",
      "2026-03-02-panel minutes minutes exempt",
      "2026-03-02-panel notes.csv other null",
    ]);
    remove();
  });

  it("have nothing wrong with them where each has its entry and carries its marking", () => {
    expect(told([{ file: `${MARCH}/minutes.md`, put: MINUTES }])).toEqual([]);
  });

  it("may carry the marking in other letters, over two lines and in bold", () => {
    expect(
      inPaper(
        "**Not for publication:** financial or business affairs.",
        "NOT FOR\nPUBLICATION – *Financial*, or business affairs!",
      ),
    ).toEqual([]);
  });

  for (const [when, problems, says] of [
    [
      "one does not say that it is not for publication",
      () => inPaper("**Not for publication:** f", "F"),
      `not-for-publication ${CONTRACT}:16 error The paper does not carry the words “Not for publication”, which`,
    ],
    [
      "one does not say what sort of information it holds",
      () => inPaper(" financial or business affairs.", ""),
      `not-for-publication ${CONTRACT}:16 error The paper does not carry “financial or business affairs”`,
    ],
    [
      "one carries no marking at all",
      () => inPaper("**Not for publication:** financial or business affairs.", "Confidential."),
      `not-for-publication ${CONTRACT}:16 error The paper does not carry the words “Not for publication” and “financial`,
    ],
    [
      "one is marked public",
      () => inPaper("access: exempt", "access: public"),
      `restricted-public ${CONTRACT}:3 error This paper is marked public`,
    ],
    [
      "one brings a public appendix",
      () =>
        inPaper("none\n---", "none\nappendices:\n  - { id: a, title: A, file: appendices/a.pdf, access: public }\n---"),
      `restricted-public ${CONTRACT}:16 error This appendix is marked public`,
    ],
    [
      "one is for an item that withholds nothing",
      () => inPaper("agendaItem: 4", "agendaItem: 2"),
      `restricted-without-entry ${CONTRACT}:4 error Item 2 of this meeting's agenda`,
    ],
    [
      "the agenda no longer withholds its item",
      () =>
        told([], {
          find: "withheld: { category: exempt, paragraph: 3, description: financial or business affairs, publicInterest: Publishing terms would raise the price. }",
          put: "text: To award it.",
        }),
      `restricted-without-entry ${CONTRACT}:4`,
    ],
    [
      "there is no such meeting",
      () =>
        told([
          {
            file: "content/meetings/2026/2026-09-01-panel/x.md",
            put: "---\ntitle: X\naccess: exempt\nagendaItem: 1\nfrom: D\ncontactOfficer: { role: D }\nbackgroundPapers: none\n---\nNot for publication.\n",
          },
        ]),
      "restricted-without-entry content/meetings/2026/2026-09-01-panel/x.md:4",
    ],
    [
      "one is confidential and its item exempt",
      () => inPaper("access: exempt", "access: confidential"),
      `restricted-category ${CONTRACT}:3 error This paper is marked confidential, and its item is withheld as exempt.`,
    ],
    [
      "minutes are marked public",
      () => told([{ file: `${MARCH}/minutes.md`, put: MINUTES.replace("exempt", "public") }]),
      `restricted-public ${MARCH}/minutes.md:2 error These minutes are`,
    ],
    [
      "minutes are of a category that no item is withheld under",
      () => told([{ file: `${MARCH}/minutes.md`, put: MINUTES.replace("exempt", "confidential") }]),
      `restricted-without-entry ${MARCH}/minutes.md`,
    ],
    [
      "a field is mistyped",
      () => inPaper("summary:", "sumary:"),
      `unknown-field ${CONTRACT}:7 error There is no field \`sumary\``,
    ],
    [
      "the agenda itself lies there",
      () => told([{ file: `${MARCH}/agenda.md`, put: "" }]),
      `restricted-public ${MARCH}/agenda.md:1`,
    ],
    [
      "one lies where no meeting's papers do",
      () => told([{ file: "contract.md", put: "" }]),
      "restricted-place contract.md:1 warning",
    ],
  ] as const)
    it(`have a problem where ${when}`, () => expect(problems().join("\n")).toContain(says));

  it("have a problem where one is a link, which is not followed", () => {
    const { root, restricted, remove } = councilWithRestricted();
    symlinkSync(join(restricted, CONTRACT), join(restricted, MARCH, "again.md"));
    symlinkSync(join(restricted, MARCH), join(restricted, MARCH, "appendices"));
    const problems = checkRestricted(loadCouncil(root, { drafts: true }), restricted);
    remove();
    expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      `restricted-place ${MARCH}/again.md`,
      `restricted-place ${MARCH}/appendices`,
    ]);
  });

  it("are held to the agenda as it was issued where no draft was opened", () => {
    const { root, restricted, remove } = councilWithRestricted();
    const problems = checkRestricted(loadCouncil(root, { drafts: false }), restricted);
    remove();
    expect(problems.map(({ rule }) => rule)).toEqual(["restricted-without-entry"]);
  });

  it("have nothing wrong with them where the issued agenda says what they are", () => {
    const dir = mkdtempSync(join(tmpdir(), "clear-days-restricted-"));
    const file = "content/meetings/2026/2026-09-28-cabinet/agency-contract.md";
    const description =
      "Information relating to the financial or business affairs of any particular person (including the authority holding that information)";
    makeEdit(dir, {
      file,
      put: `---\ntitle: A contract\naccess: exempt\nagendaItem: 8\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nNot for publication: ${description}.\n`,
    });
    const loaded = loadCouncil(join(import.meta.dirname, "../.."), { drafts: false });
    const before = checkRestricted(loaded, dir);
    makeEdit(dir, { file, find: "business affairs", put: "private affairs" });
    const after = checkRestricted(loaded, dir).map(({ rule }) => rule);
    rmSync(dir, { recursive: true });
    expect(before).toEqual([]);
    expect(after).toEqual(["not-for-publication"]);
  });

  it("are not looked at where there is no council", () => {
    const { root, restricted, edit, remove } = councilWithRestricted();
    edit({ file: "data/council.json", put: null });
    expect(checkRestricted(loadCouncil(root, { drafts: true }), restricted)).toEqual([]);
    remove();
  });
});

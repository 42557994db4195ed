/** A PDF that goes with a report is paper: it runs nothing, opens nothing, and carries no other file. */
import { inflateSync } from "node:zlib";
import { placeOf } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

/** Names in a PDF that only stand there where it does more than show pages, with what an officer is told. */
const ACTIVE: readonly (readonly [names: readonly string[], what: string])[] = [
  [["JavaScript", "Rendition"], "holds a script"],
  [["Launch", "ImportData", "SubmitForm", "GoToE"], "starts a program, or sends or fetches data"],
  [["EmbeddedFile", "EmbeddedFiles"], "carries another file inside it"],
  [["RichMedia", "NeedsRendering"], "holds a form or film that only some programs show"],
  [["Encrypt"], "is protected with a password"],
];

export const activePdf: Rule = {
  names: ["active-pdf"],
  check(council, known) {
    const problems: Problem[] = [];
    for (const { drafts, folder } of council.meetings)
      for (const report of drafts?.reports ?? [])
        report.value.appendices.forEach(({ file }, index) => {
          const bytes = known.bytesOf(`${folder}/${file}`);
          for (const fault of bytes ? faultsOf(bytes) : [])
            problems.push({
              ...placeOf(report, ["appendices", index, "file"]),
              rule: "active-pdf",
              severity: "error",
              message: `\`${file}\` ${fault}.`,
              mend: "Print it to a new PDF, without a password, and put that in its place; a file inside it becomes an appendix of its own.",
            });
        });
    return problems;
  },
};

/** What a PDF does beside showing pages. Names are looked for as they are written, and in packed objects unpacked. */
function faultsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.startsWith("%PDF")) return [];
  const { objects, unread } = packedObjects(text, bytes);
  const names = new Set([text, ...objects].flatMap(namesIn));
  return [
    ...ACTIVE.filter(([wanted]) => wanted.some((name) => names.has(name))).map(([, what]) => what),
    ...(unread && !names.has("Encrypt") ? ["has objects packed in a way that cannot be looked into"] : []),
  ];
}

/** Every name of ours that stands in the text. A letter of a name may be written as its code: `/J#61vaScript`. */
function namesIn(text: string): string[] {
  const wanted = new Set(ACTIVE.flatMap(([names]) => names));
  return [...text.matchAll(/\/([A-Za-z#][A-Za-z0-9#]{2,60})/g)].flatMap(([, name = ""]) => {
    const plain = unescaped(name);
    return wanted.has(plain) ? [plain] : [];
  });
}

function unescaped(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The text of every stream of packed objects, each of which says itself where it ends, and whether one stayed packed. */
function packedObjects(text: string, bytes: Uint8Array): { objects: string[]; unread: boolean } {
  const objects: string[] = [];
  let unread = false;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const dictionary = unescaped(text.slice(Math.max(text.lastIndexOf("obj", index), index - 2000), index));
    if (!/\/ObjStm\b/.test(dictionary) || /end$/.test(dictionary)) continue;
    if (!/\/Filter/.test(dictionary)) continue;
    try {
      if (/\/Predictor\s+[^1\s]/.test(dictionary)) throw new Error("predicted");
      // A whole report's objects are a few megabytes; a stream that swells past this was made to.
      const packed = bytes.subarray(text.indexOf("\n", index) + 1);
      objects.push(inflateSync(packed, { maxOutputLength: 50_000_000 }).toString("latin1"));
    } catch {
      unread = true;
    }
  }
  return { objects, unread };
}

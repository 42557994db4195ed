/** What a Word file carries or shows that is not text: other files, charts, equations, controls. None can be taken over. */
import { type Element, isElement, within } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";

interface Kind {
  readonly rule: string;
  readonly is: (object: Element) => boolean;
  readonly message: string;
  readonly mend: string;
}

const AS_PICTURE =
  "Copy it, paste it as a picture (Paste Special, Picture), give the picture alternative text, and delete the original.";

const KINDS: readonly Kind[] = [
  {
    rule: "word-embedded-document",
    is: ({ name }) => name === "w:altChunk" || name === "w:subDoc",
    message: "another document is drawn into this one, and its words are not in the file as Word shows them.",
    mend: "Open it in Word, copy everything into a new document (Ctrl+A, Ctrl+C), and import that.",
  },
  {
    rule: "word-embedded-object",
    is: (object) => object.name === "w:object" || has(object, "o:OLEObject"),
    message: "another file is embedded here. All of it can be taken out again, not only what is shown.",
    mend: `${AS_PICTURE} A table from a spreadsheet is better pasted as a Word table; a whole document is better as an appendix, as PDF.`,
  },
  {
    rule: "word-control",
    is: (object) => object.name === "w:control" || has(object, "w:control"),
    message: "there is a control, such as a button, which no page of ours can hold.",
    mend: "Delete it, and write what it said as text.",
  },
  {
    rule: "word-chart",
    is: (object) => has(object, "c:chart") || graphic(object, /chart/i),
    message: "there is a chart. Its whole spreadsheet is in the file, and the chart cannot be read as text.",
    mend: `${AS_PICTURE} Or draw it from a plan's figures, with a line ::: chart and the measure's name.`,
  },
  {
    rule: "word-diagram",
    is: (object) => has(object, "dgm:relIds") || graphic(object, /diagram/i),
    message: "there is a diagram (SmartArt), whose words cannot be put in order.",
    mend: `${AS_PICTURE} Where it is a list, write it as a list.`,
  },
  {
    rule: "word-equation",
    is: ({ name }) => name.startsWith("m:"),
    message: "there is an equation, which would lose its form.",
    mend: `Write it in words. Or: ${AS_PICTURE.charAt(0).toLowerCase()}${AS_PICTURE.slice(1)}`,
  },
  {
    rule: "word-art",
    is: (object) => has(object, "v:textpath"),
    message: "there is WordArt, whose words are no text.",
    mend: "Delete it, and write its words as text.",
  },
  {
    rule: "word-ruby",
    is: ({ name }) => name === "w:ruby",
    message: "letters stand above other letters to say how they are read, which would be mixed with them.",
    mend: "Write them in brackets after the words.",
  },
];
const OTHER: Omit<Kind, "is"> = {
  rule: "word-drawing",
  message: "there is a drawing that is no picture: a shape, a line, ink or a model.",
  mend: `Delete it if it only decorates. If it says something: ${AS_PICTURE.charAt(0).toLowerCase()}${AS_PICTURE.slice(1)}`,
};

/** Relations that lead to another file inside this one. */
const CARRIES = /^(aFChunk|package|oleObject|control|subDocument|activeXControlBinary)$/;

export const embedded: PreflightRule = {
  names: [...KINDS.map(({ rule }) => rule), OTHER.rule, "word-embedded-file"],
  look(document, surveyed) {
    const shown = surveyed.paragraphs
      .filter(({ story }) => story.kind !== "header" && story.kind !== "footer")
      .flatMap((paragraph) =>
        paragraph.objects.map((object): Finding => {
          const { rule, message, mend } = KINDS.find(({ is }) => is(object)) ?? OTHER;
          return { rule, paragraph, message, mend };
        }),
      );
    const led = document.relations.filter(({ type, isExternal }) => CARRIES.test(type) && !isExternal);
    const carried = new Set([
      ...[...document.parts.keys()].filter((part) => /(^|\/)(embeddings|activeX)\//i.test(part)),
      ...led.map(({ target }) => target),
    ]);
    if (carried.size === 0 || shown.length > 0) return shown;
    return [
      {
        rule: "word-embedded-file",
        paragraph: null,
        message: `the file carries ${carried.size === 1 ? "another file" : `${carried.size} other files`} that no paragraph shows.`,
        mend: "Open it in Word, copy everything into a new document (Ctrl+A, Ctrl+C), save that, and import it.",
      },
    ];
  },
};

function has(object: Element, name: string): boolean {
  return object.name === name || !within(object, name).next().done;
}

function graphic(object: Element, kind: RegExp): boolean {
  return object.children.some(
    (node) =>
      isElement(node) &&
      ((node.name === "a:graphicData" && kind.test(node.attributes.uri ?? "")) || graphic(node, kind)),
  );
}

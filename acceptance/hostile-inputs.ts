/**
 * What somebody who means harm, or a careless paste, could put into a council's files: Markdown, words in fields, and
 * whole files. Each says what must come of it. Tried by hostile-input.test.ts.
 */
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";
import { type Edit, JUNE, MARCH, makeEdit } from "../scripts/examples/councils.ts";

const REPORT = `${JUNE}/progress.md`;
const PLAN = "data/plans/wick-plan.json";
const ABOUT = "content/pages/about.md";
const LETTER = `${MARCH}/appendices/letter.pdf`;

/** Markdown for the body of a report, a page or minutes. */
export interface HostileMarkdown {
  readonly what: string;
  readonly text: string;
  /** The rule that refuses it; null where it is let through as text. */
  readonly refusedBy: string | null;
  /** Words that a reader then sees, as they were typed. */
  readonly stands?: string;
}

export const MARKDOWN: readonly HostileMarkdown[] = [
  ...[
    ["a script in a paragraph", "<script>alert(1)</script>"],
    ["a picture with a handler", "<img src=x onerror=alert(1)>"],
    ["a vector with a handler", "<svg onload=alert(1)></svg>"],
    ["a vector with a script", "<svg><script>alert(1)</script></svg>"],
    ["a frame", '<iframe src="https://evil.example/"></iframe>'],
    ["a stylesheet", "<style>body { display: none }</style>"],
    ["a base address", '<base href="https://evil.example/">'],
    ["a form", '<form action="https://evil.example/"><input name="x"></form>'],
    ["a tag in capitals over two lines", "<SCRIPT\nSRC=//evil.example/x.js></SCRIPT>"],
    ["a comment", "<!-- <script>alert(1)</script> -->"],
    ["a conditional comment", "<!--[if IE]><script>alert(1)</script><![endif]-->"],
    ["a script in a heading", "## <script>alert(1)</script>"],
    ["a script in a list", "- <script>alert(1)</script>"],
    ["a script in a lettered list", "(a) <script>alert(1)</script>"],
    ["a script in a quotation", "> <script>alert(1)</script>"],
    ["a script in a table", "| <script>alert(1)</script> | b |\n| --- | --- |\n| <b onclick=alert(1)>c</b> | d |"],
    ["a script in a table's caption", "Table 1: <script>alert(1)</script>\n\n| a | b |\n| --- | --- |\n| c | d |"],
    ["a script in a note", "Words[^n]\n\n[^n]: <script>alert(1)</script>"],
    ["a script in the words of a link", "[<script>alert(1)</script>](/about/)"],
    ["a script in emphasis", "**<script>alert(1)</script>**"],
  ].map(([what = "", text = ""]) => ({ what, text, refusedBy: "raw-html" })),
  ...[
    ["a link that is a script", "[x](javascript:alert(1))"],
    ["one in mixed letters", "[x](JaVaScRiPt:alert(1))"],
    ["one written in entities", "[x](&#106;avascript&colon;alert(1))"],
    ["one with a tab in it", "[x](<java&Tab;script:alert(1)>)"],
    ["one with a line end in it", "[x](<java&NewLine;script:alert(1)>)"],
    ["a link that is VBScript", "[x](vbscript:msgbox(1))"],
    ["a link that is a page of its own", "[x](data:text/html;base64,PHNjcmlwdD4=)"],
    ["a link that is a picture with a script", "[x](data:image/svg+xml,<svg/onload=alert(1)>)"],
    ["a link that is a picture", "[x](data:image/png;base64,AAAA)"],
    ["a link that starts a program", "[x](ms-msdt:/id)"],
    ["a link to a file of the reader's", "[x](file:///etc/passwd)"],
    ["a link in a table's caption", "Table 1: [x](javascript:alert(1))\n\n| a | b |\n| --- | --- |\n| c | d |"],
    ["a picture that is a script", "![x](javascript:alert(1))"],
    ["a quotation thirty thousand deep", `${">".repeat(30_000)} deep`],
    ["lists two thousand deep", Array.from({ length: 2000 }, (_, at) => `${" ".repeat(2 * at)}- a`).join("\n")],
    ["a picture inside its own address", "![x](data:image/png;base64,AAAA)"],
    ["a picture as a vector in its address", "![x](data:image/svg+xml;base64,PHN2Zz4=)"],
  ].map(([what = "", text = ""]) => ({ what, text, refusedBy: "markdown-not-read" })),
  ...[
    ["a picture from elsewhere", "![x](https://evil.example/a.png)"],
    ["one over the page's own protocol", "![x](//evil.example/a.png)"],
    ["one with backslashes", "![x](\\\\\\\\evil.example\\\\a.png)"],
    ["one in capitals", "![x](HTTPS://EVIL.EXAMPLE/a.png)"],
    ["one inside a link", "[![x](https://evil.example/a.png)](/about/)"],
    ["one in a table's caption", "Table 1: ![x](https://evil.example/a.png)\n\n| a | b |\n| --- | --- |\n| c | d |"],
    ["one in a note", "Words[^p]\n\n[^p]: ![x](https://evil.example/a.png)"],
    ["a vector in the meeting's folder", "![x](drawing.svg)"],
    ["a picture above the meeting's folder", "![x](../../../../data/council.png)"],
    ["one above it, written in codes", "![x](%2e%2e/%2e%2e/council.png)"],
    ["one at the root of the machine", "![x](/etc/passwd.png)"],
    ["one whose kind is the name of a method", "![x](a.constructor)"],
    ["one with a name in look-alike letters", "![x](\u0430ppendix.png)"],
  ].map(([what = "", text = ""]) => ({ what, text, refusedBy: "wrong-file" })),
  { what: "a table of marks alone", text: "| ^^ | << |\n| --- | --- |\n| << | ^^ |", refusedBy: "table-merge" },
  { what: "a chart with the name of a method", text: "::: chart constructor", refusedBy: "unknown-reference" },
  { what: "a mark that turns letters round", text: "Pay \u202Efdp.exe", refusedBy: "hidden-character" },
  { what: "the same as an entity", text: "Pay &#x202e;fdp.exe", refusedBy: "hidden-character" },
  { what: "marks that embed a direction", text: "Pay \u2067a\u2069", refusedBy: "hidden-character" },
  { what: "a NUL in a paragraph", text: "a\0b", refusedBy: "hidden-character" },
  { what: "an escape sequence for a terminal", text: "a\u001b]0;owned\u0007b", refusedBy: "hidden-character" },
  ...[
    ["a template's expression", "{{ 7 * 7 }}", "{{ 7 * 7 }}"],
    ["a template's tag", '{% include "layouts/page.njk" %}', '{% include "layouts/page.njk" %}'],
    ["a template's way to code", "{{ range.constructor('return process')() }}", "range.constructor("],
    ["a template of another engine", "<%= process.env %>", "<%= process.env %>"],
    ["a link that is a script after a control", "[x](<&#1;javascript:alert(1)>)", "x"],
    ["an automatic link that is a script", "<javascript:alert(1)>", "<javascript:alert(1)>"],
    ["a link with a quotation mark in its title", "[x](/about/ '\" onmouseover=alert(1) x=\"')", "x"],
    ["a link with a quotation mark in its address", '[x](/about/"onmouseover="alert(1))', "x"],
    ["a reference to a link that is a script", "[x][r]\n\n[r]: javascript:alert(1)", "[x][r]"],
    ["a script in a code span", "`<script>alert(1)</script>`", "<script>alert(1)</script>"],
    ["a tag that is not closed", "<img src=x onerror=alert(1) //", "<img src=x onerror=alert(1)"],
    ["attributes for a heading", "### Words {onclick=alert(1)}", "{onclick=alert(1)}"],
    ["a chart's fence with more in it", '::: chart files-checked" onload="alert(1)', 'onload="alert(1)'],
    ["a fence of another kind", "::: script\nalert(1)\n:::", "::: script"],
    ["a fenced block with a language of its own", '```"><script>alert(2)</script>\ncode\n```', "code"],
    [
      "a note with a hostile name",
      "Words[^__proto__]\n\n[^__proto__]: Note of a hostile name",
      "Note of a hostile name",
    ],
    ["an address with a code that means nothing", "[x](/about/#%E0%A4%A)", "x"],
    ["an address whose port is none", "[x](//a:b:c)", "x"],
    ["thirty thousand comments that never end", "&lt;!--".repeat(30_000), "<!--<!--"],
    ["a hundred thousand brackets", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, "[[[["],
    ["twenty thousand items that begin with (a)", "(a) again\n".repeat(20_000), "again"],
    ["a line of a million letters", "w".repeat(1_000_000), "wwww"],
  ].map(([what = "", text = "", stands = ""]) => ({ what, text, stands, refusedBy: null })),
];

/** The edit that puts Markdown into the body of the June report. */
export function inReport(text: string): Edit {
  return { file: REPORT, find: "More than half", put: `${text}\n\nMore than half` };
}

/** Words that close whatever they stand in, run code, and reach for a template. */
export const WORDS = `x"'></title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}`;
const quoted = JSON.stringify(WORDS);

/** Hostile words in a field: where they go, and the page where they then stand as they are. */
export const FIELDS: readonly { readonly what: string; readonly edit: Edit; readonly page: string }[] = [
  [
    "a report's title",
    REPORT,
    "title: Progress with the plan",
    `title: ${quoted}`,
    "/meetings/2026-06-01-panel/progress/",
  ],
  ["a report's author", REPORT, "from: Director", `from: ${quoted}`, "/meetings/2026-06-01-panel/progress/"],
  [
    "a report's summary",
    REPORT,
    "discharges:",
    `summary: ${quoted}\ndischarges:`,
    "/meetings/2026-06-01-panel/progress/",
  ],
  [
    "a background paper",
    REPORT,
    "backgroundPapers: none",
    `backgroundPapers: [${quoted}]`,
    "/meetings/2026-06-01-panel/progress/",
  ],
  [
    "what a recommendation asks",
    REPORT,
    "backgroundPapers:",
    `recommendations: [{ that: the Panel, limbs: [{ verb: notes, object: ${quoted} }] }]\nbackgroundPapers:`,
    "/meetings/2026-06-01-panel/progress/",
  ],
  [
    "implications",
    REPORT,
    "backgroundPapers:",
    `implications: { constructor: ${quoted} }\nbackgroundPapers:`,
    "/meetings/2026-06-01-panel/progress/",
  ],
  ["an item's title", `${JUNE}/agenda.md`, "title: Progress,", `title: ${quoted},`, "/meetings/2026-06-01-panel/"],
  [
    "an agenda's summary",
    `${JUNE}/agenda.md`,
    "summary: The Panel looks at progress.",
    `summary: ${quoted}`,
    "/meetings/2026-06-01-panel/",
  ],
  ["a meeting's place", `${JUNE}/meeting.md`, "name: Wick Hall", `name: ${quoted}`, "/meetings/2026-06-01-panel/"],
  ["a resolution", `${MARCH}/minutes.md`, "That a report come in June.", quoted, "/meetings/2026-03-02-panel/minutes/"],
  ["a follow-up", `${MARCH}/minutes.md`, "text: A report on progress", `text: ${quoted}`, "/follow-ups/"],
  [
    "who asked, with the name of a method",
    `${MARCH}/minutes.md`,
    "askedBy: the Panel",
    "askedBy: constructor",
    "/follow-ups/",
  ],
  [
    "an appendix's title",
    `${MARCH}/inspection.md`,
    '"Appendix A: the letter"',
    quoted,
    "/meetings/2026-03-02-panel/inspection/",
  ],
  ["a committee's name", "content/committees/panel.md", "Scrutiny Panel", quoted, "/committees/panel/"],
  ["a committee's remit", "content/committees/panel.md", "remit: Looks", `remit: ${quoted} #`, "/committees/panel/"],
  ["a member's name", "content/members/ada-brook.md", "Ada Brook", quoted, "/members/ada-brook/"],
  ["a member's party", "content/members/ada-brook.md", "Independent", quoted, "/members/ada-brook/"],
  ["a page's title", ABOUT, "title: About", `title: ${quoted}`, "/about/"],
  ["an inspection's judgement", "content/inspections/2026-wick.md", "Inadequate", quoted, "/inspections/2026-wick/"],
  ["a finding", "content/inspections/2026-wick.md", "Files were not checked", quoted, "/inspections/2026-wick/"],
  ["a plan's title", PLAN, '"Wick plan"', quoted, "/plans/wick-plan/"],
  ["an action's title", PLAN, '"Check every file"', quoted, "/plans/wick-plan/"],
  ["what was reported of an action", PLAN, '"81 files checked."', quoted, "/plans/wick-plan/"],
  ["a measure's title", PLAN, '"Files checked"', quoted, "/plans/wick-plan/"],
  ["a measure's unit", PLAN, '"unit": "%"', `"unit": ${quoted}`, "/plans/wick-plan/"],
  ["the council's name", "data/council.json", '"Little Wick Council"', quoted, "/"],
  ["the council's address", "data/council.json", '"Wick Hall"', quoted, "/"],
  ["the council's licence", "data/council.json", '"You may copy what stands here', `${quoted.slice(0, -1)}`, "/"],
].map(([what = "", file = "", find = "", put = "", page = ""]) => ({ what, edit: { file, find, put }, page }));

/** Files and fields that `check` refuses, with the rule and the file where an officer is told. */
export const REFUSED: readonly {
  readonly what: string;
  readonly rule: string;
  readonly file: string;
  readonly make: (root: string) => void;
}[] = [
  field(
    "front matter that is JavaScript",
    "code-in-front-matter",
    ABOUT,
    null,
    "---js\n{ title: process.exit(9) }\n---\n",
  ),
  field("an alias", "front-matter", REPORT, "from: Director", "from: &a Director\nsummary: *a"),
  field(
    "aliases that stand for a thousand million words",
    "front-matter",
    ABOUT,
    null,
    `---\na0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join("\n")}\n---\n`,
  ),
  field("a merged group of fields", "front-matter", REPORT, "from: Director", "from: &a Director\n<<: *a"),
  field("the prototype as a field", "unknown-field", REPORT, "from:", "__proto__: { access: public }\nfrom:"),
  field("the constructor as a field", "unknown-field", REPORT, "from:", "constructor: { prototype: { x: y } }\nfrom:"),
  field(
    "the prototype in JSON",
    "unknown-field",
    PLAN,
    '"title": "Wick',
    '"__proto__": { "isAdmin": true }, "title": "Wick',
  ),
  field("brackets twenty thousand deep", "front-matter", REPORT, "from:", `summary: ${"[".repeat(20_000)}\nfrom:`),
  field(
    "fields three thousand deep",
    "front-matter",
    REPORT,
    "from:",
    `summary:\n${Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at + 1)}a:`).join("\n")}\nfrom:`,
  ),
  field("JSON twenty thousand deep", "front-matter", PLAN, '"Wick plan"', `${"[".repeat(20_000)}${"]".repeat(20_000)}`),
  field("a number of four hundred digits", "wrong-value", PLAN, "55.5", "9".repeat(400)),
  field(
    "a quorum of four hundred digits",
    "wrong-value",
    "content/committees/panel.md",
    "quorum: 2",
    `quorum: ${"9".repeat(400)}`,
  ),
  field(
    "a time zone that is none",
    "wrong-value",
    "data/council.json",
    '"jurisdiction"',
    '"timeZone": "../x", "jurisdiction"',
  ),
  field("a colour that is CSS", "wrong-value", "data/council.json", '"#14532d"', '"red;}*{display:none"'),
  field(
    "a website that is a script",
    "wrong-value",
    "data/council.json",
    "https://papers.littlewick.example",
    "javascript:alert(1)",
  ),
  field(
    "a website that closes its tag",
    "wrong-value",
    "data/council.json",
    "https://papers.littlewick.example",
    'https://x\\"><script>alert(1)</script>',
  ),
  field("a language with a quotation mark", "wrong-value", REPORT, "from:", "language: 'en\" onload=\"x'\nfrom:"),
  field(
    "an appendix above its folder",
    "wrong-value",
    `${MARCH}/inspection.md`,
    "appendices/letter.pdf",
    "appendices/../../letter.pdf",
  ),
  field(
    "an appendix at the root of the machine",
    "wrong-value",
    `${MARCH}/inspection.md`,
    "appendices/letter.pdf",
    "/etc/passwd",
  ),
  field(
    "an appendix from elsewhere",
    "wrong-value",
    `${MARCH}/inspection.md`,
    "appendices/letter.pdf",
    "https://evil.example/a.pdf",
  ),
  field(
    "a paper above the meeting's folder",
    "wrong-value",
    `${JUNE}/agenda.md`,
    "papers: [progress]",
    "papers: [../../council]",
  ),
  field(
    "a committee above its folder",
    "wrong-value",
    `${JUNE}/meeting.md`,
    "committee: panel",
    "committee: ../members/ada-brook",
  ),
  field(
    "a committee with the name of a method",
    "unknown-reference",
    `${JUNE}/meeting.md`,
    "committee: panel",
    "committee: constructor",
  ),
  field(
    "minutes of a meeting by a path that winds",
    "unknown-reference",
    `${JUNE}/agenda.md`,
    "minutesOf: 2026-03-02-panel",
    "minutesOf: 2026-03-02-panel/../2026-03-02-panel",
  ),
  field("a source above the meetings", "wrong-value", PLAN, "2026-06-01-panel/progress", "../../etc/passwd"),
  field(
    "a mark that turns letters round, escaped in YAML",
    "hidden-character",
    REPORT,
    "title: Progress with the plan",
    'title: "a\\u202Eb"',
  ),
  field("the same, escaped in JSON", "hidden-character", PLAN, '"Wick plan"', '"a\\u202Eb"'),
  field("a NUL in a title", "hidden-character", REPORT, "Progress with", "Progress\0with"),
  field("an escape sequence in a field's name", "hidden-character", REPORT, "from:", '"\\e]0;owned": x\nfrom:'),
  ...["2026-06-01-panel..", "2026-06-01-<b>", "2026-06-01-PANEL", "2026-06-01-p\u0430nel"].map((name) =>
    field(
      `a meeting's folder named ${name}`,
      "meeting-folder",
      `content/meetings/2026/${name}/meeting.md`,
      null,
      "---\n---\n",
      {
        file: `content/meetings/2026/${name}`,
      },
    ),
  ),
  ...["x onload=alert(1)", "<script>", "constructor.prototype", "p\u0430ge", "a".repeat(200).concat("_")].map((name) =>
    field(`a page named ${name.slice(0, 30)}`, "file-name", `content/pages/${name}.md`, null, "---\ntitle: x\n---\n"),
  ),
  field("a page in the place of the assets", "file-name", "content/pages/assets.md", null, "---\ntitle: x\n---\n"),
  {
    what: "a report in UTF-16",
    rule: "encoding",
    file: REPORT,
    make: (root) => writeFileSync(join(root, REPORT), Buffer.from("\uFEFF---\ntitle: x\n---\n", "utf16le")),
  },
  link("an appendix that is a link out of the council's folder", "missing-file", `${MARCH}/inspection.md`, LETTER),
  link("a folder of committees that is a link", "unknown-reference", `${JUNE}/meeting.md`, "content/committees"),
  link("a year of meetings that is a link", "unknown-reference", PLAN, "content/meetings/2026"),
  field("an appendix that is a web page", "wrong-file", LETTER, null, "<html><script>alert(1)</script></html>", {
    file: `${MARCH}/inspection.md`,
  }),
  {
    what: "a picture that is a vector",
    rule: "wrong-file",
    file: REPORT,
    make: (root) => {
      makeEdit(root, inReport("![x](map.png)"));
      makeEdit(root, { file: `${JUNE}/map.png`, put: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' });
    },
  },
  ...[
    ["a script", "1 0 obj << /S /JavaScript /JS (x) >> endobj"],
    ["a script with its name in codes", "1 0 obj << /S /J#61v#61Script /JS (x) >> endobj"],
    ["a program to start", "1 0 obj << /S /Launch /F (cmd.exe) >> endobj"],
    ["another file in it", "1 0 obj << /Type /EmbeddedFile >> endobj"],
    ["a password", "trailer << /Encrypt 2 0 R >>"],
  ].map(([what, objects]) => pdf(`an appendix with ${what}`, Buffer.from(`%PDF-1.7\n${objects}\n`))),
  pdf("an appendix with a script in packed objects", packed(deflateSync("1 0 << /S /JavaScript /JS (x) >>"))),
  pdf("an appendix packed so that nobody can look into it", packed(Buffer.from("not what it says"))),
];

type Refused = (typeof REFUSED)[number];

/** One file changed: `find` replaced, or the whole file written. */
function field(
  what: string,
  rule: string,
  file: string,
  find: string | null,
  put: string,
  told: { file: string } = { file },
): Refused {
  const edit = find === null ? { file, put } : { file, find, put };
  return { what, rule, file: told.file, make: (root) => makeEdit(root, edit) };
}

/** A file or folder moved out of the council's folder, with a link left in its place. */
function link(what: string, rule: string, file: string, place: string): Refused {
  return {
    what,
    rule,
    file,
    make: (root) => {
      const outside = `${root}-outside`;
      mkdirSync(outside, { recursive: true });
      renameSync(join(root, place), join(outside, "moved"));
      mkdirSync(dirname(join(root, place)), { recursive: true });
      symlinkSync(join(outside, "moved"), join(root, place));
    },
  };
}

function pdf(what: string, bytes: Uint8Array): Refused {
  return {
    what,
    rule: "active-pdf",
    file: `${MARCH}/inspection.md`,
    make: (root) => writeFileSync(join(root, LETTER), bytes),
  };
}

function packed(bytes: Uint8Array): Uint8Array {
  const head = "%PDF-1.7\n1 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> stream\n";
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\nendstream endobj\n")]);
}

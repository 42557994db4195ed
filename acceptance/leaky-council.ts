/**
 * A large council made up for the leak test: a different token in every field, file name, appendix, image and figure of
 * everything that the public may not have. Called by leaks.test.ts.
 */
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { GOOD_COUNCIL } from "../scripts/examples/councils.ts";

/** Why the public may not have something. */
export type Secrecy = "unissued" | "restricted" | "withdrawn";

export interface LeakyCouncil {
  readonly root: string;
  /** The restricted folder, beside the council's and not within it. */
  readonly restricted: string;
  /** Every token, with why it is secret and where it was planted. */
  readonly tokens: ReadonlyMap<string, { readonly secrecy: Secrecy; readonly where: string }>;
  /** Figures that stand in for tokens where only a number can. */
  readonly figures: readonly string[];
  /** What is to be issued before the build, and what is withdrawn after that. */
  readonly toIssue: readonly { readonly meeting: string; readonly kind: "agenda" | "minutes" }[];
  readonly toWithdraw: readonly { readonly meeting: string; readonly paper: string }[];
  readonly remove: () => void;
}

const TODAY = "2026-05-20T10:00";

export async function leakyCouncil(size = 1): Promise<LeakyCouncil> {
  const writer = new Writer();
  for (let index = 0; index < 6 * size; index++) writer.changedAfterIssue(`2026-07-${day(index)}-panel`);
  for (let index = 0; index < 24 * size; index++)
    await writer.neverIssued(`2026-08-${day(index)}-panel`, index % 2 === 0);
  for (let index = 0; index < 4 * size; index++) await writer.reportWithdrawn(`2026-09-${day(index)}-panel`);
  for (let index = 0; index < 2 * size; index++) writer.minutesWithdrawn(`2026-03-${day(index)}-panel`);
  for (let index = 0; index < 12 * size; index++) await writer.restrictedPart(`2026-10-${day(index)}-panel`, index < 4);
  for (let index = 0; index < 6 * size; index++) writer.exemptByMistake(`2026-11-${day(index)}-panel`);
  writer.livingData();
  return writer.council();
}

function day(index: number): string {
  return String((index % 28) + 1).padStart(2, "0");
}

class Writer {
  private readonly root = mkdtempSync(join(tmpdir(), "leaky-"));
  private readonly restricted = mkdtempSync(join(tmpdir(), "leaky-restricted-"));
  private readonly tokens = new Map<string, { secrecy: Secrecy; where: string }>();
  private readonly figures: string[] = [];
  private readonly toIssue: { meeting: string; kind: "agenda" | "minutes" }[] = [];
  private readonly toWithdraw: { meeting: string; paper: string }[] = [];
  /** Papers that nobody may hear of yet, which living data cites. */
  private readonly cited: string[] = [];

  constructor() {
    for (const folder of ["committees", "members", "pages"])
      cpSync(join(GOOD_COUNCIL, "content", folder), join(this.root, "content", folder), { recursive: true });
    cpSync(join(GOOD_COUNCIL, "data/council.json"), join(this.root, "data/council.json"));
  }

  council(): LeakyCouncil {
    const { root, restricted, tokens, figures, toIssue, toWithdraw } = this;
    const remove = () => {
      for (const folder of [root, restricted]) rmSync(folder, { recursive: true, force: true });
    };
    return { root, restricted, tokens, figures, toIssue, toWithdraw, remove };
  }

  /** A meeting whose agenda and report are issued, and whose drafts were changed since. */
  changedAfterIssue(id: string): void {
    const t = this.planter("unissued", id);
    this.meeting(id);
    this.openPapers(id);
    this.toIssue.push({ meeting: id, kind: "agenda" });
    // Written after the agenda is issued: see leaks.test.ts, which moves it into place.
    this.put(`${folderOf(id)}/.later/report.md`, report(t, {}));
    this.put(`${folderOf(id)}/.later/agenda.md`, agenda(t));
  }

  /** A meeting of which only the day and place are public. */
  async neverIssued(id: string, hasMinutes: boolean): Promise<void> {
    const t = this.planter("unissued", id);
    const name = t("file name");
    this.meeting(id);
    // Where there are minutes, their summary stands in the place of the agenda's, which then is in no output to be found in.
    this.put(
      `${folderOf(id)}/agenda.md`,
      agenda((where) => (hasMinutes && where === "agenda summary" ? "open" : t(where)), name),
    );
    await this.fullReport(this.root, id, name, t, "public", true);
    if (hasMinutes) this.put(`${folderOf(id)}/minutes.md`, minutes(t));
    this.cited.push(`${id}/${name}`);
  }

  /** A report that was issued and taken back. Its file's name is its address, where its tombstone stands. */
  async reportWithdrawn(id: string): Promise<void> {
    const t = this.planter("withdrawn", id);
    this.meeting(id);
    this.put(
      `${folderOf(id)}/agenda.md`,
      agenda(() => "Open"),
    );
    await this.fullReport(this.root, id, "report", t, "public", false);
    this.toIssue.push({ meeting: id, kind: "agenda" });
    this.toWithdraw.push({ meeting: id, paper: "report" });
  }

  /** Minutes that were issued and taken back, and that the next meeting's pack has to approve. */
  minutesWithdrawn(id: string): void {
    const t = this.planter("withdrawn", id);
    const next = id.replace("2026-03", "2026-06");
    this.meeting(id, "held");
    this.openPapers(id);
    this.put(`${folderOf(id)}/minutes.md`, minutes(t));
    this.meeting(next);
    this.put(
      `${folderOf(next)}/agenda.md`,
      agenda(() => "Open", "report", id),
    );
    this.put(
      `${folderOf(next)}/report.md`,
      report(() => "Open", {}),
    );
    this.toIssue.push(
      { meeting: id, kind: "agenda" },
      { meeting: id, kind: "minutes" },
      { meeting: next, kind: "agenda" },
    );
    this.toWithdraw.push({ meeting: id, paper: "minutes" });
  }

  /** A meeting with a part that is not for publication; its public entry is in the agenda, which may be issued. */
  async restrictedPart(id: string, isIssued: boolean): Promise<void> {
    const t = this.planter("restricted", id);
    this.meeting(id);
    this.put(
      `${folderOf(id)}/agenda.md`,
      agenda(() => "Open", "report", undefined, true),
    );
    this.put(
      `${folderOf(id)}/report.md`,
      report(() => "Open", {}),
    );
    await this.fullReport(this.restricted, id, t("file name"), t, "exempt", true, "4");
    this.put(`${folderOf(id)}/minutes.md`, minutes(t), this.restricted);
    if (isIssued) this.toIssue.push({ meeting: id, kind: "agenda" });
  }

  /** An officer's mistake: a report marked exempt that lies under content/. */
  exemptByMistake(id: string): void {
    const t = this.planter("restricted", id);
    this.meeting(id);
    const name = t("file name");
    this.put(`${folderOf(id)}/${name}.md`, report(t, { access: "exempt" }));
  }

  /** Progress data and a matter that cite papers nobody may hear of yet. */
  livingData(): void {
    const t = this.planter("unissued", "data");
    const source = (index: number) => `${this.cited[index % this.cited.length]}#p1-1`;
    const readings = Array.from({ length: 12 }, (_, index) => {
      const value = `7${randomBytes(4).readUInt32BE().toString().padStart(10, "0")}`;
      this.figures.push(value);
      return {
        date: `2026-0${1 + Math.floor(index / 4)}-${day((index % 4) * 6)}`,
        value: Number(value),
        source: source(index),
        revisions: [{ value: 5, on: "2026-05-01", because: `Counted again ${t("revision")}`, source: source(index) }],
      };
    });
    const progress = Array.from({ length: 8 }, (_, index) => ({
      date: `2026-04-${day(index)}`,
      status: "done",
      saidBy: `Officer ${t("said by")}`,
      text: `It went on: ${t("progress")}.`,
      source: source(index),
    }));
    const evidence = this.cited.slice(0, 4).map((paper) => ({ text: `Seen ${t("evidence")}`, source: paper }));
    const plan = {
      title: "Plan",
      kind: "improvement",
      inspection: "2026-wick",
      version: "1.0",
      status: "draft",
      summary: "A plan.",
      owner: "Director",
      updated: "2026-05-01",
      actions: [{ id: "act", title: "Act", findings: ["2026-wick/files"], progress, evidence }],
      measures: [
        { id: "counted", title: "Counted", unit: "cases", direction: "higher is better", actions: ["act"], readings },
      ],
    };
    this.put("data/plans/plan.json", JSON.stringify(plan, null, 2));
    this.put(
      "content/inspections/2026-wick.md",
      `---
title: Wick inspection
inspectorate: The inspectorate
framework: Framework of 2025
kind: full
fieldwork: { from: 2026-01-12, to: 2026-01-16 }
findings: [{ id: files, title: Files were not checked, kind: for improvement }]
forecasts: [{ text: "A visit ${t("forecast")}", saidBy: "Officer ${t("forecast by")}", source: ${this.cited[0]} }]
---
`,
    );
    this.put(
      "content/matters/matter.md",
      `---
title: A matter
summary: It goes on.
inspections: [2026-wick]
papers:
${this.cited.map((paper) => `  - ${paper}`).join("\n")}
contradictions:
  - about: "How many ${t("contradiction")}"
    statements: [{ text: "Some ${t("statement")}", saidBy: "Officer ${t("statement by")}", source: ${this.cited[1]} }]
---
`,
    );
  }

  private async fullReport(
    base: string,
    id: string,
    name: string,
    t: (where: string) => string,
    access: string,
    mayAttach: boolean,
    item = "2",
  ): Promise<void> {
    const appendix = mayAttach ? t("appendix file name") : `appendix-${id}`;
    const image = mayAttach ? t("image file name") : `image-${id}`;
    this.put(`${folderOf(id)}/${name}.md`, report(t, { access, appendix, image, item }), base);
    this.put(`${folderOf(id)}/appendices/${appendix}.pdf`, await pdfWith(t, mayAttach), base);
    this.put(`${folderOf(id)}/${image}.png`, pngWith(t("image text chunk")), base);
  }

  /** An agenda and a report with nothing to hide. */
  private openPapers(id: string): void {
    const open = () => "Open";
    this.put(`${folderOf(id)}/agenda.md`, agenda(open));
    this.put(`${folderOf(id)}/report.md`, report(open, {}));
  }

  private meeting(id: string, status = "scheduled"): void {
    this.put(
      `${folderOf(id)}/meeting.md`,
      `---\ncommittee: panel\ndate: ${id.slice(0, 10)}\ntime: "18:30"\nplace: { name: Wick Hall }\nstatus: ${status}\n---\n`,
    );
  }

  private put(file: string, content: string | Uint8Array, base = this.root): void {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), content);
  }

  private planter(secrecy: Secrecy, id: string): (where: string) => string {
    return (where) => {
      const token = `zq${randomBytes(12).toString("hex").slice(0, 16)}`;
      this.tokens.set(token, { secrecy, where: `${id}: ${where}` });
      return token;
    };
  }
}

export function folderOf(id: string): string {
  return `content/meetings/${id.slice(0, 4)}/${id}`;
}

type Plant = (where: string) => string;

function agenda(t: Plant, paper = "report", minutesOf?: string, isWithheld = false): string {
  const withheld = isWithheld
    ? `  - { id: exclusion, number: 3, title: Exclusion, text: "That the public be excluded during item 4 under paragraph 3 of Schedule 12A.", excludesPublicFor: [contract] }
  - { id: contract, number: 4, title: A contract, withheld: { category: exempt, paragraph: 3, description: financial or business affairs, publicInterest: It would raise the price. } }
`
    : "";
  return `---
access: public
summary: Business ${t("agenda summary")}
notice: Notice ${t("agenda notice")}
items:
  - { id: apologies, number: 1, title: "Apologies ${t("item title")}"${minutesOf ? `, minutesOf: ${minutesOf}` : ""} }
  - { id: main, number: 2, title: "The main item ${t("item title")}", text: "To decide ${t("item text")}", for: decision, papers: [${paper}], urgent: "Now ${t("urgent")}" }
  - { id: later, number: 5, title: A later item, papers: [absent], toFollow: "Late ${t("to follow")}" }
${withheld}---
`;
}

function report(t: Plant, { access = "public", appendix = "", image = "", item = "2" }): string {
  return `---
title: "Report ${t("title")}"
access: ${access}
agendaItem: ${item}
from: Director ${t("from")}
contactOfficer: { name: "Name ${t("contact name")}", role: "Role ${t("contact role")}", phone: "${t("phone")}", email: "${t("email")}@wick.example" }
deadline: "By ${t("deadline")}"
origin: { referredBy: "Board ${t("referred by")}", because: "Since ${t("referred because")}" }
summary: "Summary ${t("summary")}"
recommendations:
  - that: the Panel ${t("that")}
    limbs: [{ verb: "notes ${t("verb")}", object: "the findings ${t("object")}" }]
  - { text: "Whole ${t("whole recommendation")}", that: the Panel, limbs: [{ verb: agrees, object: it }] }
implications: { financial: { text: "Money ${t("implication")}", clearedBy: "Officer ${t("cleared by")}" } }
backgroundPapers: ["Paper ${t("background paper")}"]
${appendix ? `appendices: [{ id: a, title: "Appendix ${t("appendix title")}", file: appendices/${appendix}.pdf, access: ${access} }]\n` : ""}---
## Heading ${t("heading")}

A paragraph **${t("bold")}** with a [link ${t("link words")}](https://wick.example/${t("link address")}) and a note.[^1]

[^1]: Note ${t("footnote")}

- A point ${t("bullet")}
- Another

(a) lettered ${t("lettered")}

Table 1: caption ${t("caption")}

| Area | Grade ${t("table head")} |
| --- | --- |
| Files | ${t("table cell")} |

> Quoted ${t("quotation")}

### Under it ${t("sub-heading")}

Code \`${t("code")}\`, and an end.
${image ? `\n![Picture ${t("alternative text")}](${image}.png)\n` : ""}`;
}

function minutes(t: Plant): string {
  const [asked, later] = [t("follow-up id"), t("follow-up id")];
  return `---
access: public
summary: "Decided ${t("minutes summary")}"
began: "18:30"
chair: ada-brook
attendance:
  - { member: ada-brook, arrived: "late ${t("arrived")}" }
  - { member: ben-carr, as: attending under a rule, rule: "rule ${t("rule")}" }
  - { officer: "Director ${t("officer")}", name: "Name ${t("officer name")}", as: officer }
  - { guest: "Guest ${t("guest")}" }
interests: [{ member: ben-carr, item: "2", type: personal, description: "Interest ${t("interest")}" }]
petitions: ["Petition ${t("petition")}"]
fairSummary: "In private ${t("fair summary")}"
items:
  - { item: 1, minute: 1 }
  - item: 2
    minute: 2
    decision: "It was ${t("decision")}"
    urgency: "Urgent ${t("urgency")}"
    movedBy: ada-brook
    secondedBy: ben-carr
    resolutions:
      - { letter: a, text: "That it be ${t("resolution")}", answers: [1], change: amended, difference: "Different ${t("difference")}", secondedBy: "Member ${t("seconder")}" }
    notCarried: [{ limb: 2, outcome: rejected, because: "Not ${t("not carried")}" }]
    amendments: [{ text: "To add ${t("amendment")}", movedBy: ben-carr, result: lost }]
    questions: [{ by: "A resident ${t("asker")}", under: "rule ${t("asked under")}", question: "Why ${t("question")}", answeredBy: "Director ${t("answerer")}", answer: "So ${t("answer")}" }]
    followUps:
      - { id: ${asked}, text: "A note ${t("follow-up")}", askedBy: "the Panel ${t("asked by")}", undertakenBy: "Director ${t("undertaken by")}", kind: action, returnsTo: panel, due: { said: "soon ${t("said")}" } }
      - { id: ${later}, text: "Another note ${t("follow-up")}", askedBy: the Panel, kind: action, returnsTo: panel, due: { said: soon } }
undertakings: [{ followUp: ${later}, by: "Director ${t("undertaken later by")}", item: 2 }]
---
## 1. Apologies

None ${t("narrative")}.

## 2. The main item

The Panel talked ${t("narrative")}.
`;
}

async function pdfWith(t: Plant, mayAttach: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(t("PDF title"));
  pdf.setAuthor(t("PDF author"));
  pdf.setSubject(t("PDF subject"));
  pdf.setKeywords([t("PDF keywords")]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText(`Appendix ${t("PDF text")}`, { x: 50, y: 700, size: 12, font });
  // A PDF with files in it cannot be issued, so only what never will be has one.
  if (mayAttach)
    await pdf.attach(new TextEncoder().encode(t("PDF attachment")), `${t("PDF attachment name")}.txt`, {
      mimeType: "text/plain",
    });
  return pdf.save();
}

/** A grey picture of one point, with words in a text chunk. */
function pngWith(words: string): Uint8Array {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk("tEXt", Buffer.from(`Comment\0${words}`, "latin1")),
    chunk("IDAT", Buffer.from([120, 156, 99, 104, 0, 0, 0, 130, 0, 129])),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export { TODAY };

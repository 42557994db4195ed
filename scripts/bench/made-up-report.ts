/**
 * The Markdown of one made-up report, with everything in it that a pack has to carry: numbered sections, lists of every
 * sort, tables short, wide and long, notes, quotes, links, a chart and an image. Called by generated-council.ts.
 */
import type { Draws } from "./draws.ts";
import { capital, decimal, fill, pounds, sentence, sentences } from "./made-up-words.ts";

/** What a report's text needs to know of the council around it. */
export interface ReportSetting {
  /** How high its text is to stand in print, in millimetres; it ends with the section that reaches it. */
  readonly height: number;
  /** Whether the numbers of sections and paragraphs are typed, as in papers that come from Word. */
  readonly isTyped: boolean;
  readonly measure: string;
  readonly picture: string;
  /** Addresses that its links lead to: another report, by its path and by its whole address, and one of its paragraphs. */
  readonly links: readonly string[];
}

/** Rough heights in print, in millimetres, that tell when enough has been written. */
const LINE = 5.4;
const GAP = 4.2;
const ROW = 8.6;
const CHART = 78;
const PICTURE = 86;
const HEADING = 20;
/** From this height on a report has something of every kind. */
const ALL_KINDS = 8 * 253;
/** Letters in a line of running text. */
const LETTERS = 84;

/** The report's body. */
export function madeUpReport(draws: Draws, setting: ReportSetting): string {
  return new ReportWriter(draws, setting).body();
}

class ReportWriter {
  private readonly lines: string[] = [];
  private readonly draws: Draws;
  private readonly setting: ReportSetting;
  private section = 0;
  private paragraphs = 0;
  private tables = 0;
  private notes = 0;
  private height = 0;

  constructor(draws: Draws, setting: ReportSetting) {
    this.draws = draws;
    this.setting = setting;
  }

  /** Sections in turn, each with a thing of another kind in it, from a kind that differs between reports. */
  body(): string {
    const kinds = [
      () => this.letters(),
      () => this.shortTable(),
      () => this.chart(),
      () => this.points(),
      () => this.links(),
      () => this.longTable(),
      () => this.noted(),
      () => this.picture(),
      () => this.quote(),
      () => this.steps(),
      () => this.wideTable(),
      () => this.subHeadings(),
    ];
    const isOnce = (kind: number) => kind === 2 || kind === 7;
    const start = this.draws.whole(0, kinds.length - 1);
    const isDone = (times: number) =>
      this.height >= this.setting.height && (times >= kinds.length || this.setting.height < ALL_KINDS);
    for (let times = 0; times === 0 || !isDone(times); times++) {
      const kind = (start + times) % kinds.length;
      this.heading(times === 1);
      this.paragraph();
      // A chart and a picture stand in a report once.
      if (!(isOnce(kind) && times >= kinds.length)) kinds[kind]?.();
      if (times >= kinds.length || this.draws.happens(40)) this.paragraph();
    }
    return `${this.lines.join("\n")}\n`;
  }

  private heading(isLong: boolean): void {
    this.section += 1;
    this.paragraphs = 0;
    const words = isLong
      ? "What the {kind} and {kind} work on {things} at {place} has shown so far, what {body} said of it, and what it may mean for the {thing}, the {things} and the {kind} {things} of {place}"
      : this.draws.pick(["{kind} {things}", "the {thing} at {place}", "what {body} said", "{things} and the {thing}"]);
    const number = this.setting.isTyped ? `${this.section}. ` : "";
    this.put(HEADING, `## ${number}${capital(fill(this.draws, words))}`);
  }

  private paragraph(words = sentences(this.draws, 2, 6)): void {
    this.paragraphs += 1;
    const number = this.setting.isTyped ? `${this.section}.${this.paragraphs} ` : "";
    this.put(textHeight(words), `${number}${words}`);
  }

  private letters(): void {
    this.paragraph("The choices that were looked at are these:");
    const item = (letter: string, indent: string) =>
      this.put(textHeight(indent, 60) + LINE, `${indent}(${letter}) ${sentence(this.draws)}`);
    for (const letter of ["a", "b", "c", "d"]) {
      item(letter, "");
      if (letter === "b" || letter === "d") for (const inner of ["i", "ii", "iii"]) item(inner, "    ");
    }
  }

  private points(): void {
    for (let point = this.draws.whole(3, 5); point > 0; point--) {
      this.join(2.2 * LINE, `- ${sentence(this.draws)}`);
      if (point === 2)
        for (let inner = 0; inner < 3; inner++)
          this.join(2 * LINE, `  - ${fill(this.draws, "{kind} {things} {when}")}`);
    }
    this.put(GAP, "");
  }

  private steps(): void {
    for (let step = 1; step <= 5; step++) {
      this.join(2.4 * LINE, `${step}. ${sentence(this.draws)}`);
      if (step === 3) for (const letter of ["a", "b"]) this.join(2.2 * LINE, `   (${letter}) ${sentence(this.draws)}`);
    }
    this.put(GAP, "");
  }

  private shortTable(): void {
    this.table("{things} by area", ["Area", "Counted", "Share", "Cost"], this.draws.whole(4, 8), () => [
      fill(this.draws, "{place}"),
      String(this.draws.whole(4, 900)),
      `${decimal(this.draws, 1, 60)}%`,
      pounds(this.draws),
    ]);
  }

  private wideTable(): void {
    const years = ["2021/22", "2022/23", "2023/24", "2024/25", "2025/26", "2026/27"];
    this.table("money for {things}, £ million, by year", ["What it is for", ...years], this.draws.whole(6, 11), () => [
      capital(fill(this.draws, "{kind} {things}")),
      ...years.map(() => decimal(this.draws, 0, 44)),
    ]);
  }

  /** Long enough to run over a page, and some of its cells over lines. */
  private longTable(): void {
    const columns = ["What was looked at", "Who answers for it", "What was found", "Cost"];
    this.table("every one of the {things} that was looked at {when}", columns, this.draws.whole(26, 40), () => [
      capital(fill(this.draws, "{kind} {thing}, {place}")),
      fill(this.draws, "{who}"),
      capital(fill(this.draws, "{done} {when}")),
      pounds(this.draws),
    ]);
  }

  private table(caption: string, columns: readonly string[], rows: number, row: () => readonly string[]): void {
    this.tables += 1;
    const figures = /^(Counted|Share|Cost|20)/;
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    // Cells with words in them take two lines, as a rule.
    const high = columns.length === 4 && columns[1] !== "Counted" ? 1.75 * ROW : ROW;
    this.put(rows * high + 2.5 * ROW, `Table ${this.tables}: ${fill(this.draws, caption)}`);
    this.lines.push(line(columns), line(columns.map((column) => (figures.test(column) ? "---:" : "---"))));
    for (let at = 0; at < rows; at++) this.lines.push(line(row()));
    this.lines.push("");
  }

  private chart(): void {
    this.put(CHART, `::: chart ${this.setting.measure}`);
  }

  private picture(): void {
    const shown = fill(this.draws, "A plan of {place}, with the {thing} and the {kind} {things} around it in colours");
    this.put(PICTURE, `![${shown}](${this.setting.picture})`);
  }

  private quote(): void {
    const said = [sentences(this.draws, 2, 3), sentences(this.draws, 1, 2)];
    this.put(textHeight(said.join(), 0) + GAP, `> ${said.join("\n>\n> ")}`);
  }

  private noted(): void {
    const notes = Array.from({ length: 3 }, () => {
      this.notes += 1;
      return this.notes;
    });
    this.paragraph(notes.map((note) => sentence(this.draws).replace(/\.$/, `.[^${note}]`)).join(" "));
    for (const note of notes) this.put(1.6 * LINE, `[^${note}]: ${sentence(this.draws)}`);
  }

  private links(): void {
    const [path, whole, paragraph] = this.setting.links;
    this.paragraph(
      `${sentence(this.draws)} [A report to the same meeting](${path}) has more on this, and so does [its second section](${paragraph}). [That report’s own page](${whole}) says when it was issued.`,
    );
    this.paragraph(
      `The first section has [what was asked](#p1-1). The [national figures](https://figures.example/councils/${this.section}) are published each year, and questions go to [the committee’s officer](mailto:papers@alderwick.example). **${sentence(this.draws)}** *${sentence(this.draws)}*`,
    );
  }

  private subHeadings(): void {
    for (let times = 0; times < 2; times++) {
      this.put(HEADING * 0.7, `### ${capital(fill(this.draws, "{kind} {things} at {place}"))}`);
      this.paragraph();
    }
  }

  /** Writes a block, and the empty line that ends it. */
  private put(height: number, words: string): void {
    this.join(height, words);
    if (words !== "") this.lines.push("");
  }

  private join(height: number, words: string): void {
    this.height += height;
    this.lines.push(words);
  }
}

function textHeight(words: string, more = 0): number {
  return Math.ceil((words.length + more) / LETTERS) * LINE + GAP;
}

/**
 * Which lines of a report are headings: by Word's styles, by what the council's template says, or because an officer answered so.
 * A bold line alone is asked about and never taken for one. Called by read-word.ts.
 */
import type { ReportTemplate } from "../../model/report-template.ts";
import type { WordQuestion } from "../imported-word.ts";
import { placeOf } from "../preflight/finding.ts";
import type { Paragraph, Surveyed } from "../surveyed.ts";

const LONGEST = 14;

export class Headings {
  private readonly levels = new Map<number, number>();
  readonly questions: { readonly paragraph: number; readonly question: WordQuestion }[] = [];
  /** The line that Word's styles say is the report's title. */
  readonly title: Paragraph | null;

  /** `yes` are the ids of the questions that were answered with yes; `headings` answers all of ours. */
  constructor(surveyed: Surveyed, template: ReportTemplate | null, yes: readonly string[]) {
    const lines = surveyed.body.filter(
      (block): block is Paragraph => block.kind === "paragraph" && block.text.trim() !== "" && !block.isContents,
    );
    const mayBeTitle = template?.places.some(({ field }) => field === "title") ? null : titleAsked(lines);
    const asked = mayBeTitle && `title-${mayBeTitle.number}`;
    this.title = titleIn(lines) ?? (asked && yes.includes(asked) ? mayBeTitle : null);
    const rest = lines.filter((line) => line !== this.title);
    const highest = rest.reduce((least, { headingLevel }) => Math.min(least, headingLevel ?? 9), 9);
    for (const line of rest) {
      if (line === mayBeTitle && asked && !this.title) this.askTitle(line, asked);
      if (line.headingLevel !== null) this.levels.set(line.number, line.headingLevel - highest + 1);
      else if (line !== mayBeTitle || yes.includes(`heading-${line.number}`)) {
        const level = template?.headings.find((rule) => fits(line, rule))?.level;
        if (level !== undefined) this.levels.set(line.number, level);
        else if (looksLike(line)) this.ask(line, yes);
      }
    }
  }

  /** 1 for a section, 2 for a heading inside it; null for what is none. */
  levelOf({ number }: Paragraph): number | null {
    return this.levels.get(number) ?? null;
  }

  private askTitle(line: Paragraph, id: string): void {
    const asks = `${placeOf(line)}: it is the first line, and all bold. Is it the report's title?`;
    this.questions.push({ paragraph: line.number, question: { id, asks, ifYes: "It becomes the title." } });
  }

  private ask(line: Paragraph, yes: readonly string[]): void {
    const id = `heading-${line.number}`;
    const level = /^\d+\.\d/.test(line.label?.text ?? line.text) ? 2 : 1;
    if (yes.includes(id) || yes.includes("headings")) this.levels.set(line.number, level);
    else
      this.questions.push({
        paragraph: line.number,
        question: {
          id,
          asks: `${placeOf(line)}: the whole line is bold. Is it a heading?`,
          ifYes: "It becomes a heading.",
        },
      });
  }
}

/** By the style that Word has for a title, or the only first heading, before all others. */
function titleIn(lines: readonly Paragraph[]): Paragraph | null {
  const styled = lines.find(({ styleName }) => styleName === "title");
  if (styled) return styled;
  const [first, ...others] = lines.filter(({ headingLevel }) => headingLevel !== null);
  const isAlone =
    first?.headingLevel === 1 &&
    !first.label?.text &&
    others.length > 0 &&
    others.every(({ headingLevel }) => (headingLevel ?? 1) > 1);
  return isAlone ? first : null;
}

/** The first line, where it is bold and may be a title: in a file without Word's own headings nothing else says so. */
function titleAsked(lines: readonly Paragraph[]): Paragraph | null {
  const [first] = lines;
  if (!first || first.label || lines.some(({ headingLevel }) => headingLevel !== null)) return null;
  return looksLike(first) ? first : null;
}

function fits(line: Paragraph, rule: ReportTemplate["headings"][number]): boolean {
  if (rule.style !== undefined && line.styleName !== rule.style.toLowerCase()) return false;
  if (rule.bold && !isBold(line)) return false;
  if (rule.capitals && (line.text !== line.text.toUpperCase() || !/\p{L}/u.test(line.text))) return false;
  if (rule.numbered && !/^\d{1,3}[.)]?$/.test(line.label?.text || (/^\s*(\d{1,3}[.)])\s/.exec(line.text)?.[1] ?? "")))
    return false;
  return rule.style !== undefined || rule.bold || rule.capitals || rule.numbered;
}

function looksLike(line: Paragraph): boolean {
  const words = line.text.trim().split(/\s+/);
  return isBold(line) && words.length <= LONGEST && !/[.;,]$/.test(line.text.trim()) && !line.label?.isBullet;
}

function isBold({ pieces }: Paragraph): boolean {
  const words = pieces.filter((piece) => piece.kind === "text" && piece.text.trim() !== "");
  return words.length > 0 && words.every((piece) => piece.kind === "text" && piece.look.isBold);
}

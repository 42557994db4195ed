/**
 * Reads a Word file as a paper, as named steps: open, decide changes, survey, preflight, structure, Markdown, proof. Runs in the
 * worker that word-worker.ts is; nothing here writes a file.
 */
import { renderPaper } from "../markdown/render.ts";
import type { Problem } from "../model/problem.ts";
import type { ReportTemplate } from "../model/report-template.ts";
import { changesIn, withChangesAccepted } from "./changes.ts";
import { type Form, readForm, templateOf } from "./form.ts";
import type { Accepted } from "./imported-word.ts";
import { Headings } from "./paper/headings.ts";
import { withLinks } from "./paper/links.ts";
import { type PaperBlocks, paperBlocks } from "./paper/paper-blocks.ts";
import { paperPictures } from "./paper/pictures.ts";
import type { ReadWordRequest, WordPaper, WordRead } from "./paper/word-paper.ts";
import { asProblem, type Finding, shortened } from "./preflight/finding.ts";
import { preflight } from "./preflight/preflight.ts";
import { propertiesOf } from "./preflight/properties.ts";
import { blockTokens, cellTokens, difference, renderedWords } from "./proof.ts";
import { structureOf } from "./structure.ts";
import { survey } from "./survey.ts";
import { type Block, type Paragraph, paragraphsIn, type Surveyed } from "./surveyed.ts";
import { Unreadable } from "./unreadable.ts";
import { visibleWords } from "./visible-words.ts";
import { openWord, type Story, type WordDocument } from "./word-document.ts";

/** Reads the file. What is wrong with it comes back as problems; what is thrown is a fault of ours. */
export async function readWord(request: ReadWordRequest): Promise<WordRead> {
  try {
    return await read(request);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { rule, message, mend } = error;
    return stopped([{ rule, severity: "error", file: request.name, line: 1, column: 1, message, mend }]);
  }
}

async function read(request: ReadWordRequest): Promise<WordRead> {
  const { name, yes } = request;
  const opened = await openWord(request.bytes);
  const templates = request.templates as readonly ReportTemplate[];
  const changes = changesIn(opened.body.root).length;
  const document = request.accepted.includes("changes") ? decidedChanges(opened) : opened;
  const surveyed = survey(document);
  const template = templateOf(surveyed, templates);
  const accepted = [...request.accepted, ...templates.flatMap(({ leaveOut }) => leaveOut)];
  const findings = preflight(document, surveyed, name, accepted);
  if (findings.length > 0)
    return stopped(
      findings.map((each) => asProblem(name, each)),
      findings,
    );

  const headings = new Headings(surveyed, template, yes);
  const form = readForm(surveyed, template, request.committee, headings);
  const structure = await structureOf(surveyed);
  const pictures = paperPictures(document, structure.pictures, request.pictures);
  const left: string[] = [];
  const blocks = paperBlocks({
    surveyed,
    structure,
    headings,
    taken: form.taken,
    yes,
    context: { picture: pictures.of, link: (href) => linkKept(href, left) },
  });
  const numbering = blocks.isNumbered ? "typed" : "none";
  const { chunks, lost } = withLinks(blocks.chunks, surveyed, numbering);
  const body = `${chunks.map(({ markdown }) => markdown).join("\n\n")}\n`;
  const proof = prove(document, surveyed, form, blocks, body, numbering, name);
  const paper: WordPaper = {
    template: template?.title ?? null,
    form: form.values,
    taken: [...form.taken],
    chunks,
    body,
    numbering,
    pictures: pictures.files,
    shown: shownIn(surveyed),
    counted: proof.counted,
  };
  const asked = headings.questions.filter(({ paragraph }) => !form.taken.has(paragraph));
  const questions = [...asked.map(({ question }) => question), ...blocks.questions, ...pictures.questions];
  const notes = [
    ...acceptedNotes(document, changes, accepted),
    ...leftOut(surveyed),
    ...left,
    ...lost,
    ...blocks.notes,
  ];
  return { paper: proof.problems.length > 0 ? null : paper, problems: proof.problems, mayAccept: [], questions, notes };
}

function stopped(problems: readonly Problem[], findings: readonly Finding[] = []): WordRead {
  const mayAccept = [...new Set(findings.flatMap(({ accept }) => accept ?? []))];
  return { paper: null, problems, mayAccept, questions: [], notes: [] };
}

function decidedChanges(document: WordDocument): WordDocument {
  const decided = (story: Story): Story => ({ ...story, root: withChangesAccepted(story.root) });
  return {
    ...document,
    body: decided(document.body),
    notes: document.notes.map(decided),
    headersAndFooters: document.headersAndFooters.map(decided),
  };
}

/** Links to pages and people stay; those to files on somebody's own machine lead no reader anywhere. */
function linkKept(href: string, left: string[]): string | null {
  if (/^(https?:\/\/|mailto:|tel:|bookmark:)/i.test(href)) return href;
  left.push(
    `A link to "${shortened(href)}" is left out, since it leads to no page that readers can open; its words stay.`,
  );
  return null;
}

/** The words of the file against those of the report as it is rendered. */
function prove(
  document: WordDocument,
  surveyed: Surveyed,
  form: Form,
  { tables }: PaperBlocks,
  body: string,
  numbering: "typed" | "none",
  file: string,
): { problems: Problem[]; counted: WordPaper["counted"] } {
  const words = visibleWords(document);
  const byElement = new Map(surveyed.paragraphs.map((each) => [each.element, each]));
  const cells = [...cellsOf(surveyed.body, tables)].map((blocks) => [...paragraphsIn(blocks)]);
  const inCells = new Set(cells.flat());
  // In a cell a number or bullet is words, even where none follow; elsewhere it is a mark of the paragraph, and goes with it.
  const wordsIn = (paragraph: Paragraph | undefined, text: string): string => {
    const inCell = paragraph !== undefined && inCells.has(paragraph);
    if (text.trim() === "" && !inCell) return "";
    const label = paragraph?.label?.isBullet ? (inCell ? "•" : "") : (paragraph?.label?.text ?? "");
    return `${label} ${text.trim()}`.trim();
  };
  const inWord = [...words].flatMap(([element, text]) => {
    const paragraph = byElement.get(element);
    return paragraph && form.taken.has(paragraph.number) ? [] : blockTokens(wordsIn(paragraph, text));
  });
  const cellsInWord = cellTokens(
    cells.map((all) => all.map((each) => wordsIn(each, words.get(each.element) ?? "")).join(" ")),
  );
  const html = renderPaper(body, { numbering, forPrint: true, chart: () => "", image: (image) => image });
  const rendered = renderedWords(html);
  const ofWords = difference(inWord, rendered.words);
  const ofCells = difference(cellsInWord, rendered.cells);
  const problems: Problem[] = [];
  const say = (what: string, list: readonly string[]) => {
    if (list.length > 0)
      problems.push({
        rule: "word-not-equal",
        severity: "error",
        file,
        line: 1,
        column: 1,
        message: `${what}: ${list
          .slice(0, 12)
          .map((each) => `"${shortened(each, 12)}"`)
          .join(", ")}${list.length > 12 ? ` and ${list.length - 12} more` : ""}.`,
        mend: "This is a fault of Clear Days, so nothing was written: please report it, with the file if it may be shown. Until then, type what stands around these words again in Word, as plain paragraphs.",
      });
  };
  say("The Word file shows words that the report would lose", ofWords.lost);
  say("The report would have words that the Word file does not show", ofWords.added);
  if (problems.length === 0) {
    say("The Word file has cells of tables that the report would not have", ofCells.lost);
    say("The report would have cells of tables that the Word file has not", ofCells.added);
  }
  return { problems, counted: { words: inWord.length, cells: cellsInWord.length } };
}

/** The cells of the tables that stay tables. */
function* cellsOf(blocks: readonly Block[], tables: ReadonlySet<number>): Generator<readonly Block[]> {
  for (const block of blocks)
    if (block.kind === "paragraph") yield* cellsOf(block.boxes, tables);
    else
      for (const { cells } of block.rows)
        for (const cell of cells)
          if (tables.has(block.number)) yield cell.blocks;
          else yield* cellsOf(cell.blocks, tables);
}

function shownIn({ paragraphs }: Surveyed): WordPaper["shown"] {
  return paragraphs
    .filter(({ story, text, isContents }) => !/header|footer/.test(story.kind) && text.trim() !== "" && !isContents)
    .map(({ number, label, text, isInTable }) => ({
      number,
      label: label?.isBullet ? "•" : (label?.text ?? ""),
      text,
      isInTable,
    }));
}

/** What an officer decided, or the council's template did, for the record of imports. */
function acceptedNotes(document: WordDocument, changes: number, accepted: readonly Accepted[]): string[] {
  const properties = propertiesOf(document).map(({ name }) => name);
  return [
    ...(accepted.includes("changes") && changes > 0
      ? [`${changes} tracked ${changes === 1 ? "change was" : "changes were"} accepted, as if in Word.`]
      : []),
    ...(accepted.includes("comments") && document.comments ? ["Comments were left out."] : []),
    ...(accepted.includes("properties") && properties.length > 0
      ? [`What the file says of itself was left out: ${properties.join(", ")}.`]
      : []),
  ];
}

/** What of the file no report has: a table of contents, headers and footers. */
function leftOut({ paragraphs, headersAndFooters }: Surveyed): string[] {
  const around = [...paragraphsIn(headersAndFooters)].map(({ text }) => text.replace(/\s+/g, " ").trim());
  const said = [...new Set(around.filter((text) => /[\p{L}]/u.test(text)))];
  const quoted = said.map((text) => `"${shortened(text, 12)}"`);
  return [
    ...(paragraphs.some(({ isContents }) => isContents)
      ? ["The table of contents is left out: page numbers of the Word file hold nowhere else."]
      : []),
    ...(quoted.length > 0
      ? [`Headers and footers are left out, since the pack has its own: ${quoted.join(", ")}.`]
      : []),
  ];
}

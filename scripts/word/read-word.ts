/**
 * Reads a Word file as a paper, as named steps: open, decide changes, survey, preflight, structure, Markdown, proof. Runs in the
 * worker that word-worker.ts is; nothing here writes a file.
 */
import type { Problem } from "../model/problem.ts";
import type { ReportTemplate } from "../model/report-template.ts";
import { changesIn, withChangesAccepted } from "./changes.ts";
import { readForm, templateOf } from "./form.ts";
import { acceptedNotes, leftOut } from "./left-out.ts";
import { Headings } from "./paper/headings.ts";
import { withLinks } from "./paper/links.ts";
import { paperBlocks } from "./paper/paper-blocks.ts";
import { paperPictures } from "./paper/pictures.ts";
import type { ReadWordRequest, WordPaper, WordRead } from "./paper/word-paper.ts";
import { asProblem, type Finding, shortened } from "./preflight/finding.ts";
import { preflight } from "./preflight/preflight.ts";
import { prove } from "./proof.ts";
import { structureOf } from "./structure.ts";
import { survey } from "./survey.ts";
import type { Surveyed } from "./surveyed.ts";
import { Unreadable } from "./unreadable.ts";
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

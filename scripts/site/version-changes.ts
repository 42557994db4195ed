/** What changed from one version of a paper or an agenda to the next, in words and paragraph by paragraph. For pages and packs. */
import type { PublicAgenda, PublicPaper } from "../access/public-council.ts";
import { type Change, compareVersions, wordsOf } from "../markdown/compare-versions.ts";
import { blockTexts } from "../markdown/paper-text.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import type { Site } from "./site.ts";

export interface ChangeView {
  /** What happened, in a sentence: `Paragraph 4.7 was changed.` */
  readonly words: string;
  /** The paragraph's place in the later version; null where it was taken out. */
  readonly anchor: string | null;
  readonly before: readonly Run[];
  readonly after: readonly Run[];
}

/** Some words, and whether they are what changed. */
export interface Run {
  readonly text: string;
  readonly isChanged: boolean;
}

/** The changes between two versions of a paper: its heading first, then its paragraphs in order. */
export function paperChanges(site: Site, before: PublicPaper<unknown>, after: PublicPaper<unknown>): ChangeView[] {
  const texts = ({ body, outline }: PublicPaper<unknown>) =>
    blockTexts(site.council.read(body), outline.numbering, outline.kept);
  return [
    ...fieldChanges(headingOf(before.value), headingOf(after.value)),
    ...minutesChanges(before.value, after.value),
    ...compareVersions(texts(before), texts(after)).map(changeView),
    ...filesChanged(before, after),
  ];
}

/** The changes between two versions of an agenda: item by item, by the ids that never change. */
export function agendaChanges(before: PublicAgenda, after: PublicAgenda): ChangeView[] {
  const name = (item: AgendaItem) => `Item ${item.displayed ?? item.number}, ${item.title},`;
  const was = new Map(before.value.items.map((item) => [item.id, item]));
  const is = new Set(after.value.items.map(({ id }) => id));
  return [
    ...fieldChanges(
      { summary: before.value.summary, notice: before.value.notice },
      { summary: after.value.summary, notice: after.value.notice },
    ),
    ...after.value.items.flatMap((item): ChangeView[] => {
      const old = was.get(item.id);
      if (!old)
        return [{ words: `${name(item)} was added.`, anchor: item.id, before: [], after: plain(itemWords(item)) }];
      if (itemWords(old) === itemWords(item)) return [];
      return [{ words: `${name(item)} was changed.`, anchor: item.id, ...runsOf(itemWords(old), itemWords(item)) }];
    }),
    ...before.value.items
      .filter(({ id }) => !is.has(id))
      .map((item) => ({
        words: `${name(item)} was taken out.`,
        anchor: null,
        before: plain(itemWords(item)),
        after: [],
      })),
  ];
}

/** What minutes record above their narrative: who was there, and what was resolved and asked for, minute by minute. */
function minutesChanges(before: unknown, after: unknown): ChangeView[] {
  const [was, is] = [before as Partial<Minutes>, after as Partial<Minutes>];
  if (!was.attendance || !is.items) return [];
  const said = (words: string): ChangeView => ({ words, anchor: null, before: [], after: [] });
  const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const { items: _, summary: __, ...rest } = was;
  const { items: ___, summary: ____, ...now } = is;
  const earlier = new Map(was.items?.map((item) => [item.minute, item]));
  return [
    ...(differ(rest, now)
      ? [
          said(
            "What the minutes record of the meeting as a whole was changed: who was there, when it began and ended, and the like.",
          ),
        ]
      : []),
    ...is.items
      .filter((item) => differ(earlier.get(item.minute), item))
      .map((item) => said(`What is recorded of minute ${item.minute} was changed.`)),
  ];
}

/** Appendices and pictures whose file is another one now, though they are called the same. */
function filesChanged(before: PublicPaper<unknown>, after: PublicPaper<unknown>): ChangeView[] {
  const said = (words: string): ChangeView => ({ words, anchor: null, before: [], after: [] });
  const appendices = after.appendices.filter((appendix) => {
    const was = before.appendices.find(({ id }) => id === appendix.id);
    return was && was.hash !== appendix.hash;
  });
  const images = [...after.images].filter(([name, image]) => {
    const was = before.images.get(name);
    return was && was.hash !== image.hash;
  });
  return [
    ...appendices.map(({ title }) => said(`The PDF of ${title} was replaced.`)),
    ...images.map(([name]) => said(`The picture ${name} was replaced.`)),
  ];
}

function itemWords(item: AgendaItem): string {
  const { withheld } = item;
  return [
    `${item.displayed ?? item.number} ${item.title}.`,
    item.text,
    item.papers.length > 0 ? `${item.papers.length} ${item.papers.length === 1 ? "paper" : "papers"}.` : null,
    item.toFollow ? `To follow: ${item.toFollow}` : null,
    item.urgent ? `Urgent: ${item.urgent}` : null,
    item.keyDecision ? "Key decision." : null,
    withheld
      ? `Not for publication: ${withheld.description} ${withheld.publicInterest ?? withheld.forbiddenBy ?? ""}`
      : null,
    withheld?.representations ? `Representations: ${withheld.representations}` : null,
  ]
    .filter(Boolean)
    .join(" ");
}

/** What stands above a report's paragraphs, by its name in words. */
function headingOf(value: unknown): Record<string, string | undefined> {
  const report = value as Partial<Report>;
  const limbs = (report.recommendations ?? []).flatMap(({ text, that, limbs: each }) =>
    text ? [text] : each.map(({ verb, object }) => `That ${that} ${verb} ${object}.`),
  );
  const implications = Object.entries(report.implications ?? {}).map(
    ([kind, said]) => `${kind}: ${typeof said === "string" ? said : said.text}`,
  );
  return {
    title: report.title,
    summary: report.summary,
    recommendations: limbs.join(" ") || undefined,
    implications: implications.join(" ") || undefined,
    "background papers": Array.isArray(report.backgroundPapers) ? report.backgroundPapers.join("; ") : undefined,
    appendices: report.appendices?.map(({ title }) => title).join("; ") || undefined,
  };
}

function fieldChanges(
  before: Record<string, string | undefined>,
  after: Record<string, string | undefined>,
): ChangeView[] {
  return Object.keys({ ...before, ...after }).flatMap((name): ChangeView[] => {
    const [was = "", is = ""] = [before[name], after[name]];
    if (was === is) return [];
    const verb = name.endsWith("s") && name !== "summary" ? "were" : "was";
    return [{ words: `The ${name} ${verb} changed.`, anchor: null, ...runsOf(was, is) }];
  });
}

function changeView(change: Change): ChangeView {
  const block = change.kind === "removed" ? change.before : change.after;
  const name = block.number
    ? `${block.kind === "section" ? "Section" : "Paragraph"} ${block.number}`
    : {
        section: "A heading",
        "sub-heading": "A heading",
        paragraph: "A paragraph",
        table: "A table",
        list: "A point of a list",
        quote: "A quotation",
        chart: "A chart",
        image: "An image",
      }[block.kind];
  if (change.kind === "changed")
    return {
      words: `${name} was changed.`,
      anchor: change.after.anchor,
      ...runsOf(change.before.text, change.after.text),
    };
  if (change.kind === "added")
    return { words: `${name} was added.`, anchor: change.after.anchor, before: [], after: plain(change.after.text) };
  return { words: `${name} was taken out.`, anchor: null, before: plain(change.before.text), after: [] };
}

function plain(text: string): Run[] {
  return [{ text, isChanged: false }];
}

/** Both texts cut into runs, so that the words which are only in one of them can be told from the rest. */
export function runsOf(before: string, after: string): { before: Run[]; after: Run[] } {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const common = commonWords(one, other);
  return {
    before: cut(one, new Set(common.map(([b]) => b))),
    after: cut(other, new Set(common.map(([, a]) => a))),
  };
}

function cut(words: readonly string[], shared: ReadonlySet<number>): Run[] {
  const runs: { text: string; isChanged: boolean }[] = [];
  words.forEach((word, index) => {
    const isChanged = !shared.has(index);
    const last = runs.at(-1);
    if (last?.isChanged === isChanged) last.text += ` ${word}`;
    else runs.push({ text: word, isChanged });
  });
  return runs;
}

/** Pairs of places of the words that both have, in both orders. */
function commonWords(before: readonly string[], after: readonly string[]): [number, number][] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const [b, a] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index]);
  const lengths = Array.from({ length: b.length + 1 }, () => new Uint16Array(a.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = b.length - 1; i >= 0; i--)
    for (let j = a.length - 1; j >= 0; j--)
      (lengths[i] as Uint16Array)[j] = b[i] === a[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < b.length && j < a.length; ) {
    if (b[i] === a[j]) pairs.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  for (let count = end; count > 0; count--) pairs.push([before.length - count, after.length - count]);
  return pairs;
}

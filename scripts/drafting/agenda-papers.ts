/**
 * A paper's name put into its item of agenda.md, with every other character of the file as it was. For new-draft.ts, and
 * for the import of Word files.
 */
import { isDeepStrictEqual } from "node:util";
import { splitFrontMatter } from "../load/front-matter.ts";
import type { Value } from "../load/yaml.ts";
import type { Agenda, AgendaItem } from "../model/agenda.ts";
import { Refusal } from "../model/refusal.ts";
import { type Edit, itemMaps, withoutField, withPaperIn } from "./item-edits.ts";

/** What else an edit is to do. */
export interface PaperEdit {
  /** Take the item's `toFollow` away, since the paper is here. */
  readonly endsToFollow?: boolean;
}

/**
 * The item of `agenda` with this number, to which a paper may be added. Refused where there is none, with the nearest, and
 * where its papers are not for publication: nothing of them may come under content/.
 */
export function itemForPaper(agenda: Agenda, number: string): AgendaItem {
  const { items } = agenda;
  const found = items.find((each) => each.number === number);
  if (!found) {
    const guess = items.find((each) => each.id === number || each.displayed === number) ?? items.find(isBeside(number));
    const all = items.map((each) => `${each.number} (${each.title})`).join(", ");
    throw new Refusal(
      `There is no item ${number} on the agenda.${guess ? ` Did you mean ${guess.number}?` : ""} Its items: ${all}.`,
      2,
    );
  }
  if (found.withheld)
    throw new Refusal(
      `Item ${number}, ${found.title}, is not for publication, so no paper for it may come under content/. Write it in the restricted folder, under the same path.`,
    );
  return found;
}

/**
 * The text of an agenda.md with `paper` at the end of the `papers` of the item numbered `itemNumber`; as it was where the
 * paper is named there already. Refused, in words, where the text cannot be changed for certain.
 */
export function withPaper(agendaText: string, itemNumber: string, paper: string, edit: PaperEdit = {}): string {
  const before = itemsOf(agendaText);
  const at = before.findIndex(({ number }) => number === itemNumber);
  const item = before[at];
  if (!item) throw new Refusal(`There is no item ${itemNumber} in agenda.md.`, 2);
  const papers = Array.isArray(item.papers) ? item.papers : [];
  const isThere = papers.includes(paper);
  const endsToFollow = edit.endsToFollow === true && "toFollow" in item;
  const { toFollow: _ended, ...rest } = item;
  const expected = { ...(endsToFollow ? rest : item), ...(isThere ? {} : { papers: [...papers, paper] }) };

  let text = agendaText;
  if (!isThere) text = edited(text, at, (map, source) => withPaperIn(map, source, paper));
  if (endsToFollow) text = edited(text, at, (map, source) => withoutField(map, source, "toFollow"));
  const after = text === agendaText ? before : itemsOf(text);
  const wanted = before.map((each, index) => (index === at ? expected : each));
  if (!isDeepStrictEqual(plainly(after), plainly(wanted)))
    throw new Refusal(
      `agenda.md was left as it was, since it is written in a way that could not be changed for certain. Add \`${paper}\` to the \`papers\` of item ${itemNumber} by hand.`,
    );
  return text;
}

/** Numbers are too short to be told apart by their letters: 11 is beside 12, and 4A beside 4. */
function isBeside(number: string) {
  return (item: AgendaItem) => Math.abs(Number.parseInt(item.number, 10) - Number.parseInt(number, 10)) <= 1;
}

type Fields = { readonly [name: string]: Value };

function itemsOf(text: string): Fields[] {
  const { value, problems } = splitFrontMatter(text, "agenda.md");
  const items = (value as Fields).items;
  if (problems.length > 0 || !Array.isArray(items))
    throw new Refusal({
      wrong: "agenda.md cannot be read, so nothing was added to it.",
      onCommandLine: "Run npm run check for the line.",
      onDesk: "The page of the meeting has the line, with what holds it up.",
    });
  return items as unknown as Fields[];
}

/** The loader's maps have no prototype, and ours have one. */
function plainly(value: readonly Fields[]): unknown {
  return JSON.parse(JSON.stringify(value.map((item) => Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))));
}

function edited(
  text: string,
  at: number,
  editOf: (map: ReturnType<typeof itemMaps>[number], source: string) => Edit,
): string {
  const from = text.indexOf("\n") + 1;
  const close = /\r?\n---[ \t]*(\r?\n|$)/.exec(text.slice(from - 1));
  const to = close ? from - 1 + close.index + (close[0].startsWith("\r") ? 2 : 1) : text.length;
  const source = text.slice(from, to);
  const map = itemMaps(source)[at];
  if (!map) throw new Refusal("agenda.md is written in a way that cannot be changed for certain. Change it by hand.");
  const edit = editOf(map, source);
  return text.slice(0, from) + source.slice(0, edit.from) + edit.put + source.slice(edit.to) + text.slice(to);
}

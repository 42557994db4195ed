/**
 * Answers that note who asked. Every piece of work, a page or a rule of one meeting, is kept with the keys of all it read; at
 * the next build it is done again only where one of them has another value. A question whose own sources changed is asked
 * again, and where its answer is the same nothing that asked it is done again. Made by building/, for pages and for rules.
 */
import type { Answers, Fact, FactOf, Question, QuestionList, Shared } from "./around.ts";
import { hashOfText } from "./hashes.ts";
import { ValuesAtHand } from "./values-at-hand.ts";

/** What is known of one key from the build before: the hash of its value, and the keys that it was worked out from. */
export interface KeyState {
  readonly hash: string;
  readonly read: readonly string[];
}

/** Where values come from that are not worked out by asking. */
export interface Sources<Meeting> {
  /** The hash of an input: `meeting 2026-09-28-cabinet`, `members`, `now`; a fixed word for what is not there. */
  readonly hashOf: (input: string) => string;
  readonly every: <Value>(fact: Fact<Meeting, Value>) => readonly FactOf<Value>[];
  /** The hash of a fact of all meetings. */
  readonly hashOfFact: (name: string) => string;
}

/** The questions that may be asked again by name. */
type Questions<Asked> = Pick<QuestionList<Asked>, "get">;

export class NotedAnswers<Asked, Meeting> implements Answers<Asked, Meeting> {
  private readonly sources: Sources<Meeting>;
  private readonly questions: Questions<Asked>;
  private readonly before: ReadonlyMap<string, KeyState>;
  /** Who is asked; set by the one that is asked, since each needs the other. */
  private around: Asked | null = null;
  /** What is known in this build. */
  private readonly now = new Map<string, KeyState>();
  private readonly answers = new ValuesAtHand();
  /** What many pages look things up in, made once. */
  private readonly indexes = new Map<string, unknown>();
  /** The work that is going on, innermost last, with what each has read. */
  private readonly readers: Set<string>[] = [];
  private readonly asking = new Set<string>();

  constructor(sources: Sources<Meeting>, questions: Questions<Asked>, before: ReadonlyMap<string, KeyState>) {
    this.sources = sources;
    this.questions = questions;
    this.before = before;
  }

  /** Says who is handed to questions that have to be asked again. */
  answersFor(around: Asked): void {
    this.around = around;
  }

  /** Notes that the work in hand read the input `name`. */
  note(name: string): void {
    this.readers.at(-1)?.add(name);
  }

  /** Does `work`, and gives with its result the keys of all that it read. */
  noting<Result>(work: () => Result): { result: Result; read: string[] } {
    const read = new Set<string>();
    this.readers.push(read);
    try {
      return { result: work(), read: [...read] };
    } finally {
      this.readers.pop();
    }
  }

  /** True where every key has the value it had in the build before. */
  areSame(keys: readonly string[]): boolean {
    return keys.every((key) => this.before.get(key)?.hash === this.hashOf(key));
  }

  /** What is to be kept for the next build of all that was asked or found unchanged in this one, for these keys and theirs. */
  statesOf(keys: Iterable<string>): Map<string, KeyState> {
    const states = new Map<string, KeyState>();
    const waiting = [...keys];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (states.has(key)) continue;
      const hash = this.hashOf(key);
      const state = this.now.get(key) ?? { hash, read: [] };
      states.set(key, state);
      for (const each of state.read) waiting.push(each);
    }
    return states;
  }

  /** Takes over what another process worked out in this same build. */
  takeOver(states: Iterable<readonly [string, KeyState]>): void {
    for (const [key, state] of states) if (!this.now.has(key)) this.now.set(key, state);
  }

  every<Value>(fact: Fact<Meeting, Value>): readonly FactOf<Value>[] {
    this.note(`every ${fact.name}`);
    return this.sources.every(fact);
  }

  ask<Answer>(around: Asked, question: Question<Asked, Answer>, about: string): Answer {
    // A question that could not be found again would never be asked again.
    if (this.questions.get(question.name) !== question)
      throw new Error(`The question \`${question.name}\` is not in the list of questions.`);
    const key = `ask ${question.name} ${written(about)}`;
    this.note(key);
    const known = this.answers.get(key);
    if (known) return known.value as Answer;
    const { result, read } = this.worked(key, () => question.answer(around, about));
    const json = JSON.stringify(result) ?? "nothing";
    this.answers.set(key, result, json.length);
    this.now.set(key, { hash: hashOfText(json), read });
    return result;
  }

  shared<Value>(around: Asked, shared: Shared<Asked, Value>): Value {
    const key = `shared ${shared.name}`;
    this.note(key);
    if (this.indexes.has(key)) return this.indexes.get(key) as Value;
    const { result, read } = this.worked(key, () => shared.make(around));
    this.indexes.set(key, result);
    this.now.set(key, { hash: this.hashOfAll(read), read });
    return result;
  }

  private worked<Result>(key: string, work: () => Result): { result: Result; read: string[] } {
    if (this.asking.has(key)) throw new Error(`The question \`${key}\` asks itself.`);
    this.asking.add(key);
    try {
      return this.noting(work);
    } finally {
      this.asking.delete(key);
    }
  }

  /** The hash of a key's value now; a question is asked again only where something that it read changed. */
  private hashOf(key: string): string {
    const known = this.now.get(key);
    if (known) return known.hash;
    const [kind = "", name = "", ...about] = key.split(" ");
    if (kind === "every") return this.keep(key, this.sources.hashOfFact(name));
    if (kind !== "ask" && kind !== "shared") return this.keep(key, this.sources.hashOf(key));
    const before = this.before.get(key);
    if (before && this.areSame(before.read)) {
      this.now.set(key, before);
      return before.hash;
    }
    if (kind === "shared") return before ? this.hashOfAll(before.read) : "";
    const question = this.questions.get(name);
    if (!question || this.around === null) return "";
    const { around } = this;
    // Whoever is reading just now does not depend on it for that.
    this.noting(() => this.ask(around, question, decodeURIComponent(about.join(" "))));
    return this.now.get(key)?.hash ?? "";
  }

  private keep(key: string, hash: string): string {
    this.now.set(key, { hash, read: [] });
    return hash;
  }

  /** One hash of the values of all these keys. */
  hashOfAll(keys: readonly string[]): string {
    return hashOfText(keys.map((key) => `${key}\n${this.hashOf(key)}`).join("\n"));
  }
}

/** What is asked about, without signs that part lines and columns. */
function written(about: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant.
  return about.replace(/[\u0000-\u001f%]/g, encodeURIComponent);
}

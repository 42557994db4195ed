/**
 * Answers that note who asked. Every piece of work, a page or a rule of one meeting, is kept with the keys of all it read; at
 * the next build it is done again only where one of them has another value. A question whose own sources changed is asked
 * again, and where its answer is the same nothing that asked it is done again. Made by building/, for pages and for rules.
 */
import type { Answers, Fact, FactOf, Question, QuestionList, Shared } from "./around.ts";
import { hashOfText } from "./hashes.ts";
import { type KeyState, type Ledger, workKey } from "./ledger.ts";

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
  /** What is known from the build before, and what is found out in this one. */
  private readonly ledger: Ledger;
  /** Who is asked; set by the one that is asked, since each needs the other. */
  private around: Asked | null = null;
  /** What many pages look things up in, made once. */
  private readonly indexes = new Map<string, unknown>();
  /** The work that is going on, innermost last, with what each has read. */
  private readonly readers: Set<string>[] = [];
  private readonly asking = new Set<string>();
  /** The keys from the build before that were not compared with what they are now. */
  private uncompared: Set<string>;

  constructor(sources: Sources<Meeting>, questions: Questions<Asked>, ledger: Ledger) {
    this.sources = sources;
    this.questions = questions;
    this.ledger = ledger;
    this.uncompared = new Set([...ledger.readNothing()].filter(isInput));
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

  /**
   * Compares the inputs that are known by now with what they were in the build before. What hangs on one that changed, near or
   * far, is asked about; nothing else is looked at again. Until all were compared no question can be answered from before.
   */
  compare(isKnown: (input: string) => boolean = () => true): void {
    const changed: string[] = [];
    for (const input of this.uncompared) {
      if (!isKnown(input)) continue;
      this.uncompared.delete(input);
      if (this.sourced(input) !== this.ledger.hashBefore(input)) changed.push(input);
    }
    this.ledger.suspect(changed);
  }

  /** True where a piece of work was done in the build before and everything that it read has the value that it had then. */
  stands(work: string): boolean {
    const key = workKey(work);
    if (this.uncompared.size === 0 && this.ledger.hashNow(key) !== undefined) return true;
    if (this.ledger.hashBefore(key) === undefined || !this.isSame(key)) return false;
    this.ledger.stands(key);
    return true;
  }

  /** Notes that a piece of work was done in this build, and what it read. */
  did(work: string, read: readonly string[]): void {
    this.put(workKey(work), "done", read);
  }

  /** What is to be told to another process of all that was asked for these keys and theirs, but for what is among `told` already. */
  statesOf(keys: Iterable<string>, told: Set<string>): Map<string, KeyState> {
    const states = new Map<string, KeyState>();
    const waiting = [...keys];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (told.has(key)) continue;
      told.add(key);
      this.hashOf(key);
      const state = this.ledger.stateNow(key);
      if (!state) continue;
      states.set(key, state);
      for (const each of state.read) waiting.push(each);
    }
    return states;
  }

  /** Takes over what another process worked out in this same build. */
  takeOver(states: Iterable<readonly [string, KeyState]>): void {
    for (const [key, { hash, read }] of states)
      if (this.ledger.hashNow(key) === undefined) this.ledger.put(key, hash, read);
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
    const known = this.uncompared.size === 0 && this.ledger.valueNow(key);
    if (known) return known.value as Answer;
    const { result, read } = this.worked(key, () => question.answer(around, about));
    const json = JSON.stringify(result) ?? "nothing";
    const hash = hashOfText(json);
    this.ledger.hold(key, hash, result, json.length);
    this.put(key, hash, read);
    return result;
  }

  shared<Value>(around: Asked, shared: Shared<Asked, Value>): Value {
    const key = `shared ${shared.name}`;
    this.note(key);
    if (this.indexes.has(key)) return this.indexes.get(key) as Value;
    const { result, read } = this.worked(key, () => shared.make(around));
    this.indexes.set(key, result);
    this.put(key, this.hashOfAll(read), read);
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
    const known = this.uncompared.has(key) ? undefined : this.ledger.hashNow(key);
    if (isInput(key)) {
      if (known !== undefined) return known;
      const hash = this.sourced(key);
      this.ledger.put(key, hash, []);
      return hash;
    }
    if (this.uncompared.size > 0) throw new Error(`\`${key}\` was asked before all that it may hang on was known.`);
    if (known !== undefined) return known;
    if (this.ledger.hashBefore(key) !== undefined && this.isSame(key)) {
      this.ledger.stands(key);
      return this.ledger.hashBefore(key) ?? "";
    }
    const [kind = "", name = "", ...about] = key.split(" ");
    if (kind === "shared") return this.hashOfAll([...this.ledger.readBefore(key)]);
    const question = this.questions.get(name);
    if (!question || this.around === null) return "";
    const { around } = this;
    // Whoever is reading just now does not depend on it for that.
    this.noting(() => this.ask(around, question, decodeURIComponent(about.join(" "))));
    return this.ledger.hashNow(key) ?? "";
  }

  /** Notes what a key was worked out from; whoever compares at the next build finds all of that in the ledger. */
  private put(key: string, hash: string, read: readonly string[]): void {
    for (const each of read) this.hashOf(each);
    this.ledger.put(key, hash, read);
  }

  /** True where everything that a key was worked out from in the build before has the value that it had then. */
  private isSame(key: string): boolean {
    for (const each of this.ledger.readBefore(key))
      if (this.ledger.hashBefore(each) !== this.hashOf(each)) return false;
    return true;
  }

  /** The hash of an input as it is now. */
  private sourced(input: string): string {
    return input.startsWith("every ") ? this.sources.hashOfFact(input.slice(6)) : this.sources.hashOf(input);
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

/** Keys of what is not worked out by asking, and is no work either. */
function isInput(key: string): boolean {
  return !/^(ask|shared|work) /.test(key);
}

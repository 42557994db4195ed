/**
 * For tests: a council whose meetings are not at hand, with a note of all that is asked of it. Facts and answers go through
 * JSON, as they do where they are kept from one run to the next.
 */
import { type Answers, type FactOf, factOfEach, type Question, type Shared } from "../asking/around.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { type Living, Surroundings } from "./surroundings.ts";

/** What was asked while rules ran. */
export interface Asked {
  /** By a rule itself, and not by a question that it asked: `ask body panel`, `read members`. */
  readonly byRules: string[];
  /** Meetings read whole, by whatever. */
  readonly meetings: string[];
}

export class WatchedCouncil {
  readonly around: Surroundings;
  readonly asked: Asked = { byRules: [], meetings: [] };
  /** Every fact as JSON, by its name and meeting: `name of 2026-06-01-panel`. */
  readonly facts = new Map<string, string>();
  private readonly kept = new Map<string, unknown>();
  /** How many questions deep what runs is. */
  private depth = 0;

  constructor({ meetings, ...living }: Council) {
    const answers: Answers<Surroundings, CouncilMeeting> = {
      every: (fact) =>
        this.answer(`every ${fact.name}`, () =>
          factOfEach(meetings, fact).map((each) => this.noted(fact.name, throughJson(each))),
        ),
      ask: <Answer>(around: Surroundings, question: Question<Surroundings, Answer>, about: string) =>
        this.answer(`ask ${question.name} ${about}`, () => throughJson(question.answer(around, about))),
      shared: <Value>(around: Surroundings, shared: Shared<Surroundings, Value>) =>
        this.answer(`shared ${shared.name}`, () => shared.make(around)),
    };
    this.around = new Surroundings(this.watch(living), answers, (id) => {
      this.note(`meeting ${id}`);
      this.asked.meetings.push(id);
      return meetings.find((each) => each.id === id) ?? null;
    });
  }

  /** What is asked while `run` runs, with what comes of it. */
  during<Result>(run: () => Result): { result: Result; asked: Asked } {
    this.asked.byRules.length = 0;
    this.asked.meetings.length = 0;
    const result = run();
    return { result, asked: { byRules: [...this.asked.byRules], meetings: [...this.asked.meetings] } };
  }

  private noted<Value>(fact: string, each: FactOf<Value>): FactOf<Value> {
    this.facts.set(`${fact} of ${each.meeting}`, JSON.stringify(each.value));
    return each;
  }

  private answer<Value>(what: string, make: () => Value): Value {
    this.note(what);
    this.depth += 1;
    try {
      if (!this.kept.has(what)) this.kept.set(what, make());
      return this.kept.get(what) as Value;
    } finally {
      this.depth -= 1;
    }
  }

  private watch(living: Living): Living {
    return new Proxy(living, {
      get: (target, name) => {
        if (!(name in target)) throw new Error(`A rule reads ${String(name)} of the council`);
        this.note(`read ${String(name)}`);
        return target[name as keyof Living];
      },
    });
  }

  private note(what: string): void {
    if (this.depth === 0) this.asked.byRules.push(what);
  }
}

function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

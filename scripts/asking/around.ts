/**
 * What a page or a rule may know beyond its own meeting, and the only way to it: facts of every meeting, questions about the
 * council, and what many of them share. Whoever asks is known to depend on the answer, so that it is worked out again when
 * the answer changed and at no other time. Used by site/ and check/; answered by what builds them.
 */

/** Something that one meeting says by itself: plain data (JSON), from that meeting alone whatever the rest of the council says. */
export interface Fact<Meeting, Value> {
  /** Unlike every other fact's; small letters and hyphens. */
  readonly name: string;
  /** Null of a meeting that says nothing of it: it is then not among all that do, and nobody who asks for them hears of it. */
  readonly of: (meeting: Meeting) => Value | null;
}

/** A question about the council with a small answer: plain data (JSON). The same question about the same has one answer in a build. */
export interface Question<Asked, Answer> {
  readonly name: string;
  /** `about` is what is asked about: a meeting's name, a member's, a day; empty for a question about the council as a whole. */
  readonly answer: (around: Asked, about: string) => Answer;
}

/** What is large and made once for many questions, such as an index. It may be anything; what reads it depends on all that it read. */
export interface Shared<Asked, Value> {
  readonly name: string;
  readonly make: (around: Asked) => Value;
}

/** A fact of one meeting. */
export interface FactOf<Value> {
  readonly meeting: string;
  readonly value: Value;
}

/** What each of these meetings says of a fact, in their order, without those that say nothing. */
export function factOfEach<Meeting extends { readonly id: string }, Value>(
  meetings: readonly Meeting[],
  fact: Fact<Meeting, Value>,
): FactOf<Value>[] {
  return meetings.flatMap((meeting) => {
    const value = fact.of(meeting);
    return value === null ? [] : [{ meeting: meeting.id, value }];
  });
}

/** Answers what pages and rules ask. Each way of asking is noted by whoever builds. */
export interface Answers<Asked, Meeting> {
  readonly every: <Value>(fact: Fact<Meeting, Value>) => readonly FactOf<Value>[];
  readonly ask: <Answer>(around: Asked, question: Question<Asked, Answer>, about: string) => Answer;
  readonly shared: <Value>(around: Asked, shared: Shared<Asked, Value>) => Value;
}

/** Facts of all meetings by name; null where they are not known. */
type KeptElsewhere = (fact: string) => readonly FactOf<unknown>[] | null;

/** Answers from a council that is all there, each worked out when it is first asked for, and kept. */
export class AllThere<Asked, Meeting extends { readonly id: string }> implements Answers<Asked, Meeting> {
  private readonly meetings: () => readonly Meeting[];
  private readonly kept: KeptElsewhere;
  private readonly known = new Map<string, unknown>();

  /** `kept` has facts that are known already, for meetings that would have to be opened to work one out. */
  constructor(meetings: readonly Meeting[] | (() => readonly Meeting[]), kept: KeptElsewhere = () => null) {
    this.meetings = typeof meetings === "function" ? meetings : () => meetings;
    this.kept = kept;
  }

  every<Value>(fact: Fact<Meeting, Value>): readonly FactOf<Value>[] {
    return this.once(
      `every ${fact.name}`,
      () => (this.kept(fact.name) as readonly FactOf<Value>[] | null) ?? factOfEach(this.meetings(), fact),
    );
  }

  ask<Answer>(around: Asked, question: Question<Asked, Answer>, about: string): Answer {
    return this.once(`ask ${question.name} ${about}`, () => question.answer(around, about));
  }

  shared<Value>(around: Asked, shared: Shared<Asked, Value>): Value {
    return this.once(`shared ${shared.name}`, () => shared.make(around));
  }

  private once<Value>(key: string, make: () => Value): Value {
    if (!this.known.has(key)) this.known.set(key, make());
    return this.known.get(key) as Value;
  }
}

/** The questions of pages, or of rules, by name: a build that knows of a question only its name asks it again through this. */
export class QuestionList<Asked> {
  private readonly byName = new Map<string, Question<Asked, unknown>>();

  /** Adds a question and gives it back. Throws where another has its name. */
  add<Answer>(question: Question<Asked, Answer>): Question<Asked, Answer> {
    if (this.byName.has(question.name)) throw new Error(`Two questions are called \`${question.name}\`.`);
    this.byName.set(question.name, question);
    return question;
  }

  get(name: string): Question<Asked, unknown> | undefined {
    return this.byName.get(name);
  }
}

/**
 * What a rule may know of the council beyond the meeting at hand: its living data, facts of every meeting, and questions with
 * small answers. It never holds the meetings themselves, so that few need be read. Made by check.ts and by whoever checks.
 */
import { AllThere, type Answers, type Fact, type FactOf, type Question, type Shared } from "../asking/around.ts";
import { type CivilDate, dayOf } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { ruleQuestions } from "./questions.ts";

/** The council without its meetings. Each collection is a dependency of whoever reads it. */
export type Living = Omit<Council, "meetings">;

type Asking = Answers<Surroundings, CouncilMeeting>;
type Named = (id: string) => CouncilMeeting | null;

export class Surroundings {
  readonly council: Living;
  private readonly answers: Asking;
  private readonly named: Named;

  /** Around a council that is all there; or around its living data, where something else answers for the meetings. */
  constructor(council: Council);
  constructor(council: Living, answers: Asking, named: Named);
  constructor(council: Living & Partial<Pick<Council, "meetings">>, answers?: Asking, named?: Named) {
    this.council = council;
    this.answers = answers ?? new AllThere(council.meetings ?? [], council.kept?.every);
    this.named = named ?? ((id) => council.meetings?.find((each) => each.id === id) ?? null);
  }

  /** The day it is. What hangs on the time of day asks the questions of days.ts. */
  get today(): CivilDate {
    return this.ask(TODAY);
  }

  /** One meeting with its papers, null where there is none of that name. It may have to be read, so never for meeting after meeting. */
  meeting(id: string): CouncilMeeting | null {
    return this.named(id);
  }

  /** The same fact of every meeting, in the order of their names. */
  every<Value>(fact: Fact<CouncilMeeting, Value>): readonly FactOf<Value>[] {
    return this.answers.every(fact);
  }

  ask<Answer>(question: Question<Surroundings, Answer>, about = ""): Answer {
    return this.answers.ask(this, question, about);
  }

  shared<Value>(shared: Shared<Surroundings, Value>): Value {
    return this.answers.shared(this, shared);
  }
}

const TODAY: Question<Surroundings, CivilDate> = ruleQuestions.add({
  name: "today",
  answer: ({ council }) => dayOf(council.now),
});

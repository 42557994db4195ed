import { describe, expect, it } from "vitest";
import { type Question, QuestionList } from "./around.ts";
import { hashOfText } from "./hashes.ts";
import { Ledger } from "./ledger.ts";
import { NotedAnswers } from "./noted-answers.ts";
import { ValuesAtHand } from "./values-at-hand.ts";

interface Meeting {
  readonly id: string;
}
type Council = { readonly ask: (question: Question<Council, string>, about: string) => string };

/** A council of which only the day is known, and what was asked about it, in order. */
function council(day: string, before = new Ledger(), isKnown?: (input: string) => boolean) {
  const asked: string[] = [];
  const questions = new QuestionList<Council>();
  const long = questions.add({
    name: "papers",
    answer: (_, about) => {
      asked.push(`papers ${about}`);
      answers.note("now");
      return about.repeat(5_000_000);
    },
  });
  const month = questions.add({
    name: "month",
    answer: (_, about) => {
      asked.push(`month ${about}`);
      answers.note("now");
      return day.slice(0, 7);
    },
  });
  const sad: Question<Council, string> = questions.add({
    name: "sad",
    answer: (around, about) => {
      if (about === "round") return around.ask(sad, about);
      throw new Error("There are no minutes");
    },
  });
  const answers: NotedAnswers<Council, Meeting> = new NotedAnswers(
    { hashOf: () => hashOfText(day), every: () => [], hashOfFact: () => "" },
    questions,
    before,
  );
  const around: Council = { ask: (question, about) => answers.ask(around, question, about) };
  answers.answersFor(around);
  answers.compare(isKnown);
  return { answers, around, asked, long, month, sad };
}

/** What a build on that day leaves, of which a page asked for the month. */
function afterAsking(day: string): Ledger {
  const ledger = new Ledger();
  const { answers, around, month } = council(day, ledger);
  answers.did("page", answers.noting(() => around.ask(month, "x")).read);
  ledger.keep([]);
  return ledger;
}

describe("answers that are noted", () => {
  it("are asked once while there is room for them, and again, with the same hash, when they were let go", () => {
    const { answers, around, asked, long } = council("2026-05-20");
    const ask = (about: string) => answers.noting(() => around.ask(long, about)).read;
    const read = ask("a");
    expect(ask("a")).toEqual(read);
    expect(asked).toEqual(["papers a"]);
    const state = answers.statesOf(read, new Set()).get("ask papers a");
    ask("b");
    expect(ask("a")).toEqual(read);
    expect(asked).toEqual(["papers a", "papers b", "papers a"]);
    expect(answers.statesOf(read, new Set()).get("ask papers a")).toEqual(state);
  });

  it("are not asked again at the next build where nothing they read changed", () => {
    const again = council("2026-05-20", afterAsking("2026-05-20"));
    expect(again.answers.stands("page")).toBe(true);
    expect(again.asked).toEqual([]);
  });

  it("leave what read them as it is where they are asked again and say the same", () => {
    const ledger = afterAsking("2026-05-20");
    const nextDay = council("2026-05-21", ledger);
    expect(nextDay.answers.stands("page")).toBe(true);
    expect(nextDay.asked).toEqual(["month x"]);
    ledger.keep([]);
    const later = council("2026-05-21", ledger);
    expect(later.answers.stands("page")).toBe(true);
    expect(later.asked).toEqual([]);
    expect(council("2026-06-01", afterAsking("2026-05-20")).answers.stands("page")).toBe(false);
  });

  it("are not given from before until everything they may hang on was compared", () => {
    const ledger = afterAsking("2026-05-20");
    const { answers } = council("2026-05-21", ledger, (input) => input !== "now");
    expect(() => answers.stands("page")).toThrow("before all that it may hang on was known");
    answers.compare();
    expect(answers.stands("page")).toBe(true);
  });

  it("are told to another process once, with all that they hang on", () => {
    const { answers, around, month } = council("2026-05-20");
    const { read } = answers.noting(() => around.ask(month, "x"));
    const told = new Set<string>();
    const states = answers.statesOf(read, told);
    expect([...states.keys()]).toEqual(["ask month x", "now"]);
    expect(answers.statesOf(read, told).size).toBe(0);
    const other = council("2026-05-20");
    other.answers.takeOver(states);
    other.answers.did("page", read);
    expect(other.asked).toEqual([]);
  });

  it("say of a question that asks itself that it does, and may be asked again after it failed", () => {
    const { around, sad } = council("2026-05-20");
    expect(() => around.ask(sad, "round")).toThrow("The question `ask sad round` asks itself.");
    expect(() => around.ask(sad, "minutes")).toThrow("There are no minutes");
    expect(() => around.ask(sad, "minutes")).toThrow("There are no minutes");
  });

  it("are not given to a question that is in no list, since it would never be asked again", () => {
    const { around } = council("2026-05-20");
    expect(() => around.ask({ name: "month", answer: () => "" }, "x")).toThrow("is not in the list of questions");
  });
});

describe("values at hand", () => {
  it("let go of what was not used for longest, and of no more than there is no room for", () => {
    const values = new ValuesAtHand<{ of: number | null }>(10);
    values.set("agenda", { of: 1 }, 4);
    values.set("minutes", { of: null }, 4);
    values.get("agenda");
    values.set("report", { of: 3 }, 4);
    expect([values.get("agenda"), values.get("minutes"), values.get("report")]).toMatchObject([
      { of: 1 },
      null,
      { of: 3 },
    ]);
  });

  it("hold one that is larger than all the room, alone, until the next", () => {
    const values = new ValuesAtHand<{ of: number | null }>(10);
    values.set("agenda", { of: 1 }, 4);
    values.set("pack", { of: 2 }, 900);
    expect([values.get("agenda"), values.get("pack")]).toMatchObject([null, { of: 2 }]);
    values.set("agenda", { of: 3 }, 4);
    expect([values.get("agenda"), values.get("pack")]).toMatchObject([{ of: 3 }, null]);
  });

  it("count one that is set again once", () => {
    const values = new ValuesAtHand<{ of: number | null }>(10);
    values.set("agenda", { of: 1 }, 4);
    values.set("agenda", { of: 2 }, 4);
    values.set("report", { of: 3 }, 4);
    expect(values.get("agenda")).toMatchObject({ of: 2 });
  });
});

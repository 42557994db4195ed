import { describe, expect, it } from "vitest";
import { Draws } from "../bench/draws.ts";
import { type Question, QuestionList } from "./around.ts";
import { Ledger } from "./ledger.ts";
import { NotedAnswers } from "./noted-answers.ts";

interface Meeting {
  readonly id: string;
}
interface Council {
  /** The number in a file. */
  readonly read: (file: number) => number;
  readonly ask: (question: Question<Council, number>, about: number) => number;
  readonly index: () => number[];
}

const FILES = 12;
const QUESTIONS = 40;
const PAGES = 15;

/** What a question about a number is: what it goes on to read hangs on what it read. */
const question: Question<Council, number> = {
  name: "sum",
  answer: (council, about) => {
    const at = Number(about);
    const first = council.read(at % FILES);
    const next = Math.floor(at / 2);
    if (at < 2 || first === 0) return first % 2;
    if (first === 3) return council.index()[at % 3] ?? 0;
    return (first + council.ask(question, first === 1 ? next : Math.floor(next / 3))) % 2;
  },
};
const pageOf = (council: Council, page: number) =>
  [page, 2 * page + 1, QUESTIONS - page - 1].map((about) => council.ask(question, about)).join("");
const indexOf = (council: Council) => [0, 1, 2].map((file) => council.read(file) % 2);

/** The plain way: everything is worked out whenever it is asked for. */
function plain(files: readonly number[]): Council {
  const council: Council = {
    read: (file) => files[file] ?? 0,
    ask: (asked, about) => asked.answer(council, String(about)),
    index: () => indexOf(council),
  };
  return council;
}

function noted(files: readonly number[], ledger: Ledger) {
  const questions = new QuestionList<Council>();
  questions.add(question);
  const answers: NotedAnswers<Council, Meeting> = new NotedAnswers(
    { hashOf: (input) => String(files[Number(input.slice(5))] ?? 0), every: () => [], hashOfFact: () => "" },
    questions,
    ledger,
  );
  const council: Council = {
    read: (file) => {
      answers.note(`file ${file}`);
      return files[file] ?? 0;
    },
    ask: (asked, about) => answers.ask(council, asked, String(about)),
    index: () => answers.shared(council, { name: "index", make: indexOf }),
  };
  answers.answersFor(council);
  answers.compare();
  return { answers, council };
}

describe("what is kept of all that was asked", () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "leaves a page standing only where it is as if it had been made anew (%i)",
    (seed) => {
      const draws = new Draws(seed);
      const slack = draws.pick([0, 20, 1000]);
      let ledger = new Ledger(slack);
      const files = Array.from({ length: FILES }, () => draws.whole(0, 3));
      let kept = new Map<number, string>();
      let stood = 0;
      for (let build = 0; build < 30; build++) {
        for (let edits = draws.whole(0, 2); edits > 0; edits--) files[draws.whole(0, FILES - 1)] = draws.whole(0, 3);
        ledger.begin();
        const { answers, council } = noted(files, ledger);
        const made = new Map<number, string>();
        for (let page = 0; page < PAGES; page++) {
          if (draws.happens(10)) continue;
          const before = kept.get(page);
          if (before !== undefined && answers.stands(`page ${page}`)) {
            made.set(page, before);
            stood += 1;
          } else {
            // Much work is done by other processes, which know nothing of the build before.
            const other = draws.happens(50) ? noted(files, new Ledger()) : { answers, council };
            const { result, read } = other.answers.noting(() => pageOf(other.council, page));
            if (other.answers !== answers) answers.takeOver(other.answers.statesOf(read, new Set()));
            answers.did(`page ${page}`, read);
            made.set(page, result);
          }
          expect(made.get(page), `page ${page} of build ${build}`).toBe(pageOf(plain(files), page));
        }
        // A build that a mistake stopped leaves what there was before it.
        if (draws.happens(20)) continue;
        ledger.keep([...kept.keys()].flatMap((page) => (made.has(page) ? [] : [`work page ${page}`])));
        kept = made;
        if (draws.happens(50))
          ledger = Ledger.of(ledger.text([...kept.keys()].map((page) => `work page ${page}`)), slack);
      }
      expect(stood).toBeGreaterThan(50);
    },
  );

  it("is nothing but what the pages hang on that there are", () => {
    const files = Array.from({ length: FILES }, () => 0);
    const ledger = new Ledger();
    const { answers, council } = noted(files, ledger);
    for (const page of [1, 2]) answers.did(`page ${page}`, answers.noting(() => pageOf(council, page)).read);
    ledger.keep([]);
    expect(ledger.keysInUse(["work page 1"]).sort()).toEqual(
      ["ask sum 1", "ask sum 3", "ask sum 38", "file 1", "file 2", "file 3", "work page 1"].sort(),
    );
    const text = ledger.text(["work page 1", "work page that never was"]);
    expect([text.names.length, text.reads.length]).toEqual([7, text.ends.at(-1)]);
    expect(Ledger.of(text).keysInUse(["work page 2"])).toEqual([]);
  });

  it("names nothing as another where no input is", () => {
    const files = Array.from({ length: FILES }, () => 0);
    const ledger = new Ledger();
    const first = noted(files, ledger);
    first.answers.did("page 1", first.answers.noting(() => pageOf(first.council, 1)).read);
    ledger.keep([]);
    ledger.begin();
    noted(files, ledger);
    expect(ledger.hashNow("ask sum 1")).toBe(ledger.hashBefore("ask sum 1"));
    files[1] = 2;
    ledger.begin();
    noted(files, ledger);
    expect(ledger.hashNow("ask sum 1")).toBeUndefined();
    expect(ledger.hashNow("ask sum 38")).toBe(ledger.hashBefore("ask sum 38"));
  });
});

/**
 * What one build can do, a piece at a time: read a meeting, admit it, check it, work its pages out. Each piece notes what it
 * read, so that the next build knows whether it has to be done again. The main process and its workers each have one. Made by
 * open-build.ts.
 */
import { Admission } from "../access/admit.ts";
import { draftMeeting } from "../access/admit-drafts.ts";
import { issuedMeeting } from "../access/admit-issued.ts";
import type { Present } from "../access/present.ts";
import type { PublicMeeting } from "../access/public-council.ts";
import { type Fact, QuestionList } from "../asking/around.ts";
import type { Ledger } from "../asking/ledger.ts";
import { NotedAnswers } from "../asking/noted-answers.ts";
import { ruleQuestions } from "../check/questions.ts";
import type { Known } from "../check/rule.ts";
import { RULES } from "../check/rules.ts";
import { Surroundings } from "../check/surroundings.ts";
import type { CouncilMeeting } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { FACTS_FOR_PAGES } from "../site/facts.ts";
import { pageQuestions } from "../site/questions.ts";
import { type Component, Site } from "../site/site.ts";
import type { CouncilAtHand } from "./council-at-hand.ts";
import type { FactsKept } from "./facts.ts";
import { FACTS_FOR_RULES } from "./facts-for-rules.ts";
import { notedFiles } from "./noted-files.ts";
import { presentQuestions } from "./present-questions.ts";
import { councilForPages, livingForRules, referencesShown } from "./tracked-council.ts";

/** What reading a meeting left: its problems, and the files that could not be read. */
export interface MeetingRead {
  readonly isThere: boolean;
  readonly problems: readonly Problem[];
  readonly unreadable: readonly string[];
}

/** Facts as JSON, by name, of which the meeting says something. */
export type FactTexts = ReadonlyMap<string, string>;

/** A piece of work that was done: the keys that it read, and what it made. */
export interface Done<Made> {
  readonly read: readonly string[];
  readonly made: Made;
}

/** What the pages' side takes for the bytes of a meeting: the hash of all that its admission read. */
export type PublicHashes = ReadonlyMap<string, string>;

export interface WorksOptions {
  readonly atHand: CouncilAtHand;
  readonly audience: "public" | "draft";
  readonly component: Component;
  /** What was asked by rules and by pages, as the build before left it. */
  readonly ledgers: { readonly rules: Ledger; readonly pages: Ledger };
  readonly facts: { readonly rules: FactsKept<CouncilMeeting>; readonly pages: FactsKept<PublicMeeting> };
  readonly publicHashes: PublicHashes;
  /** The files that could not be read, known when all were. */
  readonly unreadable: ReadonlySet<string>;
}

export class Works {
  readonly atHand: CouncilAtHand;
  readonly rules: NotedAnswers<Surroundings, CouncilMeeting>;
  readonly pages: NotedAnswers<Site, PublicMeeting>;
  readonly around: Surroundings;
  readonly site: Site;
  readonly known: Known;
  private readonly audience: "public" | "draft";
  private readonly admission: Admission;
  private readonly present: Present;
  private isAlone = false;
  private readonly admitted = new Map<string, PublicMeeting | null>();

  constructor({ atHand, audience, component, ledgers, facts, publicHashes, unreadable }: WorksOptions) {
    this.atHand = atHand;
    this.audience = audience;
    this.admission = new Admission(atHand.root);
    this.rules = new NotedAnswers(
      {
        hashOf: (input) => (input === "unreadable" ? [...unreadable].sort().join(" ") : atHand.hashOf(input)),
        every: (fact) => facts.rules.every(fact),
        hashOfFact: (name) => facts.rules.hashOf(name),
      },
      ruleQuestions,
      ledgers.rules,
    );
    this.around = new Surroundings(
      livingForRules(atHand, (input) => this.rules.note(input)),
      this.rules,
      (id) => {
        this.rules.note(`meeting ${id}`);
        return atHand.meeting(id);
      },
    );
    this.rules.answersFor(this.around);
    const present = presentQuestions(this.around);
    const asking =
      <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Answer) =>
      (...asked: Asked): Answer => {
        if (this.isAlone) throw new AsksTheCouncil();
        return ask(...asked);
      };
    this.present = {
      committee: asking(present.committee),
      measures: (ids) => (ids.length === 0 ? {} : asking(present.measures)(ids)),
    };
    this.known = notedFiles(atHand, audience === "draft", unreadable, (input) => this.rules.note(input));

    const note = (input: string) => this.pages.note(input);
    /** What only a build can answer, since it has what pages may not see. */
    const ownQuestions = new QuestionList<Site>();
    const shown = ownQuestions.add(referencesShown(atHand, this.admission, note));
    this.pages = new NotedAnswers(
      {
        hashOf: (input) =>
          input.startsWith("meeting ") ? (publicHashes.get(input.slice(8)) ?? "") : atHand.hashOf(input),
        every: (fact) => facts.pages.every(fact),
        hashOfFact: (name) => facts.pages.hashOf(name),
      },
      { get: (name) => ownQuestions.get(name) ?? pageQuestions.get(name) },
      ledgers.pages,
    );
    const shownIn = (collection: string) => this.site.ask(shown, collection);
    const council = councilForPages(atHand, audience, this.admission, shownIn, note);
    this.site = new Site(council, component, {
      meeting: (id) => {
        this.pages.note(`meeting ${id}`);
        return this.publicMeeting(id);
      },
      answers: this.pages,
    });
    this.pages.answersFor(this.site);
  }

  /** Reads a meeting; with what it made come its facts for rules. */
  read(id: string): Done<MeetingRead> & { facts: FactTexts } {
    const { result, read } = this.rules.noting(() => {
      this.rules.note(`meeting ${id}`);
      return this.atHand.read(id);
    });
    const { meeting = null, problems = [], unreadable = [] } = result ?? {};
    const facts = meeting ? factTexts(FACTS_FOR_RULES, meeting) : new Map();
    return { read, made: { isThere: meeting !== null, problems, unreadable }, facts };
  }

  /** Admits a meeting to its audience; with what it made come its facts for pages. The facts of all for rules are known by now. */
  admit(id: string): Done<string> & { facts: FactTexts } {
    const { result, read } = this.rules.noting(() => {
      this.rules.note(`meeting ${id}`);
      return this.admitNow(id);
    });
    const facts = result ? factTexts(FACTS_FOR_PAGES, result) : new Map();
    return { read, made: result ? this.rules.hashOfAll(read) : "", facts };
  }

  /** Admits a meeting that asks nothing of the council as it is now; null for one that does, while not all is known of that. */
  admitAlone(id: string): (Done<string> & { facts: FactTexts }) | null {
    this.isAlone = true;
    try {
      return this.admit(id);
    } catch (error) {
      if (error instanceof AsksTheCouncil) return null;
      throw error;
    } finally {
      this.isAlone = false;
    }
  }

  check(id: string): Done<Problem[]> {
    return this.checked(() => {
      const meeting = this.around.meeting(id);
      return meeting ? RULES.flatMap((rule) => rule.ofMeeting?.(this.around, meeting, this.known) ?? []) : [];
    });
  }

  checkAround(rule: (typeof RULES)[number]): Done<Problem[]> {
    return this.checked(() => rule.ofCouncil?.(this.around, this.known) ?? []);
  }

  /** Does `work` for pages, noting what it reads. */
  forPages<Made>(work: (site: Site) => Made): Done<Made> {
    const { result, read } = this.pages.noting(() => work(this.site));
    return { made: result, read };
  }

  private checked(work: () => Problem[]): Done<Problem[]> {
    const { result, read } = this.rules.noting(work);
    return { made: result, read };
  }

  private publicMeeting(id: string): PublicMeeting | null {
    if (!this.admitted.has(id)) this.admitNow(id);
    return this.admitted.get(id) ?? null;
  }

  private admitNow(id: string): PublicMeeting | null {
    const meeting = this.atHand.meeting(id);
    const admit = this.audience === "draft" ? draftMeeting : issuedMeeting;
    const found = meeting && admit(this.present, meeting, this.admission);
    this.admitted.set(id, found);
    if (this.admitted.size > OPEN) this.admitted.delete(this.admitted.keys().next().value ?? "");
    return found;
  }
}

/** All that a meeting says of these facts. */
function factTexts<Meeting>(facts: readonly Fact<Meeting, unknown>[], meeting: Meeting): FactTexts {
  return new Map(
    facts.flatMap((fact) => {
      const value = fact.of(meeting);
      return value === null ? [] : [[fact.name, JSON.stringify(value)] as const];
    }),
  );
}

/** What a meeting's admission asks is not known yet. */
class AsksTheCouncil extends Error {}

/** As many meetings are held in memory at once. */
const OPEN = 32;

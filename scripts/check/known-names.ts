/** Finds names among those that are known, and keeps the problems of those that are not. Used by the rule of references. */
import type { Positions } from "../model/council.ts";
import type { Plan } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { minutesOfMeeting } from "./minutes-of-meeting.ts";
import {
  COMMITTEE,
  FINDING,
  INSPECTED,
  INSPECTION,
  MEASURE,
  MEETING,
  MEMBER,
  type NameQuestion,
  PLAN,
  SUBJECT,
  TERM,
  type Unknown,
  unknownAmong,
} from "./names-known.ts";
import { type Known, problemAt } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export type Source = { file: string; positions: Positions };
export type Path = (string | number)[];

export class KnownNames {
  readonly problems: Problem[] = [];
  private readonly around: Surroundings;
  private readonly known: Known;

  constructor(around: Surroundings, known: Known) {
    this.around = around;
    this.known = known;
  }

  member(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/members/${id}.md`, MEMBER, "member");
  }

  committee(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/committees/${id}.md`, COMMITTEE, "committee");
  }

  inspection(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/inspections/${id}.md`, INSPECTION, "inspection");
  }

  plan(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `data/plans/${id}.json`, PLAN, "plan");
  }

  meeting(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/meetings/${id.slice(0, 4)}/${id}/meeting.md`, MEETING, "meeting");
  }

  finding(source: Source, path: Path, id: string): void {
    this.asked(source, path, id, FINDING, "finding");
  }

  term(source: Source, path: Path, id: string): void {
    this.asked(source, path, id, TERM, "term of reference");
  }

  /** A plan or an inspection, or one action, measure or finding of it; `only` of `inspections` where no plan will do. */
  subject(source: Source, path: Path, id: string, only: "inspections" | null = null): void {
    if (only) this.asked(source, path, id, INSPECTED, "inspection or finding");
    else this.asked(source, path, id, SUBJECT, "plan, action, measure, inspection or finding");
  }

  /** A measure that a line of a paper's text names. */
  chart(file: string, line: number, measure: string): void {
    const unknown = this.around.ask(MEASURE, measure);
    if (!unknown || this.known.anyUnreadable("data/plans/")) return;
    this.problems.push({
      rule: "unknown-reference",
      severity: "error",
      file,
      line,
      column: 1,
      message: `There is no measure \`${measure}\` to chart.`,
      mend: unknown.guess ? `Did you mean \`${unknown.guess}\`?` : "Name a measure of a plan in data/plans/.",
    });
  }

  /** The meeting, minute and resolution that endorsed a plan, in its drafts or in what was issued. */
  endorsement(source: Source, { meeting, minute, resolution }: NonNullable<Plan["endorsed"]>): void {
    this.meeting(source, ["endorsed", "meeting"], meeting);
    const items = this.around.ask(minutesOfMeeting, meeting);
    if (items.length === 0) return;
    const found = items.filter((item) => item.minute === minute);
    this.among(
      source,
      ["endorsed", "minute"],
      minute,
      items.map((item) => item.minute),
      `minute of ${meeting}`,
    );
    if (found.length > 0)
      this.among(
        source,
        ["endorsed", "resolution"],
        resolution,
        found.flatMap(({ letters }) => letters),
        `resolution of minute ${minute}`,
      );
  }

  among(source: Source, path: Path, id: string, ids: readonly string[], what: string): void {
    this.tell(source, path, id, unknownAmong(id, ids), what);
  }

  private asked(source: Source, path: Path, id: string, question: NameQuestion, what: string): void {
    this.tell(source, path, id, this.around.ask(question, id), what);
  }

  /** A file that is there but could not be read has problems of its own; what points at it is right. */
  private file(source: Source, path: Path, id: string, file: string, question: NameQuestion, what: string): void {
    if (!this.known.hasFile(file)) this.asked(source, path, id, question, what);
  }

  private tell(source: Source, path: Path, id: string, unknown: Unknown | null, what: string): void {
    if (!unknown || this.isIn(id)) return;
    const { guess, some } = unknown;
    const mend = guess
      ? `Did you mean \`${guess}\`?`
      : some.length > 0
        ? `Use one of: ${some.join(", ")}.`
        : `Add the ${what} first.`;
    this.problems.push(problemAt(source, path, "unknown-reference", "error", `There is no ${what} \`${id}\`.`, mend));
  }

  /** True where `id` begins with the name of a file that could not be read, so that nobody can say it is wrong. */
  private isIn(id: string): boolean {
    const [first = "", second = ""] = id.split("/");
    return [
      `content/committees/${first}.md`,
      `content/inspections/${first}.md`,
      `content/${first}/${second}.md`,
      `data/${first}/${second}.json`,
    ].some((file) => this.known.isUnreadable(file));
  }
}

/** Finds names among those that are known, and keeps the problems of those that are not. Used by the rule of references. */
import type { Council, Positions } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { Plan } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { type Known, problemAt } from "./rule.ts";

export type Source = { file: string; positions: Positions };
export type Path = (string | number)[];

export class KnownNames {
  readonly problems: Problem[] = [];
  readonly findings: string[];
  readonly measures: string[];
  readonly terms: string[];
  /** Plans and inspections with what stands in them, as follow-ups and reports name them: `plans/recovery-plan/staff`. */
  private readonly subjects: string[];
  readonly anyPlanUnreadable: boolean;
  private readonly council: Council;
  private readonly known: Known;

  constructor(council: Council, known: Known) {
    this.council = council;
    this.known = known;
    this.anyPlanUnreadable = [...known.unreadable].some((file) => file.startsWith("data/plans/"));
    this.findings = council.inspections.flatMap(({ id, value }) =>
      value.findings.map((finding) => `${id}/${finding.id}`),
    );
    this.measures = council.plans.flatMap((plan) => plan.value.measures.map((measure) => measure.id));
    this.terms = council.committees.flatMap(({ id, value }) =>
      value.termsOfReference.map((term) => `${id}/${term.number}`),
    );
    this.subjects = [
      ...council.inspections.flatMap(({ id, value }) => inside(`inspections/${id}`, value.findings)),
      ...council.plans.flatMap(({ id, value }) => inside(`plans/${id}`, [...value.actions, ...value.measures])),
    ];
  }

  member(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/members/${id}.md`, this.council.members, "member");
  }

  committee(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/committees/${id}.md`, this.council.committees, "committee");
  }

  inspection(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `content/inspections/${id}.md`, this.council.inspections, "inspection");
  }

  plan(source: Source, path: Path, id: string): void {
    this.file(source, path, id, `data/plans/${id}.json`, this.council.plans, "plan");
  }

  /** A plan or an inspection, or one action, measure or finding of it; `only` of `inspections` where no plan will do. */
  subject(source: Source, path: Path, id: string, only: "inspections" | null = null): void {
    const subjects = this.subjects.filter((each) => !only || each.startsWith(`${only}/`));
    this.among(
      source,
      path,
      id,
      subjects,
      only ? "inspection or finding" : "plan, action, measure, inspection or finding",
    );
  }

  meeting(source: Source, path: Path, id: string): void {
    this.file(
      source,
      path,
      id,
      `content/meetings/${id.slice(0, 4)}/${id}/meeting.md`,
      this.council.meetings,
      "meeting",
    );
  }

  /** The meeting, minute and resolution that endorsed a plan, in its drafts or in what was issued. */
  endorsement(source: Source, { meeting: id, minute, resolution }: NonNullable<Plan["endorsed"]>): void {
    this.meeting(source, ["endorsed", "meeting"], id);
    const meeting = this.council.meetings.find((each) => each.id === id);
    const all = [meeting?.drafts, ...(meeting?.issued.map((snapshot) => snapshot.papers) ?? [])];
    const items = all.flatMap((papers) => papers?.minutes?.value.items ?? []);
    if (items.length === 0) return;
    const found = items.filter((item) => item.minute === minute);
    this.among(
      source,
      ["endorsed", "minute"],
      minute,
      items.map((item) => item.minute),
      `minute of ${id}`,
    );
    if (found.length > 0)
      this.among(
        source,
        ["endorsed", "resolution"],
        resolution,
        found.flatMap((item) => item.resolutions.map((each) => each.letter)),
        `resolution of minute ${minute}`,
      );
  }

  among(source: Source, path: Path, id: string, ids: readonly string[], what: string): void {
    if (ids.includes(id) || this.isIn(id)) return;
    const guess = ids.find((each) => each.endsWith(`/${id}`)) ?? nearest(id, ids);
    this.problems.push(
      problemAt(
        source,
        path,
        "unknown-reference",
        "error",
        `There is no ${what} \`${id}\`.`,
        guess
          ? `Did you mean \`${guess}\`?`
          : ids.length > 0
            ? `Use one of: ${ids.slice(0, 12).join(", ")}.`
            : `Add the ${what} first.`,
      ),
    );
  }

  /** True where `id` begins with the name of a file that could not be read, so that nobody can say it is wrong. */
  private isIn(id: string): boolean {
    const [first = "", second = ""] = id.split("/");
    return [
      `content/committees/${first}.md`,
      `content/inspections/${first}.md`,
      `content/${first}/${second}.md`,
      `data/${first}/${second}.json`,
    ].some((file) => this.known.unreadable.has(file));
  }

  /** A file that is there but could not be read has problems of its own; what points at it is right. */
  private file(
    source: Source,
    path: Path,
    id: string,
    file: string,
    all: readonly { id: string }[],
    what: string,
  ): void {
    if (this.known.hasFile(file)) return;
    this.among(
      source,
      path,
      id,
      all.map((each) => each.id),
      what,
    );
  }
}

/** A thing by its address, and each part of it. */
function inside(address: string, parts: readonly { readonly id: string }[]): string[] {
  return [address, ...parts.map(({ id }) => `${address}/${id}`)];
}

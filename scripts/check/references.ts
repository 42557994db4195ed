/** Every name that stands for something else leads to it; the nearest known name is offered. */
import type { Council, Papers, Positions } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { Plan } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { type Known, problemAt, type Rule } from "./rule.ts";

type Source = { file: string; positions: Positions };
type Path = (string | number)[];

export const references: Rule = {
  names: ["unknown-reference"],
  check(council, known) {
    const look = new Lookup(council, known);
    for (const committee of council.committees)
      committee.value.membership.forEach((seat, index) =>
        look.member(committee, ["membership", index, "member"], seat.member),
      );
    for (const { draft } of council.forwardPlan)
      if (draft?.value.meeting) look.meeting(draft, ["meeting"], draft.value.meeting);
    for (const { living, drafts } of council.meetings) {
      look.committee(living, ["committee"], living.value.committee);
      if (drafts) checkPapers(look, council, drafts);
    }
    for (const inspection of council.inspections)
      inspection.value.before.forEach((id, index) => look.inspection(inspection, ["before", index], id));
    for (const plan of council.plans) {
      look.inspection(plan, ["inspection"], plan.value.inspection);
      plan.value.reportsTo.forEach((id, index) => look.committee(plan, ["reportsTo", index], id));
      if (plan.value.endorsed) look.endorsement(plan, plan.value.endorsed);
      const actions = plan.value.actions.map((action) => action.id);
      plan.value.actions.forEach((action, at) =>
        action.findings.forEach((id, index) =>
          look.among(plan, ["actions", at, "findings", index], id, look.findings, "finding"),
        ),
      );
      plan.value.measures.forEach((measure, at) =>
        measure.actions.forEach((id, index) =>
          look.among(plan, ["measures", at, "actions", index], id, actions, "action of this plan"),
        ),
      );
    }
    for (const matter of council.matters)
      matter.value.inspections.forEach((id, index) => look.inspection(matter, ["inspections", index], id));
    return look.problems;
  },
};

function checkPapers(look: Lookup, council: Council, { agenda, reports, minutes }: Papers): void {
  agenda?.value.items.forEach((item, at) => {
    if (item.minutesOf) look.meeting(agenda, ["items", at, "minutesOf"], item.minutesOf);
    const ids = agenda.value.items.map((each) => each.id);
    item.excludesPublicFor.forEach((id, index) =>
      look.among(agenda, ["items", at, "excludesPublicFor", index], id, ids, "item of this agenda"),
    );
  });
  for (const report of reports) {
    report.value.cabinetMembers.forEach((id, index) => look.member(report, ["cabinetMembers", index], id));
    report.value.respondsTo.forEach((id, index) =>
      look.among(
        report,
        ["respondsTo", index],
        id,
        council.inspections.map((each) => `inspections/${each.id}`),
        "inspection",
      ),
    );
    if (report.value.authority)
      look.among(report, ["authority"], report.value.authority, look.terms, "term of reference");
  }
  for (const paper of [...reports, ...(minutes ? [minutes] : [])])
    paper.outline.charts.forEach(({ measure, line }) => {
      if (look.measures.includes(measure) || look.anyPlanUnreadable) return;
      const guess = nearest(measure, look.measures);
      look.problems.push({
        rule: "unknown-reference",
        severity: "error",
        file: paper.file,
        line,
        column: 1,
        message: `There is no measure \`${measure}\` to chart.`,
        mend: guess ? `Did you mean \`${guess}\`?` : "Name a measure of a plan in data/plans/.",
      });
    });
  if (!minutes) return;
  const { value } = minutes;
  const members = (ids: readonly string[], path: Path) =>
    ids.forEach((id, index) => look.member(minutes, [...path, index], id));
  look.member(minutes, ["chair"], value.chair);
  members(value.apologies, ["apologies"]);
  members(value.absent, ["absent"]);
  value.attendance.forEach((each, index) => {
    if (each.member) look.member(minutes, ["attendance", index, "member"], each.member);
    if (each.insteadOf) look.member(minutes, ["attendance", index, "insteadOf"], each.insteadOf);
  });
  value.interests.forEach((each, index) => look.member(minutes, ["interests", index, "member"], each.member));
  value.items.forEach((item, index) => {
    const at = ["items", index] as Path;
    if (item.movedBy) look.member(minutes, [...at, "movedBy"], item.movedBy);
    if (item.secondedBy) look.member(minutes, [...at, "secondedBy"], item.secondedBy);
    if (item.approvesMinutesOf) look.meeting(minutes, [...at, "approvesMinutesOf"], item.approvesMinutesOf);
    for (const side of ["for", "against", "abstained"] as const)
      members(item.vote?.[side] ?? [], [...at, "vote", side]);
    item.amendments.forEach((amendment, each) => {
      look.member(minutes, [...at, "amendments", each, "movedBy"], amendment.movedBy);
      if (amendment.secondedBy) look.member(minutes, [...at, "amendments", each, "secondedBy"], amendment.secondedBy);
    });
    item.followUps.forEach((followUp, each) => {
      look.committee(minutes, [...at, "followUps", each, "returnsTo"], followUp.returnsTo);
      if (followUp.due.meeting)
        look.meeting(minutes, [...at, "followUps", each, "due", "meeting"], followUp.due.meeting);
    });
  });
}

/** Finds names among those known, and keeps the problems of those that are not. */
class Lookup {
  readonly problems: Problem[] = [];
  readonly findings: string[];
  readonly measures: string[];
  readonly terms: string[];
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
    return ["committees", "inspections"].some(
      (folder) =>
        this.known.unreadable.has(`content/${folder}/${first}.md`) ||
        this.known.unreadable.has(`content/${first}/${second}.md`),
    );
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

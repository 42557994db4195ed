/** Every name that stands for something else leads to it; the nearest known name is offered. Papers cited: sources.ts. */
import type { Document, Papers } from "../model/council.ts";
import type { Minutes, Vote } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { KnownNames, type Path } from "./known-names.ts";
import type { Rule } from "./rule.ts";
import type { Living } from "./surroundings.ts";

export const references: Rule = {
  names: ["unknown-reference"],
  ofMeeting(around, { living, drafts }, known) {
    const names = new KnownNames(around, known);
    names.committee(living, ["committee"], living.value.committee);
    if (drafts) checkPapers(names, drafts);
    return names.problems;
  },
  ofCouncil(around, known) {
    const { council } = around;
    const names = new KnownNames(around, known);
    for (const committee of council.committees)
      committee.value.membership.forEach((seat, index) =>
        names.member(committee, ["membership", index, "member"], seat.member),
      );
    for (const { draft } of council.forwardPlan)
      if (draft?.value.meeting) names.meeting(draft, ["meeting"], draft.value.meeting);
    checkInspections(names, council);
    checkPlans(names, council);
    for (const matter of council.matters) {
      matter.value.inspections.forEach((id, index) => names.inspection(matter, ["inspections", index], id));
      matter.value.contradictions.forEach(({ findings }, at) =>
        findings.forEach((id, index) => names.finding(matter, ["contradictions", at, "findings", index], id)),
      );
    }
    return names.problems;
  },
};

function checkInspections(names: KnownNames, { inspections }: Living): void {
  for (const inspection of inspections) {
    const { before, findings, revisits } = inspection.value;
    const own = findings.map(({ id }) => id);
    before.forEach((id, index) => names.inspection(inspection, ["before", index], id));
    revisits.forEach(({ finding, nowIn }, index) => {
      names.finding(inspection, ["revisits", index, "finding"], finding);
      if (nowIn) names.among(inspection, ["revisits", index, "nowIn"], nowIn, own, "finding of this inspection");
    });
  }
}

function checkPlans(names: KnownNames, { plans }: Living): void {
  for (const plan of plans) {
    names.inspection(plan, ["inspection"], plan.value.inspection);
    plan.value.reportsTo.forEach((id, index) => names.committee(plan, ["reportsTo", index], id));
    if (plan.value.endorsed) names.endorsement(plan, plan.value.endorsed);
    const actions = plan.value.actions.map((action) => action.id);
    plan.value.actions.forEach((action, at) =>
      action.findings.forEach((id, index) => names.finding(plan, ["actions", at, "findings", index], id)),
    );
    plan.value.measures.forEach((measure, at) =>
      measure.actions.forEach((id, index) =>
        names.among(plan, ["measures", at, "actions", index], id, actions, "action of this plan"),
      ),
    );
  }
}

function checkPapers(names: KnownNames, { agenda, reports, minutes }: Papers): void {
  agenda?.value.items.forEach((item, at) => {
    if (item.minutesOf) names.meeting(agenda, ["items", at, "minutesOf"], item.minutesOf);
    const ids = agenda.value.items.map((each) => each.id);
    item.excludesPublicFor.forEach((id, index) =>
      names.among(agenda, ["items", at, "excludesPublicFor", index], id, ids, "item of this agenda"),
    );
  });
  for (const report of reports) checkReport(names, report);
  if (minutes) checkMinutes(names, minutes);
  for (const paper of [...reports, ...(minutes ? [minutes] : [])])
    for (const { measure, line } of paper.outline.charts) names.chart(paper.file, line, measure);
}

function checkReport(names: KnownNames, report: Document<Report>): void {
  const { cabinetMembers, respondsTo, reportsOn, authority } = report.value;
  cabinetMembers.forEach((id, index) => names.member(report, ["cabinetMembers", index], id));
  respondsTo.forEach((id, index) => names.subject(report, ["respondsTo", index], id, "inspections"));
  reportsOn.forEach((id, index) => names.plan(report, ["reportsOn", index], id));
  if (authority) names.term(report, ["authority"], authority);
}

function checkMinutes(names: KnownNames, minutes: Document<Minutes>): void {
  const { chair, apologies, absent, attendance, interests, items } = minutes.value;
  const member = (path: Path, id: string | undefined) => {
    if (id) names.member(minutes, path, id);
  };
  const members = (path: Path, ids: readonly string[]) => ids.forEach((id, index) => member([...path, index], id));
  const voters = (path: Path, vote: Vote | undefined) => {
    for (const side of ["for", "against", "abstained"] as const) members([...path, side], vote?.[side] ?? []);
    member([...path, "casting", "by"], vote?.casting?.by);
  };
  member(["chair"], chair);
  members(["apologies"], apologies);
  members(["absent"], absent);
  attendance.forEach((each, index) => {
    member(["attendance", index, "member"], each.member);
    member(["attendance", index, "insteadOf"], each.insteadOf);
  });
  interests.forEach((each, index) => member(["interests", index, "member"], each.member));
  items.forEach((item, index) => {
    const at = ["items", index] as Path;
    member([...at, "movedBy"], item.movedBy);
    member([...at, "secondedBy"], item.secondedBy);
    if (item.approvesMinutesOf) names.meeting(minutes, [...at, "approvesMinutesOf"], item.approvesMinutesOf);
    voters([...at, "vote"], item.vote);
    item.resolutions.forEach(({ vote }, each) => voters([...at, "resolutions", each, "vote"], vote));
    item.amendments.forEach((amendment, each) => {
      const path = [...at, "amendments", each];
      member([...path, "movedBy"], amendment.movedBy);
      member([...path, "secondedBy"], amendment.secondedBy);
      voters([...path, "vote"], amendment.vote);
    });
    item.followUps.forEach((followUp, each) => {
      const path = [...at, "followUps", each];
      names.committee(minutes, [...path, "returnsTo"], followUp.returnsTo);
      if (followUp.due.meeting) names.meeting(minutes, [...path, "due", "meeting"], followUp.due.meeting);
      followUp.about.forEach((id, about) => names.subject(minutes, [...path, "about", about], id));
    });
  });
}

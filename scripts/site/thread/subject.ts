/**
 * What belongs to an inspection beyond its own findings: the reports that told members of it, what they asked for, the
 * questions nobody answered, and when councillors next see a report. For the pages of inspections, findings and plans.
 */
import type { PublicPlan } from "../../access/public-council.ts";
import type { Question } from "../../asking/around.ts";
import type { FollowUpState } from "../../model/follow-up-due.ts";
import { address } from "../addresses.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { inOrderOfConcern } from "../follow-up-view.ts";
import { meetingName } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { itemOfMinute, type ReportedAt, reportsThat } from "./reports.ts";

/** Reports to councillors on an inspection, one of its findings or a plan that answers it, by meeting, oldest first. */
export function reportsOn(site: Site, inspection: string): ReportedAt[] {
  const plans = site.plansFor(inspection).map(({ id }) => id);
  const own = `inspections/${inspection}`;
  return reportsThat(
    site,
    ({ respondsTo, reportsOn: on }) =>
      respondsTo.some((each) => each === own || each.startsWith(`${own}/`)) || on.some((plan) => plans.includes(plan)),
  );
}

/** The same for a page, each with what was decided on it in a sentence. */
export function reportRows(site: Site, reports: readonly ReportedAt[]) {
  return reports.map(({ meeting, paper }) => ({
    title: paper.title,
    href: address.report(meeting.id, paper.id),
    date: meeting.living.value.date,
    where: meetingName(meeting),
    decided: paper.decision,
    decidedHref: paper.minute === null ? null : address.minute(meeting.id, paper.minute),
    isToCome: meeting.living.value.date >= site.today,
  }));
}

/** Everything asked for about an inspection or what answers it: said to be about it, or asked where it was considered. */
export function followUpsOf(site: Site, inspection: string): FollowUpState[] {
  const plans = site.plansFor(inspection).map(({ id }) => `plans/${id}`);
  const keys = [`inspections/${inspection}`, ...plans];
  const items = new Set(reportsOn(site, inspection).map(({ meeting, paper }) => `${meeting.id} ${paper.item}`));
  return inOrderOfConcern(
    followUpsOn(site).all.filter(
      (state) =>
        isAbout(state, keys) || items.has(`${state.meeting} ${itemOfMinute(site, state.meeting, state.minute)}`),
    ),
  );
}

/** Everything asked for about one thing, or a part of it: a plan, an action, a finding. */
export function followUpsAbout(site: Site, ...keys: string[]): FollowUpState[] {
  return inOrderOfConcern(followUpsOn(site).all.filter((state) => isAbout(state, keys)));
}

function isAbout({ followUp, minute }: FollowUpState, keys: readonly string[]): boolean {
  return (
    minute !== "" && followUp.about.some((about) => keys.some((key) => about === key || about.startsWith(`${key}/`)))
  );
}

/** Questions asked where the inspection was considered that have no answer on record. */
export function unansweredQuestions(site: Site, inspection: string) {
  const minutes = reportsOn(site, inspection).flatMap(({ meeting, paper }) =>
    paper.minute === null ? [] : [`${meeting.id} ${paper.minute}`],
  );
  return [...new Set(minutes)].flatMap((minute) => site.ask(unansweredAt, minute));
}

export interface UnansweredQuestion {
  readonly question: string;
  readonly by: string;
  readonly where: string;
  readonly href: string;
}

/** Those of one minute: asked about `2026-09-28-cabinet 34`. */
const unansweredAt: Question<Site, readonly UnansweredQuestion[]> = pageQuestions.add({
  name: "unanswered-at",
  answer: (site, about) => {
    const [id = "", minute = ""] = about.split(" ");
    const meeting = site.meeting(id);
    const item = meeting?.minutes?.value.items.find((each) => each.minute === minute);
    if (!meeting || !item) return [];
    const name = site.namesIn(meeting.minutes);
    return item.questions
      .filter(({ answer, answeredBy, followUp }) => !answer && !answeredBy && !followUp)
      .map(({ question, by }) => ({
        question,
        by: name(by),
        where: `${meetingName(meeting)}, minute ${item.minute}`,
        href: address.minute(meeting.id, item.minute),
      }));
  },
});

/** When councillors next see a report: what is due on the plans at a dated meeting, soonest first, each meeting once. */
export function nextReports(site: Site, plans: readonly PublicPlan[]) {
  return dueNext(site, plans, ({ followUp: { kind } }) => kind === "report back" || kind === "recurring");
}

/** Everything that is due on the plans at a dated meeting, likewise: reports, actions and what was referred. */
export function dueNext(
  site: Site,
  plans: readonly PublicPlan[],
  isWanted: (state: FollowUpState) => boolean = () => true,
) {
  const keys = plans.map(({ id }) => `plans/${id}`);
  const due = followUpsOn(site)
    .all.filter((state) => isAbout(state, keys) && isWanted(state))
    .filter(({ status }) => status === "asked for" || status === "undertaken" || status === "due")
    .flatMap(({ dueMeeting, followUp }) => {
      const meeting = dueMeeting ? site.called(dueMeeting) : null;
      return meeting && meeting.living.value.date >= site.today ? [{ meeting, text: followUp.text }] : [];
    });
  const ids = plans.map(({ id }) => id);
  const listed = reportsThat(site, ({ reportsOn: on }) => on.some((id) => ids.includes(id)))
    .filter(({ meeting }) => meeting.living.value.date >= site.today)
    .map(({ meeting, paper }) => ({ meeting, text: paper.title }));
  const byMeeting = Map.groupBy([...listed, ...due], ({ meeting }) => meeting.id);
  return [...byMeeting]
    .flatMap(([id, each]) => {
      const [first] = each;
      return first ? [{ id, meeting: first.meeting, texts: [...new Set(each.map(({ text }) => text))] }] : [];
    })
    .sort((a, b) => (a.meeting.living.value.date < b.meeting.living.value.date ? -1 : 1))
    .map(({ id, meeting, texts }) => ({ where: meetingName(meeting), href: address.meeting(id), texts }));
}

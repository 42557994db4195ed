/**
 * What belongs to an inspection beyond its own findings: the reports that told members of it, what they asked for, the
 * questions nobody answered, and when councillors next see a report. For the pages of inspections, findings and plans.
 */
import type { PublicMeeting, PublicPaper, PublicPlan } from "../../access/public-council.ts";
import type { FollowUpState } from "../../model/follow-up-due.ts";
import { address } from "../addresses.ts";
import { decisionOn } from "../decisions.ts";
import { inOrderOfConcern } from "../follow-up-view.ts";
import { meetingName, type Site } from "../site.ts";

export interface ReportedAt {
  readonly meeting: PublicMeeting;
  readonly paper: PublicPaper;
}

/** Reports to councillors on an inspection, one of its findings or a plan that answers it, by meeting, oldest first. */
export function reportsOn(site: Site, inspection: string): ReportedAt[] {
  const plans = site.plansFor(inspection).map(({ id }) => id);
  const own = `inspections/${inspection}`;
  return site.council.meetings
    .flatMap((meeting) => meeting.papers.map((paper) => ({ meeting, paper })))
    .filter(
      ({ paper: { value } }) =>
        value.respondsTo.some((each) => each === own || each.startsWith(`${own}/`)) ||
        value.reportsOn.some((plan) => plans.includes(plan)),
    )
    .sort((a, b) => (a.meeting.living.value.date < b.meeting.living.value.date ? -1 : 1));
}

/** The same for a page, each with what was decided on it in a sentence. */
export function reportRows(site: Site, reports: readonly ReportedAt[]) {
  return reports.map(({ meeting, paper }) => {
    const decision = decisionOn(site, meeting, paper.value.agendaItem);
    return {
      title: paper.value.title,
      href: address.report(meeting.id, paper.id),
      date: meeting.living.value.date,
      where: meetingName(meeting),
      decided: decision?.summary ?? null,
      decidedHref: decision?.href ?? null,
      isToCome: meeting.living.value.date >= site.today,
    };
  });
}

/** Everything asked for about an inspection or what answers it: said to be about it, or asked where it was considered. */
export function followUpsOf(site: Site, inspection: string): FollowUpState[] {
  const plans = site.plansFor(inspection).map(({ id }) => `plans/${id}`);
  const keys = [`inspections/${inspection}`, ...plans];
  const items = new Set(
    reportsOn(site, inspection).map(({ meeting, paper }) => `${meeting.id} ${paper.value.agendaItem}`),
  );
  return inOrderOfConcern(
    site.council.followUps.filter(
      (state) => isAbout(state, keys) || items.has(`${state.meeting} ${itemOf(site, state)}`),
    ),
  );
}

/** Everything asked for about one thing, or a part of it: a plan, an action, a finding. */
export function followUpsAbout(site: Site, ...keys: string[]): FollowUpState[] {
  return inOrderOfConcern(site.council.followUps.filter((state) => isAbout(state, keys)));
}

function isAbout({ followUp, minute }: FollowUpState, keys: readonly string[]): boolean {
  return (
    minute !== "" && followUp.about.some((about) => keys.some((key) => about === key || about.startsWith(`${key}/`)))
  );
}

function itemOf(site: Site, { meeting, minute }: FollowUpState): string | null {
  const items = site.meeting(meeting)?.minutes?.value.items ?? [];
  return minute === "" ? null : (items.find((each) => each.minute === minute)?.item ?? null);
}

/** Questions asked where the inspection was considered that have no answer on record. */
export function unansweredQuestions(site: Site, inspection: string) {
  const seen = new Set<string>();
  return reportsOn(site, inspection).flatMap(({ meeting, paper }) => {
    const item = meeting.minutes?.value.items.find((each) => each.item === paper.value.agendaItem);
    if (!item || seen.has(`${meeting.id} ${item.minute}`)) return [];
    seen.add(`${meeting.id} ${item.minute}`);
    const name = site.namesIn(meeting.minutes);
    return item.questions
      .filter(({ answer, answeredBy, followUp }) => !answer && !answeredBy && !followUp)
      .map(({ question, by }) => ({
        question,
        by: name(by),
        where: `${meetingName(meeting)}, minute ${item.minute}`,
        href: address.minute(meeting.id, item.minute),
      }));
  });
}

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
  const due = site.council.followUps
    .filter((state) => isAbout(state, keys) && isWanted(state))
    .filter(({ status }) => status === "asked for" || status === "undertaken" || status === "due")
    .flatMap(({ dueMeeting, followUp }) => {
      const meeting = dueMeeting ? site.meeting(dueMeeting) : null;
      return meeting && meeting.living.value.date >= site.today ? [{ meeting, text: followUp.text }] : [];
    });
  const listed = site.council.meetings
    .filter(({ living }) => living.value.date >= site.today)
    .flatMap((meeting) =>
      meeting.papers
        .filter(({ value }) => value.reportsOn.some((id) => keys.includes(`plans/${id}`)))
        .map((paper) => ({ meeting, text: paper.value.title })),
    );
  const byMeeting = Map.groupBy([...listed, ...due], ({ meeting }) => meeting);
  return [...byMeeting]
    .sort(([a], [b]) => (a.living.value.date < b.living.value.date ? -1 : 1))
    .map(([meeting, each]) => ({
      where: meetingName(meeting),
      href: address.meeting(meeting.id),
      texts: [...new Set(each.map(({ text }) => text))],
    }));
}

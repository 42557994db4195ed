/** The agenda and the reports say the same of each other: every report has its item, and every item its reports. */
import type { Agenda, AgendaItem } from "../model/agenda.ts";
import type { CouncilMeeting, Document, Papers, Sourced } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { whenIs } from "./days.ts";
import { type Known, problemAt, type Rule } from "./rule.ts";

/** What is wrong, and what would put it right. */
type Fault = [message: string, mend: string];

export const agendaPapers: Rule = {
  names: ["paper-without-item", "item-without-paper", "decision-without-paper"],
  ofMeeting(around, meeting, known) {
    const { drafts } = meeting;
    if (!drafts?.agenda) return [];
    const isPast = around.ask(whenIs, meeting.living.value.date) === "past";
    return [
      ...papersWithoutItem(meeting, drafts, drafts.agenda),
      ...itemsWithoutPaper(meeting, drafts, drafts.agenda, known),
      ...(isPast ? [] : decisionsWithoutPaper(drafts.agenda)),
    ];
  },
};

function papersWithoutItem({ issued }: CouncilMeeting, { reports }: Papers, agenda: Sourced<Agenda>): Problem[] {
  const released = new Set(
    issued
      .filter(({ record }) => record.kind === "release")
      .flatMap(({ papers }) => papers.reports.map(({ id }) => id)),
  );
  return reports.flatMap((report) => {
    const fault = faultOfPaper(report, agenda.value.items, released.has(report.id));
    return fault ? [problemAt(report, ["agendaItem"], "paper-without-item", "error", ...fault)] : [];
  });
}

function faultOfPaper(
  { id, value }: Document<Report>,
  items: readonly AgendaItem[],
  isReleased: boolean,
): Fault | null {
  const item = items.find(({ number }) => number === value.agendaItem);
  if (!item)
    return [
      `There is no item ${value.agendaItem} on the agenda.`,
      `Give the number of one of its items: ${items.map((each) => each.number).join(", ")}.`,
    ];
  if (item.papers.includes(id)) return null;
  if (!item.withheld)
    return [
      `Item ${item.number} of the agenda does not list this report.`,
      `Add \`${id}\` to the \`papers\` of item ${item.number} in agenda.md.`,
    ];
  if (isReleased) return null;
  return [
    `Item ${item.number} is not for publication, and this report for it lies under content/.`,
    "Move it to the restricted folder. If it may be public now, release it from there: --kind release --restricted DIR.",
  ];
}

function itemsWithoutPaper(
  { folder }: CouncilMeeting,
  { reports }: Papers,
  agenda: Sourced<Agenda>,
  known: Known,
): Problem[] {
  return agenda.value.items.flatMap((item, index) =>
    item.papers.flatMap((paper, at) => {
      const report = reports.find(({ id }) => id === paper);
      const isThere = report !== undefined || known.hasFile(`${folder}/${paper}.md`);
      const fault = faultOfItem(item, paper, report, isThere, reports);
      return fault ? [problemAt(agenda, ["items", index, "papers", at], "item-without-paper", "error", ...fault)] : [];
    }),
  );
}

/** A decision may be taken without a report; where one is meant, nobody would miss it before the meeting. */
function decisionsWithoutPaper(agenda: Sourced<Agenda>): Problem[] {
  return agenda.value.items.flatMap((item, index) => {
    const isDecided = item.for === "decision" || item.for === "recommendation";
    const isExplained = item.toFollow ?? item.withheld ?? item.minutesOf;
    if (!isDecided || isExplained || item.papers.length > 0 || item.excludesPublicFor.length > 0) return [];
    return [
      problemAt(
        agenda,
        ["items", index, "for"],
        "decision-without-paper",
        "warning",
        `Item ${item.number} is for ${item.for}, and no report is listed for it, so members decide without one.`,
        "If a report is to come, list it in `papers`, or say in `toFollow` why it is late. If none is wanted, leave it so.",
      ),
    ];
  });
}

function faultOfItem(
  item: AgendaItem,
  paper: string,
  report: Document<Report> | undefined,
  isThere: boolean,
  reports: Papers["reports"],
): Fault | null {
  if (report && report.value.agendaItem !== item.number)
    return [
      `\`${paper}\` says that it is for item ${report.value.agendaItem}, not item ${item.number}.`,
      "Correct `agendaItem` in the report, or move the paper to that item.",
    ];
  if (isThere || item.toFollow) return null;
  const guess = nearest(
    paper,
    reports.map(({ id }) => id),
  );
  return [
    `There is no report \`${paper}.md\` in this meeting's folder.`,
    guess ? `Did you mean \`${guess}\`?` : "Add the report, or say `toFollow:` and why it is late.",
  ];
}

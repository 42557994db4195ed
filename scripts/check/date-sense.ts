/** Dates that cannot be so: an inspection published before its fieldwork, readings out of order, and the like. */
import type { CouncilMeeting } from "../model/council.ts";
import type { Action, Measure } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { hasCome, whenIs } from "./days.ts";
import { isConvenedBefore } from "./meeting-case.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export const dateSense: Rule = {
  names: ["date-sense"],
  ofMeeting: (around, meeting) => (meeting.drafts ? [...ofNotice(around, meeting), ...ofMinutes(around, meeting)] : []),
  ofCouncil: (around) => [...ofInspections(around), ...ofPlans(around), ...ofSeats(around)],
};

type Source = Parameters<typeof problemAt>[0];
type Path = (string | number)[];

function wrong(source: Source, path: Path, message: string, mend: string): Problem {
  return problemAt(source, path, "date-sense", "error", message, mend);
}

function ofInspections({ council }: Surroundings): Problem[] {
  return council.inspections.flatMap((inspection) => {
    const { fieldwork, received, published, answered } = inspection.value;
    const problems: Problem[] = [];
    if (fieldwork.to < fieldwork.from)
      problems.push(
        wrong(inspection, ["fieldwork", "to"], "The fieldwork ends before it begins.", "Correct one of the two days."),
      );
    for (const [field, day] of [
      ["received", received],
      ["published", published],
    ] as const)
      if (day && day < fieldwork.to)
        problems.push(
          wrong(inspection, [field], `The report cannot be ${field} before the fieldwork ended.`, "Correct the day."),
        );
    if (answered && received && answered.on < received)
      problems.push(
        wrong(
          inspection,
          ["answered", "on"],
          "The report cannot be answered before it was received.",
          "Correct one of the two days.",
        ),
      );
    return problems;
  });
}

function ofPlans({ council, today }: Surroundings): Problem[] {
  return council.plans.flatMap((plan) => {
    const { submitted, inspection, actions, measures } = plan.value;
    const received = council.inspections.find(({ id }) => id === inspection)?.value.received;
    return [
      ...(submitted && received && submitted.on < received
        ? [
            wrong(
              plan,
              ["submitted", "on"],
              "The plan cannot have been sent before the report that it answers was received.",
              "Correct the day, or `received` in the inspection.",
            ),
          ]
        : []),
      ...actions.flatMap((action, at) => ofAction(plan, ["actions", at], action, today)),
      ...measures.flatMap((measure, at) => ofMeasure(plan, ["measures", at], measure, today)),
    ];
  });
}

function ofAction(plan: Source, path: Path, { start, due, progress }: Action, today: string): Problem[] {
  const problems: Problem[] = [];
  if (start && due && due < start)
    problems.push(wrong(plan, [...path, "due"], "The action is due before it starts.", "Correct one of the two days."));
  progress.forEach(({ date }, index) => {
    const place = [...path, "progress", index, "date"];
    const before = progress[index - 1];
    if (before && date < before.date)
      problems.push(wrong(plan, place, "What was said of the action is not in order.", "List it oldest first."));
    if (date > today)
      problems.push(wrong(plan, place, "Nobody can have said this on a day that has not come.", "Correct the day."));
  });
  return problems;
}

function ofMeasure(plan: Source, path: Path, { readings }: Measure, today: string): Problem[] {
  return readings.flatMap(({ date, revisions }, index) => {
    const problems: Problem[] = [];
    const place = [...path, "readings", index];
    const before = readings[index - 1];
    if (before && date <= before.date)
      problems.push(
        wrong(
          plan,
          [...place, "date"],
          "The readings are not in order, or two are of one day.",
          "List them oldest first, one a day.",
        ),
      );
    if (date > today)
      problems.push(wrong(plan, [...place, "date"], "The reading is of a day that has not come.", "Correct the day."));
    revisions.forEach(({ on }, at) => {
      if (on <= date)
        problems.push(
          wrong(
            plan,
            [...place, "revisions", at, "on"],
            "The figure cannot have been changed before there was one: this is not after the day it is of.",
            "Correct the day.",
          ),
        );
    });
    return problems;
  });
}

function ofSeats({ council }: Surroundings): Problem[] {
  return council.committees.flatMap((committee) =>
    committee.value.membership.flatMap(({ from, until }, index) =>
      until && until < from
        ? [
            wrong(
              committee,
              ["membership", index, "until"],
              "The seat ends before it begins.",
              "Correct one of the two days.",
            ),
          ]
        : [],
    ),
  );
}

function ofNotice(around: Surroundings, meeting: CouncilMeeting): Problem[] {
  const { living } = meeting;
  const { date, shorterNotice } = living.value;
  const convened = shorterNotice?.convened;
  const problems: Problem[] = [];
  if (isConvenedBefore(meeting) && around.ask(whenIs, date) !== "past")
    problems.push(
      wrong(
        living,
        ["shorterNotice", "convened"],
        "The public was told of this meeting before the time at which it says it was convened.",
        "Take `shorterNotice:` out; or, if it was convened anew, cancel it and convene it again.",
      ),
    );
  if (convened && (convened.slice(0, 10) > date || !around.ask(hasCome, convened)))
    problems.push(
      wrong(
        living,
        ["shorterNotice", "convened"],
        "The meeting cannot have been convened at a time that has not come, or after it is held.",
        "Give the day and time at which it really was convened.",
      ),
    );
  return problems;
}

function ofMinutes(around: Surroundings, { drafts, living }: CouncilMeeting): Problem[] {
  const minutes = drafts?.minutes;
  if (!minutes) return [];
  const { began = "", ended, items } = minutes.value;
  const { date } = living.value;
  const problems: Problem[] = [];
  if (around.ask(whenIs, date) === "to come")
    problems.push(
      wrong(
        minutes,
        [],
        "There are minutes of a meeting that has not been held.",
        "Correct the meeting's date, or take the minutes out.",
      ),
    );
  if (ended && began > ended)
    problems.push(wrong(minutes, ["ended"], "The meeting ends before it begins.", "Correct one of the two times."));
  items.forEach(({ followUps }, index) =>
    followUps.forEach(({ due }, at) => {
      if (due.date && due.date < date)
        problems.push(
          wrong(
            minutes,
            ["items", index, "followUps", at, "due", "date"],
            "The follow-up is due before the meeting that asks for it.",
            "Correct the day.",
          ),
        );
    }),
  );
  return problems;
}

/** Dates that cannot be so: an inspection published before its fieldwork, readings out of order, and the like. */
import type { Problem } from "../model/problem.ts";
import { isConvenedBefore } from "./meeting-case.ts";
import { problemAt, type Rule } from "./rule.ts";

export const dateSense: Rule = {
  names: ["date-sense"],
  check(council) {
    const problems: Problem[] = [];
    const wrong = (source: Parameters<typeof problemAt>[0], path: (string | number)[], message: string, mend: string) =>
      problems.push(problemAt(source, path, "date-sense", "error", message, mend));

    for (const inspection of council.inspections) {
      const { fieldwork, received, published } = inspection.value;
      if (fieldwork.to < fieldwork.from)
        wrong(inspection, ["fieldwork", "to"], "The fieldwork ends before it begins.", "Correct one of the two days.");
      for (const [field, day] of [
        ["received", received],
        ["published", published],
      ] as const)
        if (day && day < fieldwork.to)
          wrong(inspection, [field], `The report cannot be ${field} before the fieldwork ended.`, "Correct the day.");
    }
    for (const plan of council.plans) {
      plan.value.actions.forEach((action, at) => {
        if (action.start && action.due && action.due < action.start)
          wrong(plan, ["actions", at, "due"], "The action is due before it starts.", "Correct one of the two days.");
      });
      plan.value.measures.forEach((measure, at) =>
        measure.readings.forEach((reading, index) => {
          const before = measure.readings[index - 1];
          if (before && reading.date <= before.date)
            wrong(
              plan,
              ["measures", at, "readings", index, "date"],
              "The readings are not in order, or two are of one day.",
              "List them oldest first, one a day.",
            );
          if (reading.date > council.now.slice(0, 10))
            wrong(
              plan,
              ["measures", at, "readings", index, "date"],
              "The reading is of a day that has not come.",
              "Correct the day.",
            );
        }),
      );
    }
    for (const { seats, source } of council.committees.map((committee) => ({
      seats: committee.value.membership,
      source: committee,
    })))
      seats.forEach((seat, index) => {
        if (seat.until && seat.until < seat.from)
          wrong(
            source,
            ["membership", index, "until"],
            "The seat ends before it begins.",
            "Correct one of the two days.",
          );
      });
    for (const meeting of council.meetings) {
      const { drafts, living } = meeting;
      if (drafts && isConvenedBefore(meeting) && living.value.date >= council.now.slice(0, 10))
        wrong(
          living,
          ["shorterNotice", "convened"],
          "The public was told of this meeting before the time at which it says it was convened.",
          "Take `shorterNotice:` out; or, if it was convened anew, cancel it and convene it again.",
        );
      const convened = living.value.shorterNotice?.convened;
      if (drafts && convened && (convened > council.now || convened.slice(0, 10) > living.value.date))
        wrong(
          living,
          ["shorterNotice", "convened"],
          "The meeting cannot have been convened at a time that has not come, or after it is held.",
          "Give the day and time at which it really was convened.",
        );
      if (drafts?.minutes && living.value.date > council.now.slice(0, 10))
        wrong(
          drafts.minutes,
          [],
          "There are minutes of a meeting that has not been held.",
          "Correct the meeting's date, or take the minutes out.",
        );
      if (drafts?.minutes?.value.ended && (drafts.minutes.value.began ?? "") > drafts.minutes.value.ended)
        wrong(drafts.minutes, ["ended"], "The meeting ends before it begins.", "Correct one of the two times.");
    }
    return problems;
  },
};

/** An inspection or visit that was expected by a day came by then, or officers are told that it has not. */
import { formatDate } from "../model/civil.ts";
import { problemAt, type Rule } from "./rule.ts";

export const forecastPassed: Rule = {
  names: ["forecast-passed"],
  ofCouncil({ council: { inspections }, today }, known) {
    // What cannot be read may well be the inspection that was expected.
    if (known.anyUnreadable("content/inspections/")) return [];
    return inspections.flatMap((inspection) => {
      const hasLater = inspections.some(({ value }) => value.fieldwork.from > inspection.value.fieldwork.to);
      if (hasLater) return [];
      return inspection.value.forecasts.flatMap(({ by, text, saidBy }, at) =>
        by && by < today
          ? [
              problemAt(
                inspection,
                ["forecasts", at, "by"],
                "forecast-passed",
                "duty",
                `“${text.replace(/\.$/, "")}” was expected by ${formatDate(by)} (${saidBy}), and no later inspection is here.`,
                "Add the inspection, if it came; if it did not, say what is expected now, who says so and by when.",
              ),
            ]
          : [],
      );
    });
  },
};

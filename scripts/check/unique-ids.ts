/** What is referred to by a short name has one that nothing else of its kind has. */

import type { Positions } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

type Source = { file: string; positions: Positions };

export const uniqueIds: Rule = {
  names: ["same-id"],
  check(council) {
    const problems: Problem[] = [];
    const seen = (what: string) => {
      const ids = new Map<string, string>();
      return (source: Source, path: (string | number)[], id: string) => {
        const before = ids.get(id);
        if (before)
          problems.push(
            problemAt(
              source,
              path,
              "same-id",
              "error",
              `The ${what} \`${id}\` is already in ${before}.`,
              "Give this one another; links to the first one stay true.",
            ),
          );
        ids.set(id, source.file);
      };
    };
    const measure = seen("measure");
    for (const plan of council.plans) {
      const action = seen("id");
      plan.value.measures.forEach((each, index) => {
        measure(plan, ["measures", index, "id"], each.id);
        action(plan, ["measures", index, "id"], each.id);
      });
      plan.value.actions.forEach((each, index) => action(plan, ["actions", index, "id"], each.id));
    }
    for (const inspection of council.inspections) {
      const finding = seen("finding");
      inspection.value.findings.forEach((each, index) => finding(inspection, ["findings", index, "id"], each.id));
    }
    const followUp = seen("follow-up");
    for (const { drafts } of council.meetings) {
      if (drafts?.agenda) {
        const [id, number] = [seen("item"), seen("item number")];
        drafts.agenda.value.items.forEach((item, index) => {
          id(drafts.agenda as Source, ["items", index, "id"], item.id);
          number(drafts.agenda as Source, ["items", index, "number"], item.number);
        });
      }
      for (const report of drafts?.reports ?? []) {
        const appendix = seen("appendix");
        report.value.appendices.forEach((each, index) => appendix(report, ["appendices", index, "id"], each.id));
      }
      if (!drafts?.minutes) continue;
      const minute = seen("minute number");
      drafts.minutes.value.items.forEach((item, index) => {
        const source = drafts.minutes as Source;
        minute(source, ["items", index, "minute"], item.minute);
        const letter = seen("resolution's letter");
        item.resolutions.forEach((each, at) =>
          letter(source, ["items", index, "resolutions", at, "letter"], each.letter),
        );
        item.followUps.forEach((each, at) => followUp(source, ["items", index, "followUps", at, "id"], each.id));
      });
    }
    return problems;
  },
};

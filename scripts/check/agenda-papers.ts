/** The agenda and the reports say the same of each other: every report has its item, and every item its reports. */

import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { problemAt, type Rule } from "./rule.ts";

export const agendaPapers: Rule = {
  names: ["paper-without-item", "item-without-paper"],
  check(council, known) {
    const problems: Problem[] = [];
    for (const { drafts, folder, issued } of council.meetings) {
      if (!drafts?.agenda) continue;
      const released = new Set(
        issued
          .filter(({ record }) => record.kind === "release")
          .flatMap(({ papers }) => papers.reports.map(({ id }) => id)),
      );
      const { agenda, reports } = drafts;
      const items = agenda.value.items;
      for (const report of reports) {
        const item = items.find((each) => each.number === report.value.agendaItem);
        if (!item)
          problems.push(
            problemAt(
              report,
              ["agendaItem"],
              "paper-without-item",
              "error",
              `There is no item ${report.value.agendaItem} on the agenda.`,
              `Give the number of one of its items: ${items.map((each) => each.number).join(", ")}.`,
            ),
          );
        else if (item.withheld && !item.papers.includes(report.id)) {
          if (!released.has(report.id))
            problems.push(
              problemAt(
                report,
                ["agendaItem"],
                "paper-without-item",
                "error",
                `Item ${item.number} is not for publication, and this report for it lies under content/.`,
                "Move it to the restricted folder. If it may be public now, release it from there: --kind release --restricted DIR.",
              ),
            );
        } else if (!item.papers.includes(report.id))
          problems.push(
            problemAt(
              report,
              ["agendaItem"],
              "paper-without-item",
              "error",
              `Item ${item.number} of the agenda does not list this report.`,
              `Add \`${report.id}\` to the \`papers\` of item ${item.number} in agenda.md.`,
            ),
          );
      }
      items.forEach((item, index) =>
        item.papers.forEach((paper, at) => {
          const path = ["items", index, "papers", at];
          const report = reports.find((each) => each.id === paper);
          if (report && report.value.agendaItem !== item.number)
            problems.push(
              problemAt(
                agenda,
                path,
                "item-without-paper",
                "error",
                `\`${paper}\` says that it is for item ${report.value.agendaItem}, not item ${item.number}.`,
                "Correct `agendaItem` in the report, or move the paper to that item.",
              ),
            );
          if (report || known.hasFile(`${folder}/${paper}.md`) || item.toFollow) return;
          const guess = nearest(
            paper,
            reports.map((each) => each.id),
          );
          problems.push(
            problemAt(
              agenda,
              path,
              "item-without-paper",
              "error",
              `There is no report \`${paper}.md\` in this meeting's folder.`,
              guess ? `Did you mean \`${guess}\`?` : "Add the report, or say `toFollow:` and why it is late.",
            ),
          );
        }),
      );
    }
    return problems;
  },
};

/** What an officer reads after issuing, as lines: what was held back and why, what is late, what becomes public. For commands/issue.ts. */
import { formatLongDate, formatTime } from "../model/civil.ts";
import { problemLines } from "../model/problem-lines.ts";
import type { MissedClock } from "../model/record.ts";
import type { Issued } from "./issued.ts";

export function outcomeLines(issued: Issued): string[] {
  return [
    ...problemLines(issued.problems),
    ...issued.heldBack.flatMap(({ paper, problems }) => [`Held back: ${paper}`, ...problemLines(problems)]),
    issuedLine(issued),
    ...(issued.clearDays ? [`That is ${issued.clearDays}.`] : []),
    ...issued.missedClocks.flatMap(missedLines),
    ...list("Becomes public with the next `npm run build`:", issued.becomesPublic),
    ...list("Does not become public:", issued.staysPrivate),
    ...issued.next,
  ];
}

/** What was issued, when, on which pages and where it lies. */
export function issuedLine({ record, folder }: Pick<Issued, "record" | "folder">): string {
  const { pack, kind, address, issuedAt } = record;
  const pages = pack ? ` Pages ${pack.firstPage} to ${pack.lastPage},` : " It is";
  return `Issued: ${address}, ${kind}, ${formatLongDate(issuedAt.slice(0, 10))} at ${formatTime(issuedAt.slice(11))}.${pages} in ${folder}.`;
}

function missedLines(missed: MissedClock): string[] {
  const { clock, severity, about, paper, items, wanted, clearDays, source, because, cure } = missed;
  const subject = paper ? `, ${paper}` : about === "item" ? `, item \`${items.join()}\`` : "";
  const counted = wanted === null || clearDays === null ? "" : `, ${clearDays} of ${wanted} clear days`;
  const hasNoCure = cure === null && severity === "late" && about !== "paper";
  return [
    `Marked ${severity === "late" ? "late" : "as an exception"}: ${clock}${subject}${counted} (${source}).`,
    ...(because ? [`    The reason that is published: ${because}`] : []),
    ...(cure ? [`    ${cure} It is among the follow-ups until the minutes have it (\`urgency:\`).`] : []),
    ...(hasNoCure
      ? ["    The law offers no cure for this. Ask the Monitoring Officer whether the business can be done."]
      : []),
  ];
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

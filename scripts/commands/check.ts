/** `npm run check`: every problem of the council's files, or the calendar of what the law wants by when. */
import type { Loaded } from "../load/council.ts";
import { stops } from "../model/problem.ts";
import { problemLines } from "../model/problem-lines.ts";
import { command, type Terminal } from "./command.ts";

export const CHECK = command({
  name: "check",
  about: "every problem, by file and line",
  takes: "check takes --calendar and --restricted DIR",
  options: { calendar: { type: "boolean" }, restricted: { type: "string" } },
  run: async ({ root, now, values, terminal }) => {
    const { loadCouncil } = await import("../load/council.ts");
    const loaded = loadCouncil(root, { drafts: true, now });
    if (values.calendar) return calendar(loaded, terminal);
    const { checkCouncil } = await import("../check/check.ts");
    const { checkRestricted } = await import("../restricted/check-restricted.ts");
    const { restricted } = values;
    const problems = [...checkCouncil(loaded), ...(restricted ? checkRestricted(loaded, restricted) : [])];
    const none = ["No problems: every file can be read and every rule is met."];
    terminal.show(problems, problems.length === 0 ? none : problemLines(problems));
    return problems.some(stops) ? 1 : 0;
  },
});

async function calendar(loaded: Loaded, terminal: Terminal): Promise<number> {
  const { dutyCalendar, calendarLines } = await import("../duty-calendar.ts");
  const meetings = dutyCalendar(loaded);
  terminal.show(meetings, calendarLines(meetings));
  return 0;
}

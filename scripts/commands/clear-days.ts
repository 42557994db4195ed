/** `npm run clear-days`: the clear days between two days, each counted or not, and why. */
import { isCivilDate, isCivilDateTime } from "../model/civil.ts";
import { Refusal } from "../model/refusal.ts";
import { command } from "./command.ts";

export const CLEAR_DAYS = command({
  name: "clear-days",
  about: "the clear days between two days, counted day by day",
  takes: "clear-days takes --nation",
  takesWords: true,
  options: { nation: { type: "string" } },
  run: async ({ root, words, values, terminal }) => {
    const { countClearDays, NATIONS } = await import("../clear-days.ts");
    const [issued, meeting] = words;
    const isIssued = issued !== undefined && (isCivilDate(issued) || isCivilDateTime(issued));
    if (!isIssued || !meeting || !isCivilDate(meeting))
      throw new Refusal(
        "Give the day of issue and the day of the meeting: npm run clear-days -- 2011-09-16 2011-09-26",
        2,
      );
    const nation = NATIONS.find((each) => each === (values.nation ?? each));
    if (!nation) throw new Refusal(`--nation must be one of: ${NATIONS.join(", ")}.`, 2);
    const counted = countClearDays({ root, issued, meeting, nation: values.nation ? nation : undefined });
    terminal.show(counted, counted.lines);
    return 0;
  },
});

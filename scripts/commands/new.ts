/** `npm run new`: a meeting, a report or minutes begun with what is known. */
import { command } from "./command.ts";

export const NEW = command({
  name: "new",
  about: "begin a meeting, a report or minutes with what is known: npm run new -- meeting COMMITTEE DATE",
  takes:
    "new takes meeting COMMITTEE DATE with --time, --place and --another, report MEETING ITEM with --report NAME, and minutes MEETING",
  takesWords: true,
  options: {
    time: { type: "string" },
    place: { type: "string" },
    another: { type: "boolean" },
    report: { type: "string" },
  },
  run: async ({ root, now, words, values, terminal }) => {
    const { draftAsked } = await import("../drafting/asked.ts");
    const { draftedLines, newDraft } = await import("../new-draft.ts");
    const { time, place, another, report } = values;
    const drafted = newDraft({ root, now, asked: draftAsked([...words], { time, place, another, report }) });
    terminal.show(drafted, draftedLines(drafted));
    return 0;
  },
});

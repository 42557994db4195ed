/** `npm run endorse`: a plan kept as the version that a meeting endorsed. */
import { command, named } from "./command.ts";

export const ENDORSE = command({
  name: "endorse",
  about: "keep a plan as the version that a meeting endorsed: npm run endorse -- PLAN",
  takesWords: true,
  options: {},
  run: async ({ root, now, words, terminal }) => {
    const { endorse, endorsedLines } = await import("../endorse.ts");
    const endorsed = endorse(root, named(words, "endorse", "plan", "improvement-plan"), now);
    terminal.show(endorsed, endorsedLines(endorsed));
    return 0;
  },
});

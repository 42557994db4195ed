/** `npm test` and `npm run soak`: what we check of Clear Days itself. */
import { command } from "./command.ts";

export const TEST = command({
  name: "test",
  about: "every check that we make of Clear Days itself",
  options: {},
  run: async ({ terminal }) => {
    const { runTests } = await import("../test-run.ts");
    return runTests((line) => terminal.tell([line]));
  },
});

export const SOAK = command({
  name: "soak",
  about: "the checks that take too long for every run",
  options: {},
  run: async () => {
    const { runSoak } = await import("../test-run.ts");
    return runSoak();
  },
});

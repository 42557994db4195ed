import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["scripts/**/*.test.ts", "acceptance/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Two processes on the two cores we promise to work on.
    maxWorkers: 2,
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{unit,hostile,faults}/**/*.test.ts"],
    environment: "node",
    // One processor less is the default: on two, only half of the machine.
    maxWorkers: "100%",
    // Speed is measured by `npm run bench`; a busy machine must not fail a test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

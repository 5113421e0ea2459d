import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{unit,hostile,faults}/**/*.test.ts"],
    environment: "node",
    // Speed is measured by `npm run bench`; a busy machine must not fail a test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from "vitest/config";

// Projects, so that one can be run alone: `npm test -- unit`, `npx vitest run --project unit src/kernel`.
const shared = {
  environment: "node" as const,
  restoreMocks: true,
  unstubEnvs: true,
  passWithNoTests: false,
  // Time limits only end what hangs: how long something takes says nothing on a machine that is busy with other things.
  testTimeout: 900_000,
  hookTimeout: 900_000,
  expect: { poll: { timeout: 60_000 } },
};
const jsx = { jsx: { runtime: "automatic" as const, importSource: "hono/jsx" } };
const buildFirst = "scripts/vitest-build.mjs";

export default defineConfig({
  cacheDir: ".kith/vite",
  oxc: jsx,
  test: {
    // The machines this is for have two cores, and a PostgreSQL works beside each worker.
    maxWorkers: 2,
    projects: [
      {
        oxc: jsx,
        test: {
          ...shared,
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "tests/toolchain/**/*.test.ts"],
        },
      },
      {
        oxc: jsx,
        test: {
          ...shared,
          name: "journey",
          include: ["tests/journeys/**/*.test.{ts,tsx}", "tests/contract/**/*.test.{ts,tsx}"],
          globalSetup: [buildFirst],
        },
      },
      {
        oxc: jsx,
        test: {
          ...shared,
          name: "e2e",
          include: ["tests/e2e/**/*.test.{ts,tsx}"],
          globalSetup: [buildFirst],
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", ".next/**", ".wye/**", "tests/e2e/**"];

/** Two busy cores: a time limit is there to end a hang, not to measure. */
const patience = { testTimeout: 60_000, hookTimeout: 180_000, teardownTimeout: 60_000 };

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    allowOnly: false,
    // By itself vitest leaves one core to the terminal; most of these tests wait for a database or a socket.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...patience,
          name: "unit",
          include: [
            "{app,components,db,lib,scripts,bench}/**/*.test.{ts,tsx}",
            "tests/{architecture,soak,support}/**/*.test.ts",
          ],
          exclude: ignored,
        },
      },
      {
        extends: true,
        test: {
          ...patience,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ignored,
          globalSetup: ["tests/support/database-setup.ts"],
        },
      },
    ],
  },
});

import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** What runs in Node, or drives a real library and a real browser from there. */
const outsideTheWorker = [
  "test/cli/**",
  "test/browser/**",
  "test/scripts/**",
  "test/imports.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "migrations")),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: outsideTheWorker,
          setupFiles: ["test/migrate.ts"],
          // A machine that does other work as well is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "node",
          include: outsideTheWorker.map((folder) => `${folder}/*.test.ts`),
          globalSetup: "test/browser/support/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

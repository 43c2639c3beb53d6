import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig, type Plugin } from "vitest/config";
import { longestWait } from "./test/browser/support/longest-wait.ts";

/** Pure functions: plain Node, no Worker and no migrations, in which they take a fifth of the time. */
const pure = [
  "test/captions/**",
  "test/console/client/**",
  "test/documents/**",
  "test/files/**",
  "test/i18n/**",
  "test/limits/**",
  "test/manifest/**",
  "test/markdown/**",
  "test/player/client/**",
  "test/records/**",
  "test/search/**",
  "test/syndication/styles/**",
  "test/transcripts/**",
];
/** Programs: the command line, scripts, and a real library in a real browser. */
const outside = ["test/cli/**", "test/browser/**", "test/scripts/**"];

/**
 * Limits for what will never come, in milliseconds. On a busy machine a test waits longer, and passes: films of ten
 * hours take some seconds on a quiet one.
 */
const patient = { testTimeout: 300_000, hookTimeout: 300_000 };

/**
 * Takes the production builds of packages, as the Worker and the command do. vitest prefers the development builds, in
 * which micromark has other, slower code.
 */
const productionBuilds: Plugin = {
  name: "production-builds",
  configResolved({ ssr, environments }) {
    const all = [ssr, ...Object.values(environments)].map(({ resolve }) => resolve);
    for (const resolve of all) {
      if (resolve?.conditions === undefined) continue;
      resolve.conditions = resolve.conditions.filter((one) => one !== "development|production");
    }
  },
};

export default defineConfig({
  test: {
    // On two cores: tests that watch a film mostly wait, and leave the processors to the others.
    maxWorkers: 4,
    projects: [
      {
        plugins: [productionBuilds],
        test: {
          name: "pure",
          include: pure.map((folder) => `${folder}/*.test.ts`),
          isolate: false,
          pool: "threads",
          ...patient,
        },
      },
      {
        plugins: [
          productionBuilds,
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                FAULTS: process.env.FAULTS ?? "",
                TEST_MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "migrations")),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          isolate: false,
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...pure, ...outside],
          setupFiles: ["test/migrate.ts"],
          ...patient,
        },
      },
      {
        plugins: [productionBuilds],
        test: {
          name: "node",
          // A process loads Playwright, Miniflare and the command line's modules once, not for each file.
          isolate: false,
          include: outside.map((folder) => `${folder}/*.test.ts`),
          globalSetup: "test/browser/support/setup.ts",
          ...patient,
          // A page that is asked twenty times a second takes more processor time than the film that it plays.
          expect: { poll: { timeout: longestWait, interval: 100 } },
        },
      },
    ],
  },
});

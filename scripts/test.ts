/**
 * `npm test`: everything that must hold. It runs to the end, so that all that is wrong is seen at once.
 * `npm test -- captions/srt` runs the test files with that in their path, and `npm test -- --changed` those
 * that import what changed since the last commit; both leave out format, lint and types.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "./local.ts";
import { typeCheck, typeScriptProjects } from "./types.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** As far as this script reads what vitest's JSON reporter writes. */
const reportSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;

const reportFile = join(root, "test-results/vitest.json");
const filters = process.argv.slice(2);

const counts: Count[] = [step("Build what runs in the browser", ["scripts/build.ts"])];
if (filters.length === 0) {
  counts.push(
    ...(await Promise.all([
      check("Format and lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."]),
      ...typeScriptProjects.map((project) => check(`Types: ${project}`, typeCheck(project))),
    ])),
  );
}
counts.push(runTests());

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);

function countOf(succeeded: boolean): Count {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A step that passes or fails as a whole. */
function step(name: string, command: readonly string[]): Count {
  console.log(`\n── ${name}`);
  return countOf(run(command));
}

/** A step that runs beside others; what it prints is shown when it ends. */
function check(name: string, command: readonly string[]): Promise<Count> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.once("close", (status) => {
      console.log(`\n── ${name}`);
      process.stdout.write(output);
      resolve(countOf(status === 0));
    });
  });
}

function run(command: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  return status === 0;
}

/** Runs vitest. A test that didn't run counts as failed, and so does a vitest that ran none. */
function runTests(): Count {
  console.log("\n── Tests");
  rmSync(reportFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const succeeded = run(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...filters]);
  const report = readReport();
  if (report === undefined) return { passed: 0, failed: 1 };
  printSlowest(report);
  const { numTotalTests, numPassedTests } = report;
  const failures = numTotalTests - numPassedTests;
  const isSound = succeeded && numTotalTests > 0;
  return { passed: numPassedTests, failed: isSound ? failures : Math.max(failures, 1) };
}

function readReport(): Report | undefined {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(reportFile, "utf8")));
  } catch {
    return undefined;
  }
}

/** Names the ten files that took longest, so that a slow one is noticed when it is written. */
function printSlowest({ testResults }: Report): void {
  if (testResults.length < 2) return;
  console.log("\n── The ten slowest test files");
  const slowest = testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10);
  for (const { name, seconds } of slowest) {
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${name.slice(root.length + 1)}`);
  }
}

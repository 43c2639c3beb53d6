/** `npm test`: everything that must hold. It runs to the end, so that all that is wrong is seen at once. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./local.ts";
import { checkTypes, typeScriptProjects } from "./types.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const reportFile = join(root, "test-results/vitest.json");
const counts: Count[] = [];

check("Build what runs in the browser", () => run("scripts/build.ts"));
check("Format and lint", () => run("node_modules/@biomejs/biome/bin/biome", "check", "."));
for (const project of typeScriptProjects) {
  check(`Types: ${project}`, () => checkTypes(project));
}
heading("Tests");
counts.push(runTests());

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);

/** A step that passes or fails as a whole. */
function check(name: string, holds: () => boolean): void {
  heading(name);
  counts.push(holds() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

function heading(name: string): void {
  console.log(`\n── ${name}`);
}

function run(...command: string[]): boolean {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  return status === 0;
}

/**
 * Runs vitest. A test that didn't run counts as failed, and so does a vitest that ran none.
 * Three files at a time: those that watch a film mostly wait, and leave the processor to the others.
 */
function runTests(): Count {
  rmSync(reportFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const succeeded = run("node_modules/vitest/vitest.mjs", "run", "--maxWorkers=3", ...reporters);
  const { numTotalTests = 0, numPassedTests = 0 } = readReport();
  const failures = numTotalTests - numPassedTests;
  const isSound = succeeded && numTotalTests > 0;
  return { passed: numPassedTests, failed: isSound ? failures : Math.max(failures, 1) };
}

function readReport(): { numTotalTests?: number; numPassedTests?: number } {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8"));
  } catch {
    return {};
  }
}

/**
 * `npm run fuzz`: the property tests (fast-check) of `npm test`, which tries a few random inputs for each, again and
 * again with other ones. It ends after the given minutes, or at the first failure, whose output has the seed.
 *
 *     npm run fuzz                              # all, for ten minutes
 *     npm run fuzz -- captions --minutes 60     # those with captions in their path
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fail, root } from "./local.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "10" } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) fail(`--minutes takes a number above 0, not “${values.minutes}”.`);
const files = globSync("test/**/*.test.ts", { cwd: root })
  .filter((file) => /from "fast-check"/.test(readFileSync(join(root, file), "utf8")))
  .filter((file) => positionals.every((part) => file.includes(part)));
if (files.length === 0) fail(`No property test has ${positionals.join(" and ")} in its path.`);

const end = Date.now() + minutes * 60_000;
let rounds = 0;
let status: number | null = 0;
while (status === 0 && Date.now() < end) {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...files];
  ({ status } = spawnSync(process.execPath, vitest, { cwd: root, stdio: "inherit" }));
  rounds += 1;
}
console.log(`${files.length} test files, ${rounds} rounds${status === 0 ? ", no failure" : ""}`);
process.exitCode = status === 0 ? 0 : 1;

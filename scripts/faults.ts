/**
 * `npm run faults`: lets each call of D1 and R2 go wrong in turn, in every way, while each change and each answer is
 * made, and prints the tables of docs/faults.md. `npm test` tries a part of it.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./local.ts";

const vitest = join(root, "node_modules/vitest/vitest.mjs");
const tests = ["test/publishing/faults.test.ts", "test/delivery/faults.test.ts"];
const { status, stdout } = spawnSync(
  process.execPath,
  // The last option would take the name of a file that follows it for its value.
  [vitest, "run", ...tests, "--project", "worker", "--disable-console-intercept"],
  {
    cwd: root,
    env: { ...process.env, FAULTS: "all" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  },
);
const lines = stdout.split("\n");
if (status === 0) console.log(lines.filter((line) => line.startsWith("|")).join("\n"));
else console.log(stdout);
process.exitCode = status ?? 1;

import type { JsonOption } from "../commands/common.ts";
import { print, printJson, styled } from "../output/print.ts";
import type { CheckResult } from "./check-result.ts";
import { checkLibrary } from "./library.ts";
import { checkMachine } from "./machine.ts";

/**
 * `videoteca doctor`: checks everything that publishing depends on, and says how to fix problems.
 * @returns the exit code: 1 if a check fails
 */
export async function doctor({ json = false }: JsonOption): Promise<number> {
  const machine = checkMachine(process.env, process.cwd());
  // Without a usable profile there is no token to ask the library with.
  const hasProfile = machine.every(({ name, state }) => name !== "profile" || state === "ok");
  const results = [...machine, ...(hasProfile ? await checkLibrary(process.env) : [])];
  const isFailing = results.some(({ state }) => state === "fail");
  if (json) printJson({ ok: !isFailing, findings: results.map(describeResult) });
  else for (const result of results) printResult(result);
  return isFailing ? 1 : 0;
}

/** A result in the output of `--json`, where `fix` has always been called `mend`. */
function describeResult({ name, state, message, fix }: CheckResult): object {
  return { name, state, message, mend: fix };
}

const stateColors = { ok: "green", warn: "yellow", fail: "red" } as const;

function printResult({ name, state, message, fix }: CheckResult): void {
  print(`${styled(stateColors[state], state.padEnd(4))}  ${name.padEnd(8)}  ${message}`);
  if (fix !== undefined) print(`${" ".repeat(16)}→ ${fix}`);
}

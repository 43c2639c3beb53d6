import { styleText } from "node:util";
import type { Finding } from "./finding.ts";
import { checkLibrary } from "./library.ts";
import { checkMachine } from "./machine.ts";
import { print } from "../output/print.ts";

/**
 * `videoteca doctor`: looks at all that publishing depends on, and says what to do about what is wrong.
 * @returns the exit code: 1 where something fails
 */
export async function doctor({ json = false }: { json?: boolean }): Promise<number> {
  const machine = checkMachine(process.env, process.cwd());
  // Without a profile that can be used, there is nobody to ask a library as.
  const canAsk = machine.every(({ name, state }) => name !== "profile" || state === "ok");
  const findings = [...machine, ...(canAsk ? await checkLibrary(process.env) : [])];
  const fails = findings.some(({ state }) => state === "fail");
  if (json) print(JSON.stringify({ ok: !fails, findings }, null, 2));
  else for (const finding of findings) show(finding);
  return fails ? 1 : 0;
}

const colours = { ok: "green", warn: "yellow", fail: "red" } as const;

function show({ name, state, message, mend }: Finding): void {
  const word = styleText(colours[state], state.padEnd(4), { stream: process.stdout });
  print(`${word}  ${name.padEnd(8)}  ${message}`);
  if (mend !== undefined) print(`${" ".repeat(16)}→ ${mend}`);
}

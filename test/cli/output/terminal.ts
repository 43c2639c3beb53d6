import { spawn } from "node:child_process";
import { commandEnvironment, commandFile } from "../run.ts";

/**
 * Runs the command on a real terminal, which `script` (util-linux) provides.
 * @param answers the keys to type, each after its question appears
 * @returns the exit code, and everything that was shown
 */
export function atTerminal(
  args: readonly string[],
  answers: readonly [question: string, typed: string][],
  { cwd, environment }: { cwd: string; environment: Readonly<Record<string, string>> },
): Promise<{ code: number; screen: string }> {
  const command = [process.execPath, commandFile, ...args];
  const line = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const env = commandEnvironment({ TERM: "xterm", ...environment });
  const child = spawn("script", ["-qec", line, "/dev/null"], { cwd, env });
  const waiting = [...answers];
  let screen = "";
  let read = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    const [question, typed] = waiting[0] ?? [];
    if (question === undefined || typed === undefined) return;
    const at = screen.indexOf(question, read);
    if (at < 0) return;
    waiting.shift();
    read = at + question.length;
    // The question is shown before the program listens to keys.
    setTimeout(() => child.stdin.write(typed), 300);
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code: code ?? -1, screen }));
  });
}

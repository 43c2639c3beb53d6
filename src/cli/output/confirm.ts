import { createInterface } from "node:readline/promises";

/** Asks on the terminal, by the error stream; only y or yes is one. Ctrl-C and the end of input mean no. */
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const answer = await Promise.race([terminal.question(`${question} (y/N) `), closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

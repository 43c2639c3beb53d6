import { createInterface } from "node:readline/promises";
import { CliError } from "../cli-error.ts";
import { print } from "./print.ts";
import { toSafeLine } from "./safe-text.ts";

/**
 * Questions to the person at the terminal: the only module that asks. Questions go to standard error,
 * because standard output is for results.
 */

const promptContext = { output: process.stderr, clearPromptOnDone: false };

/** Whether a person can see a question and type the answer. */
function hasTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/**
 * Ends the command if no question can be asked.
 * @param alternative what to give instead of an answer: `--yes`
 * @throws CliError if there is no terminal, or with --json, which is for programs
 */
export function requireTerminal(
  alternative: string,
  { json = false }: { readonly json?: boolean } = {},
): void {
  if (json) throw new CliError(`With --json no questions are asked: give ${alternative}.`);
  if (!hasTerminal())
    throw new CliError(`There is no terminal here to ask on: give ${alternative}.`);
}

/**
 * Asks for confirmation before a change, unless --yes was given.
 * @param unchanged printed if the answer is no
 * @throws CliError if no question can be asked
 */
export async function confirmChange(
  question: string,
  unchanged: string,
  { yes = false, json = false }: { readonly yes?: boolean; readonly json?: boolean },
): Promise<boolean> {
  if (yes) return true;
  requireTerminal("--yes", { json });
  if (await confirm(question)) return true;
  print(unchanged);
  return false;
}

/** Only y and yes confirm. Ctrl-C and the end of input mean no. */
async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const answer = await Promise.race([terminal.question(`${toSafeLine(question)} (y/N) `), closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/**
 * Asks for a line of text.
 * @param validate true, or what is wrong with the text
 * @returns the text without spaces at its ends
 */
export async function askText(
  message: string,
  defaultText: string,
  validate: (text: string) => true | string = () => true,
): Promise<string> {
  const { input } = await loadPrompts();
  const question = {
    message: toSafeLine(message),
    default: toSafeLine(defaultText),
    validate: (text: string) => validate(text.trim()),
  };
  return (await answerTo(input(question, promptContext))).trim();
}

/** Asks for a secret. Nothing is shown while it is typed. */
export async function askSecret(message: string): Promise<string> {
  const { password } = await loadPrompts();
  return answerTo(password({ message, mask: false, toggleMask: false }, promptContext));
}

/** Asks to choose one of several values. */
export async function askChoice<Value>(
  message: string,
  choices: readonly { readonly value: Value; readonly name: string }[],
  defaultValue: Value,
): Promise<Value> {
  const { select } = await loadPrompts();
  return answerTo(select({ message, default: defaultValue, choices }, promptContext));
}

/** Loaded only when something is asked, because most commands ask nothing. */
function loadPrompts(): Promise<typeof import("./prompts.ts")> {
  return import("./prompts.ts");
}

/** @throws CliError if the person presses Ctrl-C */
async function answerTo<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") {
      throw new CliError("Canceled: nothing was written.");
    }
    throw error;
  }
}

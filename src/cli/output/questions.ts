import { CliError } from "../cli-error.ts";

/** Questions to a person. They stand on the error stream: the other one is for answers. */
export const questionContext = { output: process.stderr, clearPromptOnDone: false };

/** Whether there is somebody to ask. */
export function isInteractive(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/** The prompts, loaded only where something is asked: most commands ask nothing. */
export function prompts(): Promise<typeof import("@inquirer/prompts")> {
  return import("@inquirer/prompts");
}

/** A question's answer. @throws Stop where the person leaves with Ctrl-C */
export async function promptAnswer<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") {
      throw new CliError("Stopped: nothing was written.");
    }
    throw error;
  }
}

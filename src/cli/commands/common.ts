import { CliError } from "../cli-error.ts";

/** What the definitions of commands share: the groups of `--help`, common options, the exit code. */

/** The headings in `videoteca --help`, in the order of program.ts. */
export const helpGroups = {
  start: "Get started:",
  publish: "Publish:",
  media: "Media:",
  inspect: "Inspect:",
  revisions: "Revisions:",
  backup: "Backup:",
  access: "Access:",
} as const;

export const jsonOption = ["--json", "print the result as JSON"] as const;
export const yesOption = ["--yes", "don't ask for confirmation"] as const;

export interface JsonOption {
  readonly json?: boolean;
}

/** The options of a command that asks before it changes something. */
export interface ConfirmOptions extends JsonOption {
  readonly yes?: boolean;
}

/** Wraps a command's action so that the number it returns becomes the exit code of the process. */
export function withExitCode<Args extends unknown[]>(
  action: (...args: Args) => Promise<number>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    process.exitCode = await action(...args);
  };
}

/** Parses a revision's number from an argument. @throws CliError if it isn't a positive integer */
export function parseRevision(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new CliError(
    `“${text}” isn't a revision number: \`videoteca history\` lists a work's revisions.`,
  );
}

import { CliError } from "../cli-error.ts";
import { confirm } from "./confirm.ts";
import { print } from "./print.ts";
import { isInteractive } from "./questions.ts";

/**
 * Asks before something is changed, unless the answer was given with the command.
 * @param question what is agreed to
 * @param refused what is said to a no
 * @throws Stop where there is nobody to ask
 */
export async function confirmChange(
  question: string,
  refused: string,
  { yes = false, json = false }: { yes?: boolean | undefined; json?: boolean | undefined },
): Promise<boolean> {
  if (yes) return true;
  if (json || !isInteractive()) {
    throw new CliError("There is nobody to ask here: say --yes to go on without a question.");
  }
  if (await confirm(question)) return true;
  print(refused);
  return false;
}

import type { Command } from "commander";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { print, printJson } from "../../output/print.ts";
import { confirmChange, requireTerminal } from "../../output/questions.ts";
import { formatTable } from "../../output/table.ts";
import { type ConfirmOptions, jsonOption, withExitCode, yesOption } from "../common.ts";
import { formatToken } from "./token-list.ts";

/** Adds `videoteca token revoke`. */
export function addTokenRevokeCommand(token: Command): void {
  token
    .command("revoke")
    .description("end a token at once, after confirmation; the last admin token can't be revoked")
    .argument("<id>", "the token's id, as token list shows it")
    .option(...yesOption)
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca token revoke 3f9a52c07e1b4d68
  videoteca token revoke 3f9a52c07e1b4d68 --yes

Exit codes: 0 the token was revoked, 1 refused, or you answered no.`,
    )
    .action(withExitCode(revokeStaffToken));
}

async function revokeStaffToken(id: string, options: ConfirmOptions): Promise<number> {
  const { listTokens, revokeToken } = await import("../../api/tokens.ts");
  const settings = readSettings(process.env);
  if (!options.yes) {
    requireTerminal("--yes", options);
    const token = (await listTokens(settings)).find((listed) => listed.id === id);
    if (token === undefined) {
      throw new CliError(
        `There is no token with the id ${id}: \`videoteca token list\` lists them.`,
      );
    }
    for (const line of formatTable([formatToken(token)])) print(line);
    const question = "Revoke it? Nobody can use it afterwards.";
    if (!(await confirmChange(question, "Nothing was changed.", options))) return 1;
  }
  const revoked = await revokeToken(settings, id);
  if (options.json) printJson(revoked);
  else print(`Revoked: ${revoked.id}, “${revoked.name}”.`);
  return 0;
}

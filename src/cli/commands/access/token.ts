import type { Command } from "commander";
import { helpGroups } from "../common.ts";
import { addTokenCreateCommand } from "./token-create.ts";
import { addTokenListCommand } from "./token-list.ts";
import { addTokenRevokeCommand } from "./token-revoke.ts";

/** Adds `videoteca token` with its subcommands. */
export function addTokenCommand(program: Command): void {
  const token = program
    .command("token")
    .helpGroup(helpGroups.access)
    .description("create, list and revoke staff tokens; needs a token with the scope admin")
    .addHelpText(
      "after",
      `
Scopes:
  read-drafts  see drafts and history; with --languages, write drafts of translations
  publish      plan, publish, roll back, withdraw, restore
  admin        all of these, and manage tokens

Examples:
  videoteca token create --name "Ana's laptop"
  videoteca token list
  videoteca token revoke 3f9a52c07e1b4d68`,
    );
  addTokenCreateCommand(token);
  addTokenListCommand(token);
  addTokenRevokeCommand(token);
}

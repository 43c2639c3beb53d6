import type { Command } from "commander";
import { defaultUrl } from "../../config/settings.ts";
import { login } from "../access/login.ts";
import { logout } from "../access/logout.ts";
import { tokenCreate, tokenList, tokenRevoke } from "../access/token.ts";
import { whoami } from "../access/whoami.ts";
import { act } from "./act.ts";
import { json } from "../common.ts";

/** The commands about who may: the token in use, and everyone's tokens. */
export function addAccessCommands(program: Command): void {
  program.commandsGroup("Who may:");

  program
    .command("login")
    .description("keep a library's address and your token in a profile, once they work")
    .option("--url <address>", `the library's address (asked for otherwise; ${defaultUrl})`)
    .option(...json)
    .addHelpText(
      "after",
      `
The token is typed unseen, or read from standard input; it is never an argument.
The profile is a file that only you can read. --profile NAME keeps several.

Examples:
  videoteca login
  videoteca login --url https://library.example --profile work
  videoteca login --url https://library.example < token-file

Exit codes: 0 kept, 1 the library doesn't take the token, or can't be reached.`,
    )
    .action(act(login));

  program
    .command("logout")
    .description("forget a profile on this machine; the token itself still holds")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca logout
  videoteca logout --profile work

Exit codes: 0 forgotten, or there was none.`,
    )
    .action(act(logout));

  program
    .command("whoami")
    .description("say which token is in use, what it may do, and when it ends")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca whoami
  videoteca whoami --json

Exit codes: 0 the library takes the token, 1 it doesn't.`,
    )
    .action(act(whoami));

  addTokenCommands(program);
}

function addTokenCommands(program: Command): void {
  const token = program
    .command("token")
    .description("make, list and end staff tokens; takes a token with the scope admin")
    .addHelpText(
      "after",
      `
Scopes:
  read-drafts  see drafts and history
  publish      plan, publish, roll back, withdraw, restore
  admin        all of that, and tokens

Examples:
  videoteca token create --name "Ana's laptop"
  videoteca token list
  videoteca token revoke 3f9a52c07e1b4d68`,
    );

  token
    .command("create")
    .description("make a token; its secret is shown this once")
    .requiredOption(
      "--name <name>",
      "whose it is, or what it is for: it stands in every work's history",
    )
    .option("--scopes <list>", "what it may do: read-drafts, publish, admin", "read-drafts,publish")
    .option("--days <number>", "how long it holds, 366 at most", "90")
    .option(...json)
    .addHelpText(
      "after",
      `
The secret alone goes to standard output, the rest to the error stream.

Examples:
  videoteca token create --name "Ana's laptop"
  videoteca token create --name "Nightly check" --scopes read-drafts --days 30
  videoteca token create --name CI --scopes publish > token-file

Exit codes: 0 made, 1 refused.`,
    )
    .action(act(tokenCreate));

  token
    .command("list")
    .description("list the tokens that hold")
    .option("--all", "list those that have ended as well, and who made and ended each")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca token list
  videoteca token list --all --json

Exit codes: 0 listed, 1 refused.`,
    )
    .action(act(tokenList));

  token
    .command("revoke")
    .description("end a token at once, after a question; the last admin token stays")
    .argument("<id>", "its id, as token list shows it")
    .option("--yes", "don't ask")
    .option(...json)
    .addHelpText(
      "after",
      `
Examples:
  videoteca token revoke 3f9a52c07e1b4d68
  videoteca token revoke 3f9a52c07e1b4d68 --yes

Exit codes: 0 revoked, 1 refused, or you said no.`,
    )
    .action(async (id: string, options: { yes?: boolean; json?: boolean }) => {
      process.exitCode = await tokenRevoke(id, options);
    });
}

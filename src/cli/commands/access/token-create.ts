import type { Command } from "commander";
import { CliError } from "../../cli-error.ts";
import { readSettings } from "../../config/settings.ts";
import { formatExpiry } from "../../output/expiry.ts";
import { print, printJson, printNotice } from "../../output/print.ts";
import { type JsonOption, jsonOption, withExitCode } from "../common.ts";

interface CreateOptions extends JsonOption {
  readonly name: string;
  readonly scopes: string;
  readonly languages: string;
  readonly days: string;
}

/** Adds `videoteca token create`. */
export function addTokenCreateCommand(token: Command): void {
  token
    .command("create")
    .description("create a token; its secret is shown only once")
    .requiredOption("--name <name>", "its owner or purpose, which appears in every work's history")
    .option("--scopes <list>", "what it allows: read-drafts, publish, admin", "read-drafts,publish")
    .option(
      "--languages <list>",
      "languages in which a translator, with the scope read-drafts alone, writes drafts",
      "",
    )
    .option("--days <number>", "days until it expires, at most 366", "90")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Only the secret goes to standard output, so that you can redirect it. The rest goes to standard error.

Examples:
  videoteca token create --name "Ana's laptop"
  videoteca token create --name "Nightly check" --scopes read-drafts --days 30
  videoteca token create --name "Lan" --scopes read-drafts --languages vi,es
  videoteca token create --name CI --scopes publish > token-file

Exit codes: 0 the token was created, 1 refused.`,
    )
    .action(withExitCode(createStaffToken));
}

async function createStaffToken({
  name,
  scopes,
  languages,
  days,
  json,
}: CreateOptions): Promise<number> {
  const { createToken } = await import("../../api/tokens.ts");
  const settings = readSettings(process.env);
  const wanted = {
    name,
    scopes: await parseScopes(scopes),
    languages: splitList(languages),
    days: parseDays(days),
  };
  const { secret, ...token } = await createToken(settings, wanted);
  if (json) {
    printJson({ ...token, secret });
    return 0;
  }
  const expiry = formatExpiry(token.expiresAt, new Date());
  printNotice(
    `Token ${token.id} for “${token.name}” (${token.scopes.join(", ")}) expires ${expiry}.`,
  );
  printNotice("Save it now: it is not shown again.");
  print(secret);
  return 0;
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

/** @throws CliError if there is no such scope */
async function parseScopes(text: string): Promise<string[]> {
  const { scope } = await import("../../../records/schema/publishing-fields.ts");
  const scopes = splitList(text);
  const wrong = scopes.find((one) => !scope.safeParse(one).success);
  if (wrong === undefined) return scopes;
  throw new CliError(`--scopes: each must be one of ${scope.options.join(", ")}, not “${wrong}”.`);
}

/** @throws CliError if the text isn't a whole number */
function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days)) return days;
  throw new CliError(`--days takes a whole number, not “${text}”.`);
}

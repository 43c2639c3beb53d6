import type { Command } from "commander";
import { readSettings } from "../../config/settings.ts";
import { formatExpiry } from "../../output/expiry.ts";
import { print, printJson } from "../../output/print.ts";
import { formatTable } from "../../output/table.ts";
import { helpGroups, type JsonOption, jsonOption, withExitCode } from "../common.ts";

/** Adds `videoteca whoami`. */
export function addWhoamiCommand(program: Command): void {
  program
    .command("whoami")
    .helpGroup(helpGroups.access)
    .description("show the token in use, its scopes and when it expires")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca whoami
  videoteca whoami --json

Exit codes: 0 the library accepts the token, 1 it doesn't.`,
    )
    .action(withExitCode(whoami));
}

async function whoami({ json = false }: JsonOption): Promise<number> {
  const { fetchWhoami } = await import("../../api/tokens.ts");
  const settings = readSettings(process.env);
  const { id, name, scopes, expiresAt } = await fetchWhoami(settings);
  const source = settings.file ?? "VIDEOTECA_TOKEN";
  if (json) {
    printJson({ url: settings.url, source, id, name, scopes, expiresAt });
    return 0;
  }
  print(`${name}, at ${settings.url}`);
  const rows = [
    ["scopes:", scopes.join(", ")],
    ["expires:", formatExpiry(expiresAt, new Date())],
    ["token:", `${id}, from ${source}`],
  ];
  for (const line of formatTable(rows)) print(line);
  return 0;
}

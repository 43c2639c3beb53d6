import type { Command } from "commander";
import type { Token } from "../../../api/contract.ts";
import { readSettings } from "../../config/settings.ts";
import { formatExpiry } from "../../output/expiry.ts";
import { print, printJson } from "../../output/print.ts";
import { formatTable } from "../../output/table.ts";
import { type JsonOption, jsonOption, withExitCode } from "../common.ts";

interface ListOptions extends JsonOption {
  readonly all?: boolean;
}

/** Adds `videoteca token list`. */
export function addTokenListCommand(token: Command): void {
  token
    .command("list")
    .description("list the valid tokens")
    .option("--all", "also list expired and revoked tokens, and who created and revoked each")
    .option(...jsonOption)
    .addHelpText(
      "after",
      `
Examples:
  videoteca token list
  videoteca token list --all --json

Exit codes: 0 the tokens were listed, 1 refused.`,
    )
    .action(withExitCode(listStaffTokens));
}

async function listStaffTokens({ all = false, json = false }: ListOptions): Promise<number> {
  const { listTokens } = await import("../../api/tokens.ts");
  const tokens = await listTokens(readSettings(process.env));
  const listed = all ? tokens : tokens.filter(({ state }) => state === "active");
  if (json) {
    printJson({ items: listed });
    return 0;
  }
  const rows = listed.map((token) =>
    all ? [...formatToken(token), formatOrigin(token)] : formatToken(token),
  );
  for (const line of formatTable(rows)) print(line);
  const hidden = tokens.length - listed.length;
  if (hidden > 0) {
    if (listed.length > 0) print("");
    print(`${hidden} expired or revoked: --all lists them too.`);
  }
  return 0;
}

/** A row of the table. */
export function formatToken(token: Token): string[] {
  const { id, name, scopes, languages, state, expiresAt, revokedAt } = token;
  const validity =
    state === "revoked"
      ? `revoked on ${revokedAt?.slice(0, 10)}`
      : `${state === "expired" ? "expired" : "expires"} ${formatExpiry(expiresAt, new Date())}`;
  const allowed = [
    scopes.join(", "),
    ...(languages.length > 0 ? [`(${languages.join(", ")})`] : []),
  ];
  return [id, name, allowed.join(" "), validity];
}

/** Who created a token, and who revoked it. */
function formatOrigin({ createdAt, createdBy, revokedBy }: Token): string {
  const creator = createdBy === null ? "" : ` by ${createdBy}`;
  const created = `created on ${createdAt.slice(0, 10)}${creator}`;
  return revokedBy === null ? created : `${created}, revoked by ${revokedBy}`;
}

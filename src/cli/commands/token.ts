import type { Token } from "../../api/contract.ts";
import { createToken, listTokens, revokeToken } from "../api/tokens.ts";
import { CliError } from "../cli-error.ts";
import { readSettings } from "../config/settings.ts";
import { confirm } from "../output/confirm.ts";
import { formatExpiry } from "../output/expiry.ts";
import { print } from "../output/print.ts";
import { isInteractive } from "../output/prompts.ts";
import { formatTable } from "../output/table.ts";

interface Creation {
  readonly name: string;
  readonly scopes: string;
  readonly days: string;
  readonly json?: boolean;
}

/**
 * `videoteca token create`: makes a token and shows its secret, this once. The secret alone goes to
 * standard output, so that it can be piped to where it is kept. @returns the exit code
 */
export async function tokenCreate({ name, scopes, days, json }: Creation): Promise<number> {
  const settings = readSettings(process.env);
  const number = Number(days);
  if (!Number.isInteger(number)) throw new CliError(`--days takes a whole number, not “${days}”.`);
  const named = scopes.split(/[\s,]+/).filter((scope) => scope !== "");
  const { secret, ...token } = await createToken(settings, { name, scopes: named, days: number });
  if (json) {
    print(JSON.stringify({ ...token, secret }, null, 2));
    return 0;
  }
  const end = formatExpiry(token.expiresAt, new Date());
  process.stderr.write(
    `Token ${token.id} for “${token.name}” (${token.scopes.join(", ")}), ends ${end}.\nKeep it now: it is shown this once and never again.\n`,
  );
  print(secret);
  return 0;
}

/** `videoteca token list`: the tokens that hold; with `--all` those that have ended too, and who made them. */
export async function tokenList({
  all = false,
  json = false,
}: {
  all?: boolean;
  json?: boolean;
}): Promise<number> {
  const tokens = await listTokens(readSettings(process.env));
  const shown = all ? tokens : tokens.filter(({ state }) => state === "active");
  if (json) {
    print(JSON.stringify({ items: shown }, null, 2));
    return 0;
  }
  const rows = shown.map((token) => (all ? [...rowOf(token), trailOf(token)] : rowOf(token)));
  for (const line of formatTable(rows)) print(line);
  const hidden = tokens.length - shown.length;
  if (hidden > 0) print(`${shown.length === 0 ? "" : "\n"}${hidden} more ended: --all shows them.`);
  return 0;
}

function rowOf(token: Token): string[] {
  const { id, name, scopes, state, expiresAt, revokedAt } = token;
  const end =
    state === "revoked"
      ? `revoked on ${revokedAt?.slice(0, 10)}`
      : `${state === "expired" ? "ended" : "ends"} ${formatExpiry(expiresAt, new Date())}`;
  return [id, name, scopes.join(", "), end];
}

/** Who made a token, and who ended it. */
function trailOf({ createdAt, createdBy, revokedBy }: Token): string {
  const made = `made on ${createdAt.slice(0, 10)}${createdBy === null ? "" : ` by ${createdBy}`}`;
  return revokedBy === null ? made : `${made}, revoked by ${revokedBy}`;
}

/** `videoteca token revoke`: ends a token at once, after a question. @returns the exit code */
export async function tokenRevoke(
  id: string,
  { yes = false, json = false }: { yes?: boolean; json?: boolean },
): Promise<number> {
  const settings = readSettings(process.env);
  if (!yes) {
    if (json || !isInteractive()) {
      throw new CliError("There is nobody to ask here: say --yes to revoke without a question.");
    }
    const token = (await listTokens(settings)).find((one) => one.id === id);
    if (token === undefined) {
      throw new CliError(
        `No token has the id ${id}: \`videoteca token list\` shows those there are.`,
      );
    }
    const [row = ""] = formatTable([rowOf(token)]);
    print(row);
    if (!(await confirm("Revoke it? Whoever uses it can't from then on."))) {
      print("It stays as it is.");
      return 1;
    }
  }
  const revoked = await revokeToken(settings, id);
  if (json) print(JSON.stringify(revoked, null, 2));
  else print(`Revoked: ${revoked.id}, “${revoked.name}”.`);
  return 0;
}

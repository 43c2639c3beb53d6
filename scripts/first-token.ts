/**
 * `npm run first-token`: a deployed library's first admin token. Only its SHA-256 leaves this machine.
 * Options: --name TEXT, --days NUMBER, --force (where the last admin token is lost), --local.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { fail, root, wrangler, wranglerCommand, wranglerEnvironment } from "./local.ts";
import { adminTokenSql, newSecret } from "./token-sql.ts";

const { values } = parseArgs({
  options: {
    name: { type: "string", default: "first token" },
    days: { type: "string", default: "90" },
    force: { type: "boolean", default: false },
    /** On this machine's own library, as the tests do. */
    local: { type: "boolean", default: false },
  },
});
const days = Number(values.days);
if (!Number.isInteger(days) || days < 1 || days > 366) {
  fail(`--days takes a whole number from 1 to 366, not “${values.days}”.`);
}

const now = new Date();
const { secret, sha256 } = newSecret();
const { name, force } = values;
const inserted = execute(adminTokenSql({ sha256, name, days, now, onlyIfFirst: !force }));
if (inserted.length === 0) {
  fail(
    "The library has an admin token already: make more with `videoteca token create`. If it is lost, say --force.",
  );
}
console.error(`An admin token that holds ${days} days. Keep it now: it is shown this once.`);
console.error("Then: videoteca login");
console.log(secret);

/** Runs SQL on the library's D1. @returns the rows of its answer */
function execute(sql: string): unknown[] {
  const command = ["d1", "execute", "DB", "--json", "--yes", "--command", sql];
  const parameters = values.local
    ? wrangler(...command, "--local")
    : [wranglerCommand, ...command, "--remote"];
  const options = { cwd: root, env: wranglerEnvironment, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, options);
  if (status !== 0) fail(`The library's D1 can't be written:\n${stdout}${stderr}`);
  return JSON.parse(stdout)[0]?.results ?? [];
}

/**
 * `npm run deploy`: the browser's part built, the tables migrated, the Worker put on Cloudflare.
 * `--dry-run` does all of it without an account: the migrations run on a D1 that is thrown away, and
 * the Worker is bundled but not sent. docs/deploy.md tells what has to be there first.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fail, root, wranglerCommand, wranglerEnvironment } from "./local.ts";

const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
const isRehearsal = values["dry-run"];
const scratch = mkdtempSync(join(tmpdir(), "videoteca-deploy-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

if (!isRehearsal && hasNoDatabase()) {
  fail(
    "wrangler.toml doesn't name your D1 database yet. Run `npx wrangler d1 create videoteca`, and write the database_id that it prints into wrangler.toml (docs/deploy.md, step 2).",
  );
}
// What can fail without touching anything comes first; tables before the code that reads them.
step("Build what runs in the browser", join(root, "scripts/build.ts"));
if (isRehearsal) {
  const migrate = join(root, "scripts/migrate-local.ts");
  step("Migrate a database that is thrown away", migrate, scratch);
} else {
  step("Migrate the tables", wranglerCommand, "d1", "migrations", "apply", "DB", "--remote");
}
step(
  isRehearsal ? "Bundle the Worker" : "Deploy the Worker",
  wranglerCommand,
  "deploy",
  ...(isRehearsal ? ["--dry-run", "--outdir", join(scratch, "worker")] : []),
);
console.log(
  isRehearsal
    ? "\nAll of it would go through. Nothing was sent to Cloudflare."
    : "\nDeployed. If the library is new: npm run first-token, then videoteca login (docs/deploy.md).",
);

/** Whether wrangler.toml still has the placeholder in place of a database id. */
function hasNoDatabase(): boolean {
  const configuration = readFileSync(join(root, "wrangler.toml"), "utf8");
  return /^database_id = "0{8}-0{4}-0{4}-0{4}-0{12}"/m.test(configuration);
}

/** Runs a step to its end, on the screen. */
function step(name: string, ...parameters: string[]): void {
  console.log(`\n── ${name}`);
  const options = { cwd: root, env: wranglerEnvironment, stdio: "inherit" } as const;
  const { status } = spawnSync(process.execPath, parameters, options);
  if (status !== 0) fail(`\n“${name}” failed: see above. The steps after it weren't taken.`);
}

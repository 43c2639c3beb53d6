import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { wranglerCommand, wranglerEnvironment } from "../../../scripts/local.ts";
import { applyMigrations } from "../../../scripts/migrate-local.ts";
import { adminTokenSql, newSecret } from "../../../scripts/token-sql.ts";

/** The Worker without `wrangler dev`: bundled as for a deployment, and run in workerd with a D1 and an R2. */

/** Bundles the Worker of a source tree into a folder; the bundle is `worker.js` there. */
export async function bundleWorker(root: string, folder: string): Promise<string> {
  const command = [wranglerCommand, "deploy", "--dry-run", "--outdir", folder];
  await promisify(execFile)(process.execPath, command, { cwd: root, env: wranglerEnvironment });
  return join(folder, "worker.js");
}

/**
 * Runs a bundled Worker on a free port of this machine.
 * @param root the tree whose wrangler.toml names the bindings
 * @param bundle the Worker's bundle
 * @param state the folder of D1 and R2, laid out as `wrangler dev --persist-to` lays it out
 * @param variables settings in place of those in wrangler.toml
 * @param more options of Miniflare, such as a port for workerd's inspector
 */
export async function runWorker(
  root: string,
  bundle: string,
  state: string,
  variables: Readonly<Record<string, string>> = {},
  more: { readonly inspectorPort?: number } = {},
): Promise<Miniflare> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, "wrangler.toml"));
  // The bundle is one module: wrangler's rules for other kinds of modules have nothing to apply to.
  const { modulesRules: _, ...bindings } = workerOptions;
  const options = convertV4MiniflareOptions({
    ...bindings,
    bindings: Object.assign({}, bindings.bindings, variables),
    modules: true,
    script: await readFile(bundle, "utf8"),
    host: "127.0.0.1",
    port: 0,
    resourcePersistencePath: join(state, "v3"),
    ...more,
  });
  const worker = new Miniflare(options);
  await worker.ready;
  return worker;
}

/** The address at which a Worker answers, without a slash at its end. */
export async function addressOf(worker: Miniflare): Promise<string> {
  return (await worker.ready).origin;
}

/** Applies all migrations to an empty D1, and inserts a staff token; the token's secret. */
export async function migrate(worker: Miniflare): Promise<string> {
  const database = await worker.getD1Database("DB");
  await applyMigrations(database);
  const { secret, sha256 } = newSecret();
  await database
    .prepare(adminTokenSql({ sha256, name: "npm start", days: 3652, now: new Date() }))
    .run();
  return secret;
}

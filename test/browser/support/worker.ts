import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
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

/** What wrangler.toml says of a Worker, as Miniflare takes it. */
export type WorkerOptions = Awaited<ReturnType<typeof readWorkerOptions>>;

/** Reads a tree's wrangler.toml. Loading wrangler takes a second of processor time: do it once. */
export async function readWorkerOptions(root: string) {
  const { unstable_getMiniflareWorkerOptions } = await import("wrangler");
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, "wrangler.toml"));
  // The bundle is one module: wrangler's rules for other kinds of modules have nothing to apply to.
  const { modulesRules: _, ...options } = workerOptions;
  return options;
}

/**
 * Runs a bundled Worker, on a free port of this machine unless one is named.
 * @param settings its bindings, of wrangler.toml
 * @param bundle the Worker's bundle
 * @param state the folder of D1 and R2, laid out as `wrangler dev --persist-to` lays it out
 * @param variables settings in place of those in wrangler.toml
 * @param more options of Miniflare, a port of its own or of workerd's inspector
 */
export async function runWorker(
  settings: WorkerOptions,
  bundle: string,
  state: string,
  variables: Readonly<Record<string, string>> = {},
  more: { readonly port?: number; readonly inspectorPort?: number } = {},
): Promise<Miniflare> {
  const options = convertV4MiniflareOptions({
    ...settings,
    bindings: Object.assign({}, settings.bindings, variables),
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

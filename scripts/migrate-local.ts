/**
 * `node scripts/migrate-local.ts FOLDER [SQL]`: applies the migrations that a local D1 hasn't had, and then a
 * statement. `wrangler d1 migrations apply --local` does the same, but starts workerd anew for each migration: 22
 * seconds of processor for fifteen, against 3.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./local.ts";

const folder = join(root, "migrations");

/** The part of D1 that migrations need; the Worker's types don't work in Node. */
export interface MigratedDatabase {
  prepare(sql: string): PreparedStatement;
  batch(statements: readonly PreparedStatement[]): Promise<unknown>;
}

interface PreparedStatement {
  bind(...values: readonly string[]): PreparedStatement;
  all(): Promise<{ readonly results: Readonly<Record<string, unknown>>[] }>;
}

/** As wrangler names the migrations that a database has had, so that either can go on after the other. */
const tableOfMigrations = `create table if not exists d1_migrations (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

/**
 * Applies what a database hasn't had, each migration in a transaction.
 * @returns the names of the migrations that were applied
 * @throws an error that names the first migration that fails; those before it are applied
 */
export async function applyMigrations(database: MigratedDatabase): Promise<string[]> {
  await database.batch([database.prepare(tableOfMigrations)]);
  const { results } = await database.prepare("select name from d1_migrations").all();
  const had = new Set(results.map(({ name }) => name));
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const pending = files.filter((name) => !had.has(name)).sort();
  for (const name of pending) {
    const sql = readFileSync(join(folder, name), "utf8");
    const statements = sql.split("--> statement-breakpoint");
    const batch = [
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare("insert into d1_migrations (name) values (?)").bind(name),
    ];
    await database.batch(batch).catch((cause: unknown) => {
      throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    });
  }
  return pending;
}

if (import.meta.main) {
  // Only where this file is run: who imports it for applyMigrations has a database already.
  const { convertV4MiniflareOptions, Miniflare } = await import("miniflare");
  const [, , state = "", sql] = process.argv;
  const library = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: "export default {}",
      d1Databases: { DB: localDatabaseId() },
      resourcePersistencePath: join(state, "v3"),
    }),
  );
  try {
    const database = await library.getD1Database("DB");
    for (const name of await applyMigrations(database)) console.log(name);
    if (sql !== undefined) await database.batch([database.prepare(sql)]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await library.dispose();
  }
}

/**
 * The id by which `wrangler dev` names the files of D1. It is read here because loading wrangler, which knows it, takes
 * longer than all migrations.
 */
function localDatabaseId(): string {
  const settings = readFileSync(join(root, "wrangler.toml"), "utf8");
  const idIn = (field: string) => new RegExp(`^${field} *= *"([^"]+)"`, "m").exec(settings)?.[1];
  return idIn("preview_database_id") ?? idIn("database_id") ?? "DB";
}

import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";

/**
 * Test files share a workerd, which starts faster: each begins with the real tables, and empty. Rows and
 * objects are deleted one by one. (`reset` of cloudflare:test destroys the stores, which is slower, and
 * breaks requests that a test before has left running.)
 */
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
await emptyTables();
await emptyBucket();

async function emptyTables(): Promise<void> {
  // FTS5 keeps tables of its own beside `search`, which empty with it.
  const { results } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
      and name not like '\\_cf\\_%' escape '\\' and name <> 'd1_migrations'
      and name not like 'search\\_%' escape '\\'`,
  ).all<{ name: string }>();
  // Tables refer to one another in both directions.
  await env.DB.batch([
    env.DB.prepare("pragma defer_foreign_keys = on"),
    ...results.map(({ name }) => env.DB.prepare(`delete from "${name}"`)),
  ]);
}

async function emptyBucket(): Promise<void> {
  for (let isEmpty = false; !isEmpty; ) {
    const { objects, truncated } = await env.BLOBS.list();
    await env.BLOBS.delete(objects.map(({ key }) => key));
    isEmpty = !truncated;
  }
}

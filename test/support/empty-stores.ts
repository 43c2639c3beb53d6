import { env } from "cloudflare:workers";

/** Deletes all rows. @param kept tables that keep theirs @returns whether there are tables */
export async function emptyTables(kept: readonly string[] = []): Promise<boolean> {
  // FTS5 keeps tables of its own beside `search`, which empty with it.
  const { results } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
      and name not like '\\_cf\\_%' escape '\\' and name <> 'd1_migrations'
      and name not like 'search\\_%' escape '\\'`,
  ).all<{ name: string }>();
  const emptied = results.filter(({ name }) => !kept.includes(name));
  // Tables refer to one another in both directions.
  await env.DB.batch([
    env.DB.prepare("pragma defer_foreign_keys = on"),
    ...emptied.map(({ name }) => env.DB.prepare(`delete from "${name}"`)),
  ]);
  return results.length > 0;
}

/** Deletes all objects. */
export async function emptyBucket(): Promise<void> {
  for (let isEmpty = false; !isEmpty; ) {
    const { objects, truncated } = await env.BLOBS.list();
    if (objects.length > 0) await env.BLOBS.delete(objects.map(({ key }) => key));
    isEmpty = !truncated;
  }
}

import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { emptyBucket, emptyTables } from "./support/empty-stores.ts";

/**
 * Test files share a workerd, which starts faster: each begins with the real tables, and empty. Rows and
 * objects are deleted one by one. (`reset` of cloudflare:test destroys the stores, which is slower, and
 * breaks requests that a test before has left running.)
 */
const hasTables = await emptyTables();
if (!hasTables) {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  await emptyTables();
}
await emptyBucket();

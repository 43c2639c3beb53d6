import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** Test files share a workerd, which starts faster; each begins with the real tables and an empty library. */
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** Every test file starts with the real tables and an empty library. */
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);

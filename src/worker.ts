import type { Bindings } from "./delivery/http/environment.ts";
import { sweep } from "./publishing/sweep.ts";
import { routes } from "./routes.ts";
import { openDatabase } from "./storage/database.ts";
import { changeTimeLimit, guardBucket, guardDatabase } from "./storage/guard.ts";

/** Cloudflare calls `fetch` for every request and `scheduled` once a day (wrangler.toml, `crons`). */
export default {
  fetch: routes.fetch,
  async scheduled(_controller, { DB, BLOBS }) {
    const database = openDatabase(guardDatabase(DB, changeTimeLimit));
    const bucket = guardBucket(BLOBS, changeTimeLimit);
    await sweep(database, bucket, { now: new Date(), dryRun: false });
  },
} satisfies ExportedHandler<Bindings>;

import { join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { root } from "./run.ts";

/** D1 and R2 as far as a test outside the Worker needs them: the Worker's own types aren't Node's. */
interface Stores {
  readonly DB: {
    prepare(query: string): {
      all(): Promise<{ results: Record<string, unknown>[] }>;
      first(column: string): Promise<unknown>;
    };
  };
  readonly BLOBS: {
    list(options: {
      cursor?: string;
    }): Promise<{ objects: { key: string }[]; truncated: boolean; cursor?: string }>;
  };
}

/** What a library that has been stopped really left behind, by its state's folder. */
export async function openStores(state: string): Promise<Stores & { close(): Promise<void> }> {
  const { env, dispose } = await getPlatformProxy<{ DB: Stores["DB"]; BLOBS: Stores["BLOBS"] }>({
    configPath: join(root, "wrangler.toml"),
    persist: { path: join(state, "v3") },
  });
  return { ...env, close: dispose };
}

/** Does what the cron does, as if it were some days later. @returns the sweep's report */
export async function sweepLater({ DB, BLOBS }: Stores, days: number): Promise<unknown> {
  // By their addresses: with these files come the Worker's types.
  const { sweep } = await import(join(root, "src/publishing/sweep.ts"));
  const { openDatabase } = await import(join(root, "src/storage/database.ts"));
  const now = new Date(Date.now() + days * 86_400_000);
  return sweep(openDatabase(DB), BLOBS, { now, dryRun: false });
}

/** The keys of all that R2 has, sorted. */
export async function keysOf({ BLOBS }: Stores): Promise<string[]> {
  const keys: string[] = [];
  let page = await BLOBS.list({});
  for (;;) {
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated || page.cursor === undefined) return keys.sort();
    page = await BLOBS.list({ cursor: page.cursor });
  }
}

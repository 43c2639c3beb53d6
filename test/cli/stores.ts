import { join } from "node:path";
import { root } from "./run.ts";

/** The part of D1 and R2 that tests outside the Worker use. The Worker's types don't work in Node. */
export interface Stores {
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

/** Opens the D1 and R2 of a library that has been stopped. @param state the folder of its state */
export async function openStores(state: string): Promise<Stores & { close(): Promise<void> }> {
  // Only where stores are opened: loading wrangler takes a second of processor time.
  const { getPlatformProxy } = await import("wrangler");
  const { env, dispose } = await getPlatformProxy<{ DB: Stores["DB"]; BLOBS: Stores["BLOBS"] }>({
    configPath: join(root, "wrangler.toml"),
    persist: { path: join(state, "v3") },
  });
  return { ...env, close: dispose };
}

/** Runs the daily sweep as if it were some days later. @returns the sweep's report */
export async function sweepLater({ DB, BLOBS }: Stores, days: number): Promise<unknown> {
  // Imported by path, because a static import would bring the Worker's types into this project.
  const { sweep } = await import(join(root, "src/publishing/sweep.ts"));
  const { openDatabase } = await import(join(root, "src/storage/database.ts"));
  const now = new Date(Date.now() + days * 86_400_000);
  return sweep(openDatabase(DB), BLOBS, { now, dryRun: false });
}

/** The keys of all objects in R2, sorted. */
export async function listKeys({ BLOBS }: Stores): Promise<string[]> {
  const keys: string[] = [];
  let page = await BLOBS.list({});
  for (;;) {
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated || page.cursor === undefined) return keys.sort();
    page = await BLOBS.list({ cursor: page.cursor });
  }
}

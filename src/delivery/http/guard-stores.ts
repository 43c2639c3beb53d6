import { waitUntil } from "cloudflare:workers";
import type { MiddlewareHandler } from "hono";
import { changeTimeLimit, guardBucket, guardDatabase, readTimeLimit } from "../../storage/guard.ts";
import { SharedReads } from "../../storage/memory/shared-reads.ts";
import type { Bindings, Environment } from "./environment.ts";

/** The reads that run, of each database. */
const sharedReads = new WeakMap<D1Database, SharedReads>();

/** Gives every handler D1 and R2 with time limits: short ones for readers, who also share their reads. */
export const guardStores: MiddlewareHandler<Environment> = async (context, next) => {
  const { DB, BLOBS }: Partial<Bindings> = context.env;
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
  const limit = isRead ? readTimeLimit : changeTimeLimit;
  // Where wrangler.toml lacks a binding, the handler that needs it fails, with the headers of its own address.
  if (DB !== undefined && BLOBS !== undefined) {
    const sharing = isRead ? { reads: sharedReadsOf(DB), keepAlive: waitUntil } : undefined;
    const guarded = { DB: guardDatabase(DB, limit, sharing), BLOBS: guardBucket(BLOBS, limit) };
    context.env = { ...context.env, ...guarded };
  }
  await next();
};

function sharedReadsOf(database: D1Database): SharedReads {
  const reads = sharedReads.get(database) ?? new SharedReads();
  sharedReads.set(database, reads);
  return reads;
}

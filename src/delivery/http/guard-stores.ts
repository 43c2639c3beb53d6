import type { MiddlewareHandler } from "hono";
import { changeTimeLimit, guardBucket, guardDatabase, readTimeLimit } from "../../storage/guard.ts";
import type { Bindings, Environment } from "./environment.ts";

/** Gives every handler D1 and R2 with time limits: short ones for readers. */
export const guardStores: MiddlewareHandler<Environment> = async (context, next) => {
  const { DB, BLOBS }: Partial<Bindings> = context.env;
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
  const limit = isRead ? readTimeLimit : changeTimeLimit;
  // Where wrangler.toml lacks a binding, the handler that needs it fails, with the headers of its own address.
  if (DB !== undefined && BLOBS !== undefined) {
    const guarded = { DB: guardDatabase(DB, limit), BLOBS: guardBucket(BLOBS, limit) };
    context.env = { ...context.env, ...guarded };
  }
  await next();
};

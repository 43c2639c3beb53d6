import type { MiddlewareHandler } from "hono";
import { changeTimeLimit, guardBucket, guardDatabase, readTimeLimit } from "../../storage/guard.ts";
import type { Environment } from "./environment.ts";

/** Gives every handler D1 and R2 with time limits: short ones for readers. */
export const guardStores: MiddlewareHandler<Environment> = async (context, next) => {
  const { DB, BLOBS } = context.env;
  const isRead = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
  const limit = isRead ? readTimeLimit : changeTimeLimit;
  context.env = {
    ...context.env,
    DB: guardDatabase(DB, limit),
    BLOBS: guardBucket(BLOBS, limit),
  };
  await next();
};

import type { Context } from "hono";

/** The Worker's bindings, as wrangler.toml names them. */
export interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
}

export interface Environment {
  Bindings: Bindings;
  /** Who changes the library: set behind the staff door only. */
  Variables: { staff: string };
}

export type RequestContext = Context<Environment>;

/** Scheme and host that a request came to, for the addresses that must be absolute. */
export function originOf(context: RequestContext): string {
  return new URL(context.req.url).origin;
}

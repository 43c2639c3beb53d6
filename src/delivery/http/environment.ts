import type { Context } from "hono";
import type { Token } from "../../storage/tokens.ts";

/** The Worker's bindings, as wrangler.toml names them. */
export interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
  /** How many searches a network may make in a minute. */
  readonly SEARCH_LIMIT: RateLimit;
  /** How many requests without a known token a network may send in a minute. */
  readonly STAFF_LIMIT: RateLimit;
}

export interface Environment {
  Bindings: Bindings;
  Variables: {
    /** The token of a staff request and its name; set by requireScope only. */
    staff: string;
    token: Token;
    /** SHA-256 of the preview secret in the address, if it has one. */
    preview?: string;
    /** The digests of the files that the preview shows. */
    previewedFiles?: ReadonlySet<string>;
    /** Hash of an inline style that only this answer has, for its Content-Security-Policy. */
    styleHash?: string;
  };
}

export type RequestContext = Context<Environment>;

/** The scheme and host of a request, for addresses that must be absolute. */
export function originOf(context: RequestContext): string {
  return new URL(context.req.url).origin;
}

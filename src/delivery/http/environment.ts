import type { Context } from "hono";
import type { Token } from "../../storage/tokens.ts";

/** The Worker's bindings, as wrangler.toml names them. */
export interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
  /** Searches of one address in a minute. */
  readonly SEARCH_LIMIT: RateLimit;
  /** Wrong tokens of one address in a minute. */
  readonly STAFF_LIMIT: RateLimit;
}

export interface Environment {
  Bindings: Bindings;
  Variables: {
    /** Who changes the library, and with which token: set behind the staff door only. */
    staff: string;
    token: Token;
    /** SHA-256 of the secret that the reader's address bears, if it bears one. */
    preview?: string;
    /** Hash of a style that this answer alone bears, for its policy. */
    styleHash?: string;
  };
}

export type RequestContext = Context<Environment>;

/** Scheme and host that a request came to, for the addresses that must be absolute. */
export function originOf(context: RequestContext): string {
  return new URL(context.req.url).origin;
}

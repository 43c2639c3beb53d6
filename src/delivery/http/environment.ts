import type { Context } from "hono";
import type { DraftLanguages } from "../../records/languages/drafts.ts";
import type { Role } from "../../records/schema/roles.ts";
import type { Token } from "../../storage/access/tokens.ts";

/** The Worker's bindings, as wrangler.toml names them. */
export interface Bindings {
  readonly DB: D1Database;
  readonly BLOBS: R2Bucket;
  /** What scripts/build.ts put into build/assets. */
  readonly ASSETS: Fetcher;
  /** How many searches a network may make in a minute. */
  readonly SEARCH_LIMIT: RateLimit;
  /** How many requests without a known token a network may send in a minute. */
  readonly STAFF_LIMIT: RateLimit;
  /** How many reports of mistakes a network may send in a minute. */
  readonly REPORT_LIMIT: RateLimit;
  /** Cloudflare Access: the team's address, and the application's audience (docs/console.md). Empty without it. */
  readonly ACCESS_ISSUER?: string;
  readonly ACCESS_AUDIENCE?: string;
}

/** A person who is signed in to the console. */
export interface Identity {
  /** As the audit trail names the person. */
  readonly name: string;
  readonly scopes: Token["scopes"];
  readonly role: Role;
  /** The languages in which the person may write drafts of captions and texts. */
  readonly draftLanguages: DraftLanguages;
  /** The secret that every form of this person repeats (src/api/access/form-token.ts). */
  readonly formToken: string;
  /** ISO 8601 in UTC: when they must sign in again. */
  readonly expiresAt: string;
  /** The session and its token; undefined if Cloudflare Access says who it is. */
  readonly session: { readonly id: string; readonly tokenId: string } | undefined;
}

export interface Environment {
  Bindings: Bindings;
  Variables: {
    /** Who sends a staff request, as the audit trail names them; set by requireScope and by the console's guard. */
    staff: string;
    /** What the request is authenticated by. */
    token: Pick<Token, "id" | "name" | "scopes" | "expiresAt"> & {
      readonly draftLanguages: DraftLanguages;
    };
    /** Who is signed in to the console; set by its guard only. */
    identity: Identity;
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

/**
 * When a reader asks, ISO 8601 in UTC, in whole seconds: requests of the same second ask D1 the same, and share a read
 * (src/storage/memory/shared-reads.ts).
 */
export function requestTime(): string {
  return `${new Date().toISOString().slice(0, 19)}.000Z`;
}

import { digest } from "../../records/schema/publishing-fields.ts";

/** How a change names the revision that it was based on (RFC 9110 §13.1): its digest is its entity tag. */

/** Writes `If-Match` for a digest; `ETag` has the same form. */
export function formatEntityTag(sha256: string): string {
  return `"${sha256}"`;
}

/** Reads the one digest in an `If-Match` header; undefined if it has anything else. */
export function parseIfMatch(header: string | undefined): string | undefined {
  const [, text] = /^"([^"]*)"$/.exec(header ?? "") ?? [];
  return digest.safeParse(text).data;
}

/** `If-None-Match: *` says that no work may have the slug yet. */
export const anyRevision = "*";

import { buildId } from "../../../build/browser.ts";
import { sha256 } from "../../records/digest.ts";
import type { RequestContext } from "./environment.ts";

/** How long caches may use a page or captions without asking again (DESIGN 11). */
export const pageCaching = "public, max-age=60, stale-while-revalidate=600";

/**
 * A strong ETag for a body made from revisions.
 * @param parts everything that the body depends on in addition to the build: digests, language, parameters
 */
export async function makeEtag(parts: readonly (string | undefined)[]): Promise<string> {
  const digest = await sha256(JSON.stringify([buildId, ...parts.map((part) => part ?? "")]));
  return `"${digest.slice(0, 32)}"`;
}

/**
 * 412 or 304 if a precondition of a request for a representation fails, in the order of RFC 9110 §13.2.2. There is no
 * Last-Modified, so conditions with dates are ignored (§13.1.3, §13.1.4).
 * @param etag a strong one
 */
export function failedPrecondition(context: RequestContext, etag: string): 304 | 412 | undefined {
  const match = context.req.header("If-Match");
  if (match !== undefined && !matchesEtagStrongly(match, etag)) return 412;
  return matchesEtag(context.req.header("If-None-Match"), etag) ? 304 : undefined;
}

/**
 * The answer to a request whose precondition failed.
 * @param headers those that the representation has: a cache renews them with 304, and must not keep 412
 */
export function preconditionAnswer(
  context: RequestContext,
  status: 304 | 412,
  headers: Readonly<Record<string, string>>,
): Response {
  const { "Content-Disposition": _, ...others } = headers;
  if (status === 304) return context.body(null, 304, headers);
  return context.body(null, 412, { ...others, "Cache-Control": "no-store" });
}

/** Whether `If-None-Match` lists an ETag, by weak comparison (RFC 9110 §13.1.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return parseEntityTags(header).some(
    (tag) => tag.replace(/^W\//, "") === etag.replace(/^W\//, ""),
  );
}

/** Whether `If-Match` lists an ETag, by strong comparison (RFC 9110 §13.1.1). */
export function matchesEtagStrongly(header: string, etag: string): boolean {
  return header.trim() === "*" || parseEntityTags(header).includes(etag);
}

/** Parses a list of entity tags. Quotes are added if they are missing, as some clients leave them out. */
function parseEntityTags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"|[^\s,"]+/g)?.map(addQuotes) ?? [];
}

function addQuotes(tag: string): string {
  return tag.endsWith('"') ? tag : `"${tag}"`;
}

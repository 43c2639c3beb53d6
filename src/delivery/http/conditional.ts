import { buildId } from "../../../build/browser.ts";
import { sha256 } from "../../records/digest.ts";

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

import { buildId } from "../../../build/browser.ts";
import { sha256 } from "../../records/digest.ts";

/** How long a page or captions may be used without asking again (DESIGN 11). */
export const pageCaching = "public, max-age=60, stale-while-revalidate=600";

/**
 * A strong ETag for what is made from revisions: their digests, the build that makes it, and whatever
 * else it depends on (language, parameters).
 */
export async function makeEtag(parts: readonly (string | undefined)[]): Promise<string> {
  const digest = await sha256(JSON.stringify([buildId, ...parts.map((part) => part ?? "")]));
  return `"${digest.slice(0, 32)}"`;
}

/** Whether a validator's list names an ETag, by weak comparison (RFC 9110 §13.1.2). */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return entityTags(header).some((tag) => tag.replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

/** Whether `If-Match` names an ETag, by strong comparison (RFC 9110 §13.1.1). */
export function matchesEtagStrongly(header: string, etag: string): boolean {
  return header.trim() === "*" || entityTags(header).includes(etag);
}

/** The entity tags of a list; one without its quotes, as some clients send it, is read too. */
function entityTags(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"|[^\s,"]+/g)?.map(withQuotes) ?? [];
}

function withQuotes(tag: string): string {
  return tag.endsWith('"') ? tag : `"${tag}"`;
}

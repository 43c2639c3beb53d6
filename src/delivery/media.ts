import { parseBlobName } from "../records/blobs.ts";
import { mediaTypes } from "../records/schema/media-types.ts";
import { type BlobInfo, headBlob, readBlob } from "../storage/blobs.ts";
import { matchesEtag, matchesEtagStrongly } from "./http/conditional.ts";
import { attachmentDisposition } from "./http/disposition.ts";
import type { RequestContext } from "./http/environment.ts";
import { type ByteRange, isUnsatisfiable, parseRange, resolveRange, toR2Range } from "./range.ts";

/** A day, so that a withdrawal takes hold in every cache (DESIGN 11). */
const caching = "public, max-age=86400, immutable";

/**
 * `/media/{sha256}.{ext}`: a blob, whole or in part, by the preconditions' own order (RFC 9110 §13.2.2).
 * The digest is the ETag, so most answers need R2 once and D1 never.
 */
export async function getMedia(context: RequestContext): Promise<Response> {
  const file = context.req.param("file") ?? "";
  const name = parseBlobName(file);
  if (name === undefined) return context.notFound();
  const { sha256, extension } = name;

  const type = mediaTypes[extension];
  const etag = `"${sha256}"`;
  const headers = new Headers({
    "Content-Type": type,
    "Accept-Ranges": "bytes",
    "Cache-Control": caching,
    ETag: etag,
  });
  const download = context.req.query("download");
  if (download !== undefined)
    headers.set("Content-Disposition", attachmentDisposition(download || file));

  const refused = preconditionStatus(context, etag);
  const asked = refused === undefined ? rangeAsked(context, etag) : undefined;
  if (context.req.method === "HEAD" || refused !== undefined || (asked && isUnsatisfiable(asked))) {
    const facts = await headBlob(context.env.BLOBS, sha256);
    if (facts === undefined || facts.contentType !== type) return context.notFound();
    if (refused !== undefined) return new Response(null, { status: refused, headers });
    if (asked !== undefined) return unsatisfiable(facts, headers);
    headers.set("Content-Length", String(facts.size));
    return new Response(null, { headers });
  }

  const found = await readBlob(context.env.BLOBS, sha256, asked && toR2Range(asked));
  if (found === undefined || found.contentType !== type) {
    await found?.body?.cancel();
    return context.notFound();
  }
  if (asked === undefined) {
    headers.set("Content-Length", String(found.size));
    return new Response(found.body, { headers });
  }
  const range = resolveRange(asked, found.size);
  if (range === undefined) {
    await found.body?.cancel();
    return unsatisfiable(found, headers);
  }
  headers.set("Content-Length", String(range.last - range.first + 1));
  headers.set("Content-Range", `bytes ${range.first}-${range.last}/${found.size}`);
  return new Response(found.body, { status: 206, headers });
}

/** 412 or 304 where a precondition says so. There is no Last-Modified, so dates have nothing to compare with. */
function preconditionStatus(context: RequestContext, etag: string): 304 | 412 | undefined {
  const match = context.req.header("If-Match");
  if (match !== undefined && !matchesEtagStrongly(match, etag)) return 412;
  return matchesEtag(context.req.header("If-None-Match"), etag) ? 304 : undefined;
}

/** The range to answer with: none for HEAD, and none where `If-Range` names other bytes (RFC 9110 §13.1.5). */
function rangeAsked(context: RequestContext, etag: string): ByteRange | undefined {
  if (context.req.method !== "GET") return undefined;
  const ifRange = context.req.header("If-Range");
  if (ifRange !== undefined && ifRange.trim() !== etag) return undefined;
  return parseRange(context.req.header("Range"));
}

function unsatisfiable(facts: BlobInfo, headers: Headers): Response {
  headers.set("Content-Range", `bytes */${facts.size}`);
  headers.set("Cache-Control", "no-store");
  headers.delete("Content-Disposition");
  return new Response(null, { status: 416, headers });
}

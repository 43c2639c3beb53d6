import { requestedName } from "../records/file-name.ts";
import type { Extension } from "../records/schema/media-types.ts";
import { mediaTypes } from "../records/schema/media-types.ts";
import { type BlobInfo, headBlob, readBlob } from "../storage/blobs.ts";
import { failedPrecondition } from "./http/conditional.ts";
import { attachmentDisposition } from "./http/disposition.ts";
import type { RequestContext } from "./http/environment.ts";
import { type ByteRange, isUnsatisfiable, parseRange, resolveRange, toR2Range } from "./range.ts";

/** The last part of a blob's address. */
interface BlobName {
  readonly sha256: string;
  readonly extension: Extension;
}

/**
 * Answers with a blob or a part of it. Preconditions are evaluated in the order of RFC 9110 §13.2.2. The digest is
 * the ETag, so an answer needs one call to R2. The caller has checked who may read the file.
 * @param cacheControl the answer's `Cache-Control`
 */
export async function respondWithBlob(
  context: RequestContext,
  { sha256, extension }: BlobName,
  cacheControl: string,
): Promise<Response> {
  const type = mediaTypes[extension];
  const etag = `"${sha256}"`;
  const headers = new Headers({
    "Content-Type": type,
    "Accept-Ranges": "bytes",
    "Cache-Control": cacheControl,
    ETag: etag,
  });
  const download = context.req.query("download");
  if (download !== undefined)
    headers.set(
      "Content-Disposition",
      attachmentDisposition(requestedName(download) || sha256, extension),
    );

  const failedStatus = failedPrecondition(context, etag);
  const range = failedStatus === undefined ? requestedRange(context, etag) : undefined;
  if (
    context.req.method === "HEAD" ||
    failedStatus !== undefined ||
    (range && isUnsatisfiable(range))
  ) {
    const facts = await headBlob(context.env.BLOBS, sha256);
    if (facts === undefined || facts.contentType !== type) return context.notFound();
    if (failedStatus === 412) {
      // Otherwise a cache may give it to those who ask without a condition.
      headers.set("Cache-Control", "no-store");
      headers.delete("Content-Disposition");
    }
    if (failedStatus !== undefined) return new Response(null, { status: failedStatus, headers });
    if (range !== undefined) return unsatisfiable(facts, headers);
    headers.set("Content-Length", String(facts.size));
    return new Response(null, { headers });
  }

  const found = await readBlob(context.env.BLOBS, sha256, range && toR2Range(range));
  if (found === undefined || found.contentType !== type) {
    await found?.body?.cancel();
    return context.notFound();
  }
  if (range === undefined) {
    headers.set("Content-Length", String(found.size));
    return new Response(found.body, { headers });
  }
  const resolved = resolveRange(range, found.size);
  if (resolved === undefined) {
    await found.body?.cancel();
    return unsatisfiable(found, headers);
  }
  headers.set("Content-Length", String(resolved.last - resolved.first + 1));
  headers.set("Content-Range", `bytes ${resolved.first}-${resolved.last}/${found.size}`);
  return new Response(found.body, { status: 206, headers });
}

/** The range to answer with: none for HEAD, and none if `If-Range` names another version (RFC 9110 §13.1.5). */
function requestedRange(context: RequestContext, etag: string): ByteRange | undefined {
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

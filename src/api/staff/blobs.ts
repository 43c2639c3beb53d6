import { respondWithBlob } from "../../delivery/blob-response.ts";
import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { withdrawnFileMessage } from "../../publishing/uploads/upload-error.ts";
import { maxSize } from "../../publishing/uploads/uploads.ts";
import { parseBlobName } from "../../records/blobs.ts";
import { BlobRefused, DigestMismatch, storeBlob } from "../../storage/blobs.ts";
import { openDatabase } from "../../storage/database.ts";
import type { StoredBlob } from "../contract.ts";
import { parseCount } from "../uploads/headers.ts";

/** `GET /api/v1/staff/blobs/{sha256}.{ext}`: any stored file, public or not, for a backup or a working copy. */
export async function getBlob(context: RequestContext): Promise<Response> {
  const name = parseBlobName(context.req.param("file") ?? "");
  return name === undefined ? context.notFound() : respondWithBlob(context, name, "no-store");
}

/** `PUT /api/v1/staff/blobs/{sha256}.{ext}`: stores a file if its bytes have the digest in its name. */
export async function putBlob(context: RequestContext): Promise<Response> {
  const name = parseBlobName(context.req.param("file") ?? "");
  const size = parseCount(context.req.header("Content-Length"));
  if (name === undefined || size === undefined) {
    const detail = "Send the bytes to {sha256}.{extension}, with their Content-Length.";
    return problem(context, 400, "invalid-request", "This file can't be stored", detail);
  }
  if (size > maxSize) {
    const detail = `A file may have at most ${maxSize} bytes.`;
    return problem(context, 413, "too-large", "This file is too large", detail);
  }
  const { DB, BLOBS } = context.env;
  const body = context.req.raw.body ?? new Blob([]).stream();
  try {
    const now = new Date().toISOString();
    const stored = await storeBlob(BLOBS, openDatabase(DB), { ...name, size }, body, now);
    return context.json<StoredBlob>({ sha256: name.sha256, stored }, stored ? 201 : 200);
  } catch (error) {
    if (error instanceof BlobRefused) {
      const detail = withdrawnFileMessage(error.slug);
      return problem(context, 409, "withdrawn", "This file was withdrawn", detail);
    }
    if (!(error instanceof DigestMismatch)) throw error;
    const detail =
      "The bytes that arrived have another SHA-256: nothing was stored. Send them again.";
    return problem(context, 422, "wrong-digest", "The bytes don't match their digest", detail);
  }
}

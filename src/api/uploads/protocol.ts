import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { findUpload, type UploadStore } from "../../publishing/uploads/uploads.ts";
import { openDatabase } from "../../storage/database.ts";
import type { Upload } from "../../storage/uploads/uploads.ts";

/** What the methods of resumable uploads share: tus 1.0 (https://tus.io/protocols/resumable-upload, docs/uploads.md). */

export const tusVersion = "1.0.0";

/** The media type of an upload's bytes. */
export const offsetStream = "application/offset+octet-stream";

const uploadsPath = "/api/v1/staff/uploads";

/** An upload's address on the library's own host. */
export function uploadPath(id: string): string {
  return `${uploadsPath}/${id}`;
}

/** An upload's whole address. */
export function uploadUrl(context: RequestContext, id: string): string {
  return originOf(context) + uploadPath(id);
}

export function openUploadStore({ env }: RequestContext): UploadStore {
  return { database: openDatabase(env.DB), bucket: env.BLOBS };
}

/** The upload that the address names. @throws UploadError if there is none or its time is over */
export function requireUpload(context: RequestContext): Promise<Upload> {
  return findUpload(openUploadStore(context), context.req.param("id") ?? "", new Date());
}

/** How far an upload is, and until when it can be finished. */
export function progressHeaders(upload: Upload, offset: number): Record<string, string> {
  return { "Upload-Offset": String(offset), "Upload-Expires": expiryDate(upload) };
}

/** When an upload expires, as HTTP writes dates (RFC 9110 §5.6.7). */
export function expiryDate({ expiresAt }: Upload): string {
  return new Date(expiresAt).toUTCString();
}

import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import type { Received } from "../../publishing/uploads/upload-session.ts";
import { findUpload, type UploadStore } from "../../publishing/uploads/uploads.ts";
import { openDatabase } from "../../storage/database.ts";
import type { Upload } from "../../storage/uploads/uploads.ts";

/** What the methods of resumable uploads share: tus 1.0 (https://tus.io/protocols/resumable-upload, docs/uploads.md). */

export const tusVersion = "1.0.0";

/** The media type of an upload's bytes. */
export const offsetStream = "application/offset+octet-stream";

const uploadsPath = "/api/v1/staff/uploads";
/** The same uploads for a browser that is signed in to the console. */
const consoleUploadsPath = "/staff/api/uploads";

/** An upload's address on the library's own host, where the client that asks may use it. */
export function uploadPath(context: RequestContext, id: string): string {
  const isConsole = context.req.path.startsWith("/staff/api/");
  return `${isConsole ? consoleUploadsPath : uploadsPath}/${id}`;
}

/** An upload's whole address. */
export function uploadUrl(context: RequestContext, id: string): string {
  return originOf(context) + uploadPath(context, id);
}

export function openUploadStore({ env }: RequestContext): UploadStore {
  return { database: openDatabase(env.DB), bucket: env.BLOBS };
}

/** The upload that the address names. @throws UploadError if there is none or its time is over */
export function requireUpload(context: RequestContext): Promise<Upload> {
  return findUpload(openUploadStore(context), context.req.param("id") ?? "", new Date());
}

/** The complete file's SHA-256, which names its blob: for clients that didn't compute it. */
export const digestHeader = "Videoteca-Sha256";

/** How far an upload is, and the file's digest once it is complete. */
export function receivedHeaders({ offset, sha256 }: Received): Record<string, string> {
  const progress = { "Upload-Offset": String(offset) };
  return sha256 === undefined ? progress : { ...progress, [digestHeader]: sha256 };
}

/** When an upload expires, as HTTP writes dates (RFC 9110 §5.6.7). */
export function expiryDate({ expiresAt }: Upload): string {
  return new Date(expiresAt).toUTCString();
}

import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { receive } from "../../publishing/uploads/receive.ts";
import { UploadError } from "../../publishing/uploads/upload-error.ts";
import {
  createUpload,
  partSize,
  removeUpload,
  requireAcceptedSize,
} from "../../publishing/uploads/uploads.ts";
import { parseCount, parseFileMetadata } from "./headers.ts";
import { expiryDate, openUploadStore, receivedHeaders, uploadUrl } from "./protocol.ts";
import { receivedBytes } from "./received-bytes.ts";

/** POST: creates an upload; its body may have the first bytes (creation-with-upload). */
export async function createUploadHandler(context: RequestContext): Promise<Response> {
  const size = parseCount(context.req.header("Upload-Length"));
  const file = parseFileMetadata(context.req.header("Upload-Metadata"));
  if (size !== undefined) requireAcceptedSize(size);
  if (size === undefined || file === undefined) {
    const detail =
      "Send Upload-Length in bytes, and Upload-Metadata with the extension, filename or filetype of a kind of file that the library keeps; sha256, if it is sent, in 64 hexadecimal digits.";
    return problem(context, 400, "invalid-request", "This upload can't be created", detail);
  }
  const bytes = hasBody(context) ? receivedBytes(context, 0) : undefined;
  if (bytes instanceof Response) return bytes;
  const store = openUploadStore(context);
  const now = new Date();
  const upload = await createUpload(store, { ...file, size }, now);
  context.header("Location", uploadUrl(context, upload.id));
  context.header("Upload-Expires", expiryDate(upload));
  context.header("Videoteca-Part-Size", String(partSize));
  if (bytes === undefined && size > 0) return context.body(null, 201, { "Upload-Offset": "0" });
  try {
    // An empty file is complete as soon as it is created.
    const received = bytes ?? { offset: 0, body: new Blob([]).stream(), now };
    return context.body(null, 201, receivedHeaders(await receive(store, upload, received)));
  } catch (error) {
    // The client doesn't learn this upload's address, so it could never be resumed.
    if (error instanceof UploadError) await removeUpload(store, upload);
    throw error;
  }
}

function hasBody(context: RequestContext): boolean {
  return context.req.raw.body !== null && context.req.header("Content-Length") !== "0";
}

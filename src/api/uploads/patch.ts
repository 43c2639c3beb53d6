import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { receive } from "../../publishing/uploads/receive.ts";
import { UploadError } from "../../publishing/uploads/upload-error.ts";
import { findUploadForBytes } from "../../publishing/uploads/uploads.ts";
import { parseCount } from "./headers.ts";
import { expiryDate, openUploadStore, receivedHeaders } from "./protocol.ts";
import { receivedBytes } from "./received-bytes.ts";

/** PATCH: appends bytes to an upload. */
export async function patchUploadHandler(context: RequestContext): Promise<Response> {
  const offset = parseCount(context.req.header("Upload-Offset"));
  if (offset === undefined) {
    const detail = "Send Upload-Offset: the position of the first of these bytes in the file.";
    return problem(context, 400, "invalid-request", "Upload-Offset is missing", detail);
  }
  const bytes = receivedBytes(context, offset);
  if (bytes instanceof Response) return bytes;
  const length = parseCount(context.req.header("Content-Length")) ?? 0;
  const store = openUploadStore(context);
  const id = context.req.param("id") ?? "";
  const { upload, partNumber } = await findUploadForBytes(store, id, { offset, length }, bytes.now);
  if (offset === upload.offset && offset + length > upload.blob.size) {
    throw new UploadError("too-large", `The file was announced with ${upload.blob.size} bytes.`);
  }
  const received = await receive(store, upload, { ...bytes, partNumber });
  const headers = { ...receivedHeaders(received), "Upload-Expires": expiryDate(upload) };
  return context.body(null, 204, headers);
}

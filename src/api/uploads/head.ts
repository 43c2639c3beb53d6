import type { RequestContext } from "../../delivery/http/environment.ts";
import { partSize } from "../../publishing/uploads/uploads.ts";
import { formatMetadata } from "./headers.ts";
import { progressHeaders, requireUpload } from "./protocol.ts";

/** HEAD: how many bytes of an upload have arrived. */
export async function headUploadHandler(context: RequestContext): Promise<Response> {
  const upload = await requireUpload(context);
  return context.body(null, 200, {
    "Upload-Length": String(upload.blob.size),
    "Upload-Metadata": formatMetadata(upload.blob),
    "Videoteca-Part-Size": String(partSize),
    ...progressHeaders(upload, upload.offset),
    "Cache-Control": "no-store",
  });
}

import type { RequestContext } from "../../delivery/http/environment.ts";
import { partSize } from "../../publishing/uploads/uploads.ts";
import { formatMetadata } from "./headers.ts";
import { expiryDate, receivedHeaders, requireUpload } from "./protocol.ts";

/** HEAD: how many bytes of an upload have arrived. */
export async function headUploadHandler(context: RequestContext): Promise<Response> {
  const upload = await requireUpload(context);
  const { blob, offset } = upload;
  // An announced digest isn't verified before the file is complete.
  const isComplete = offset === blob.size;
  return context.body(null, 200, {
    "Upload-Length": String(blob.size),
    "Upload-Metadata": formatMetadata(blob),
    "Videoteca-Part-Size": String(partSize),
    "Upload-Expires": expiryDate(upload),
    ...receivedHeaders({ offset, sha256: isComplete ? blob.sha256 : undefined }),
    "Cache-Control": "no-store",
  });
}

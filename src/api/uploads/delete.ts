import type { RequestContext } from "../../delivery/http/environment.ts";
import { removeUpload } from "../../publishing/uploads/uploads.ts";
import { openUploadStore, requireUpload } from "./protocol.ts";

/** DELETE: removes an upload and what has arrived of it (termination). */
export async function deleteUploadHandler(context: RequestContext): Promise<Response> {
  await removeUpload(openUploadStore(context), await requireUpload(context));
  return context.body(null, 204);
}

import { parseBlobName } from "../records/blobs.ts";
import { openDatabase } from "../storage/database.ts";
import { isReadableFile } from "../storage/files/public-files.ts";
import { respondWithBlob } from "./blob-response.ts";
import type { RequestContext } from "./http/environment.ts";

/** A day, so that caches forget a withdrawn file (DESIGN 11). */
const cacheControl = "public, max-age=86400, immutable";

/**
 * `GET /media/{sha256}.{ext}`: a blob or a part of it, while the current revision of a published work names it, or
 * with a link that previews it (DESIGN 3). Nothing else is answered, not even 304, for any other file.
 */
export async function getMedia(context: RequestContext): Promise<Response> {
  const name = parseBlobName(context.req.param("file") ?? "");
  if (name === undefined) return context.notFound();
  const database = openDatabase(context.env.DB);
  if (!(await isReadableFile(database, name.sha256, context.get("preview")))) {
    return context.notFound();
  }
  return respondWithBlob(context, name, cacheControl);
}

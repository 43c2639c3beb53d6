import documentSchema from "../../media-manifests/schema/document.schema.json";
import episodeSchema from "../../media-manifests/schema/episode.schema.json";
import librarySchema from "../../media-manifests/schema/library.schema.json";
import seriesSchema from "../../media-manifests/schema/series.schema.json";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";

const schemas = new Map<string, object>([
  ["episode.json", episodeSchema],
  ["document.json", documentSchema],
  ["series.json", seriesSchema],
  ["library.json", librarySchema],
]);

/**
 * `GET /schemas/{kind}.json`: the JSON Schema of a kind of manifest, so that an editor on any machine
 * completes and checks it. Its `$id` is its own address (JSON Schema draft-07, section 8.2).
 */
export async function getSchema(context: RequestContext): Promise<Response> {
  const file = context.req.param("file") ?? "";
  const schema = schemas.get(file);
  if (schema === undefined) return context.notFound();
  const address = `${originOf(context)}/schemas/${file}`;
  const headers = { "Content-Type": "application/schema+json; charset=utf-8" };
  return respondWithEtag(context, [address], headers, () =>
    JSON.stringify({ $id: address, ...schema }),
  );
}

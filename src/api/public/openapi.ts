import { cachedRender } from "../../delivery/http/cached-render.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";
import { openApiDocument } from "../openapi/document.ts";

/**
 * `GET /api/v1/openapi.json`: the description of the API, OpenAPI 3.1. It is made from the contract when it is first
 * asked for, because the contract's schemas are in the Worker anyway: as JSON it would be 9 kB more.
 */
export function getOpenApi(context: RequestContext): Promise<Response> {
  const origin = originOf(context);
  const headers = { "Content-Type": "application/json" };
  return respondWithEtag(context, [origin, "openapi"], headers, (etag) =>
    cachedRender(etag, () => JSON.stringify(openApiDocument(origin))),
  );
}

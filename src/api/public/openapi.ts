import { readAsset } from "../../delivery/http/assets.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";
import { exampleOrigin } from "../openapi/example-origin.ts";

/** `GET /api/v1/openapi.json`: the description of the API, OpenAPI 3.1, made from the contract by scripts/build.ts. */
export function getOpenApi(context: RequestContext): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return respondWithEtag(context, [originOf(context), "openapi"], headers, () =>
    readOpenApi(context),
  );
}

/** The OpenAPI document as JSON, with this library's own addresses. */
export async function readOpenApi(context: RequestContext): Promise<string> {
  const document = await readAsset(context.env, "openapi.json");
  return document.replaceAll(exampleOrigin, originOf(context));
}

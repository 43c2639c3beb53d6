import * as z from "zod";
import { readAsset } from "./http/assets.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";

const kinds = ["episode", "document", "series", "library"] as const;
const schemaSchema = z.record(z.string(), z.unknown());

/**
 * `GET /schemas/{kind}.json`: the JSON Schema of a kind of manifest, so that an editor on any machine
 * completes and checks it. Its `$id` is its own address (JSON Schema draft-07, section 8.2).
 */
export async function getSchema(context: RequestContext): Promise<Response> {
  const file = context.req.param("file") ?? "";
  const kind = kinds.find((known) => file === `${known}.json`);
  if (kind === undefined) return context.notFound();
  const address = `${originOf(context)}/schemas/${file}`;
  const headers = { "Content-Type": "application/schema+json; charset=utf-8" };
  return respondWithEtag(context, [address], headers, async () => {
    const schema = JSON.parse(await readAsset(context.env, `${kind}.schema.json`));
    return JSON.stringify({ $id: address, ...schemaSchema.parse(schema) });
  });
}

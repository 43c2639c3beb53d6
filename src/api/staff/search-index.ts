import type { RequestContext } from "../../delivery/http/environment.ts";
import { openDatabase } from "../../storage/database.ts";
import { rebuildSearchRows } from "../../storage/search/rebuild.ts";
import type { SearchIndexProgress } from "../contract.ts";

/** How many works one request indexes: each is a D1 batch, and the free plan allows 50 of them in a request. */
const batchSize = 20;

/** `POST /api/v1/staff/search-index?after=`: rebuilds the search index, some works at a time (docs/search.md). */
export async function postSearchIndex(context: RequestContext): Promise<Response> {
  const after = context.req.query("after") ?? "";
  const slugs = await rebuildSearchRows(openDatabase(context.env.DB), after, batchSize);
  const next = slugs.length === batchSize ? (slugs.at(-1) ?? null) : null;
  return context.json<SearchIndexProgress>({ indexed: slugs.length, next });
}

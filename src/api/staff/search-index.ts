import type { RequestContext } from "../../delivery/http/environment.ts";
import { openDatabase } from "../../storage/database.ts";
import { rebuildSearchRows } from "../../storage/search/rebuild.ts";
import type { SearchIndexProgress } from "../contract.ts";

/**
 * How much one request indexes. Each work is a D1 batch, and the free plan allows 50 queries in a request; texts are
 * held in memory, with what is indexed of them.
 */
const limits = { works: 20, bytes: 4_000_000 };

/** `POST /api/v1/staff/search-index?after=`: rebuilds the search index, some works at a time (docs/search.md). */
export async function postSearchIndex(context: RequestContext): Promise<Response> {
  const after = context.req.query("after") ?? "";
  const { slugs, isLast } = await rebuildSearchRows(openDatabase(context.env.DB), after, limits);
  const next = isLast ? null : (slugs.at(-1) ?? null);
  return context.json<SearchIndexProgress>({ indexed: slugs.length, next });
}

import type { RequestContext } from "../../delivery/http/environment.ts";
import { openDatabase } from "../../storage/database.ts";
import { rebuildSearchRows } from "../../storage/search/rebuild.ts";

/** Each is a batch, and a Worker on the free plan may ask D1 fifty times for a request. */
const worksAtOnce = 20;

/** `POST /api/v1/staff/search-index?after=`: makes the index anew, some works at a time (docs/search.md). */
export async function postSearchIndex(context: RequestContext): Promise<Response> {
  const after = context.req.query("after") ?? "";
  const slugs = await rebuildSearchRows(openDatabase(context.env.DB), after, worksAtOnce);
  const next = slugs.length === worksAtOnce ? slugs.at(-1) : undefined;
  return context.json({ indexed: slugs.length, next: next ?? null });
}

import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { versionsOf } from "../../records/listed.ts";
import { openDatabase } from "../../storage/database.ts";
import { needsFacetIndex } from "../../storage/lists/facet-index.ts";
import { listWorks } from "../../storage/lists/lists.ts";
import { listSeries } from "../../storage/lists/series-list.ts";
import {
  defaultLimit,
  formatCursor,
  parseCursor,
  type SeriesList,
  seriesListParameters,
  type WorkList,
  worksParameters,
} from "../contract.ts";
import { linkToNextPage, respondWithJson } from "./answer.ts";
import { toListQuery } from "./list-parameters.ts";
import { readQuery } from "./read-query.ts";
import { summarizeSeries, summarizeWork } from "./summaries.ts";

/** By language or topic each work costs two rows, one of them in the facet index: 47 keep the cost under 100 rows. */
const defaultFacetLimit = 47;

/** `GET /api/v1/works`: the published works, the newest first, a page at a time. */
export async function getWorks(context: RequestContext): Promise<Response> {
  const parameters = readQuery(context, worksParameters);
  if (parameters instanceof Response) return parameters;
  const { lang: language, limit } = parameters;
  const query = toListQuery(parameters);
  const page = await listWorks(openDatabase(context.env.DB), {
    ...query,
    limit: limit ?? (needsFacetIndex(query) ? defaultFacetLimit : defaultLimit),
    now: requestTime(),
  });
  const next = page.next && formatCursor(page.next);
  const reader = { language, settings: page.library?.record, origin: originOf(context) };
  const versions = versionsOf([page.library, ...page.items]);
  linkToNextPage(context, next);
  return respondWithJson<WorkList>(context, [next, ...versions], () => ({
    items: page.items.map((item) => summarizeWork(item.record, reader)),
    next: next ?? null,
  }));
}

/** `GET /api/v1/series`: the published series, the newest first, a page at a time. */
export async function getSeriesList(context: RequestContext): Promise<Response> {
  const parameters = readQuery(context, seriesListParameters);
  if (parameters instanceof Response) return parameters;
  const { lang: language, limit = defaultLimit, cursor } = parameters;
  const page = await listSeries(openDatabase(context.env.DB), {
    after: parseCursor(cursor),
    limit,
    now: requestTime(),
  });
  const next = page.next && formatCursor(page.next);
  const reader = { language, settings: page.library?.record, origin: originOf(context) };
  const digests = [page.library, ...page.items].map((item) => item?.digest);
  linkToNextPage(context, next);
  return respondWithJson<SeriesList>(context, [next, ...digests], () => ({
    items: page.items.map((item) => summarizeSeries(item.record, reader)),
    next: next ?? null,
  }));
}

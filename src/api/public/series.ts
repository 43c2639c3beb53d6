import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { answerWithout, lookUp } from "../../delivery/load-work.ts";
import { versionsOf } from "../../records/listed.ts";
import { openDatabase } from "../../storage/database.ts";
import { readSeries } from "../../storage/lists/lists.ts";
import {
  defaultLimit,
  formatSeriesCursor,
  parseSeriesCursor,
  type SeriesWithEpisodes,
  seriesParameters,
} from "../contract.ts";
import { linkToNextPage, respondWithJson } from "./answer.ts";
import { readQuery } from "./read-query.ts";
import { summarizeWork } from "./summaries.ts";
import { addressSeries } from "./work-addresses.ts";

/** `GET /api/v1/series/{slug}`: a series' public record with its episodes in order, a page at a time. */
export async function getSeries(context: RequestContext): Promise<Response> {
  const parameters = readQuery(context, seriesParameters);
  if (parameters instanceof Response) return parameters;
  const { lang: language, limit = defaultLimit, cursor } = parameters;
  const slug = context.req.param("slug") ?? "";
  const now = requestTime();
  const view = await readSeries(openDatabase(context.env.DB), slug, {
    now,
    after: parseSeriesCursor(cursor),
    limit,
  });
  const found = lookUp(slug, view.series?.record, ["Series"], now);
  if (found.outcome !== "found") return answerWithout(context, found, ["Series"], language ?? "en");
  const next = view.next && formatSeriesCursor(view.next);
  const reader = { language, settings: view.library?.record, origin: originOf(context) };
  const versions = versionsOf([view.library, view.series, ...view.episodes]);
  linkToNextPage(context, next);
  return respondWithJson<SeriesWithEpisodes>(context, [next, ...versions], () => ({
    ...addressSeries(found.record, reader),
    episodes: view.episodes.map(({ record }) => summarizeWork(record, reader)),
    next: next ?? null,
  }));
}

import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { withdrawnProblem } from "../../delivery/http/problem.ts";
import { redirectToCurrentSlug } from "../../delivery/http/redirects.ts";
import { lookUp } from "../../delivery/load-work.ts";
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
import { invalidParameters } from "./invalid-parameters.ts";
import { summarizeWork } from "./summaries.ts";
import { addressSeries } from "./work-addresses.ts";

/** `GET /api/v1/series/{slug}`: a series' public record with its episodes in order, a page at a time. */
export async function getSeries(context: RequestContext): Promise<Response> {
  const parameters = seriesParameters.safeParse(context.req.query());
  if (!parameters.success) return invalidParameters(context, parameters.error.issues);
  const { lang: language, limit = defaultLimit, cursor } = parameters.data;
  const slug = context.req.param("slug") ?? "";
  const now = requestTime();
  const view = await readSeries(openDatabase(context.env.DB), slug, {
    now,
    after: parseSeriesCursor(cursor),
    limit,
  });
  const found = lookUp(slug, view.series?.record, ["Series"], now);
  if (found.outcome === "withdrawn") {
    return withdrawnProblem(context, found.record, language ?? "en");
  }
  if (found.outcome === "renamed") return redirectToCurrentSlug(context, found.record.slug);
  if (found.outcome !== "found") return context.notFound();
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

import { formatSeriesCursor, parseSeriesCursor } from "../../api/contract.ts";
import { defaultNeighbours } from "../../i18n/fallback.ts";
import { iiifCollectionPath } from "../../records/addresses.ts";
import { offeredLanguages } from "../../records/offered-languages.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { openDatabase } from "../../storage/database.ts";
import { readSeriesOutline } from "../../storage/lists/series-outline.ts";
import { seriesCollection } from "../../syndication/iiif/collection.ts";
import { type IiifResource, presentationType, writeIiif } from "../../syndication/iiif/json.ts";
import { filmManifest } from "../../syndication/iiif/manifest.ts";
import { originOf, type RequestContext, requestTime } from "../http/environment.ts";
import { redirectToCurrentPath } from "../http/redirects.ts";
import { languageOfRequest } from "../http/request-language.ts";
import { respondWithEtag } from "../http/respond.ts";
import { answerWithout, loadWorkOrProblem, lookUp } from "../load-work.ts";

/** How many episodes a collection lists; the rest is a collection of its own. As many as we promise (DESIGN 12). */
const maxCollected = 500;

/** `GET /iiif/{slug}/manifest.json`: a film for viewers of libraries and archives; a series leads to its collection. */
export async function getIiifManifest(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const kinds = ["Episode", "Series"] as const;
  // `und` is BCP 47's tag for no language: a manifest has all languages of the record, and no text.
  const loaded = await loadWorkOrProblem(context, kinds, {
    slug,
    language: "und",
    parts: ["series"],
  });
  if (loaded instanceof Response) return loaded;
  const { record, view } = loaded;
  if (record.kind === "Series") {
    return redirectToCurrentPath(context, iiifCollectionPath(record.slug));
  }
  const digests = [view.library, view.work, view.series].map((item) => item?.digest);
  return respondWithResource(context, digests, () =>
    filmManifest({
      episode: record,
      series: view.series?.record,
      ...sharedSource(context, view.library?.record),
    }),
  );
}

/** `GET /iiif/series/{series}/collection.json?cursor=`: the manifests of a series' episodes. */
export async function getIiifCollection(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const now = requestTime();
  const after = parseSeriesCursor(context.req.query("cursor"));
  const outline = await readSeriesOutline(openDatabase(context.env.DB), slug, {
    now,
    after,
    limit: maxCollected,
  });
  const found = lookUp(slug, outline.series?.record, ["Series"], now);
  const { series } = outline;
  if (series === undefined) return context.notFound();
  if (found.outcome !== "found") {
    return answerWithout(context, found, ["Series"], languageOfRequest(context));
  }
  const nextCursor = outline.next && formatSeriesCursor(outline.next);
  const digests = [outline.library, series, ...outline.episodes].map((item) => item?.digest);
  return respondWithResource(context, [nextCursor, ...digests], () =>
    seriesCollection({
      outline: { ...outline, series },
      cursor: after && formatSeriesCursor(after),
      nextCursor,
      ...sharedSource(context, outline.library?.record),
    }),
  );
}

function sharedSource(context: RequestContext, settings: LibraryRecord | undefined) {
  return {
    settings,
    languages: offeredLanguages(settings),
    neighbours: settings?.neighbours ?? defaultNeighbours,
    origin: originOf(context),
  };
}

/**
 * Answers with the media type that the specification asks for (6.1), or with plain JSON to a program that accepts only
 * that: Ramp takes transcripts from no other answer.
 */
function respondWithResource(
  context: RequestContext,
  digests: readonly (string | undefined)[],
  make: () => IiifResource,
): Promise<Response> {
  const accepted = context.req.header("Accept") ?? "";
  const isPlain = /application\/json/i.test(accepted) && !/application\/ld\+json/i.test(accepted);
  const contentType = isPlain ? "application/json" : presentationType;
  const headers = { "Content-Type": contentType, Vary: "Accept" };
  return respondWithEtag(context, [context.req.url, contentType, ...digests], headers, () =>
    writeIiif(make()),
  );
}

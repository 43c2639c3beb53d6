import * as z from "zod";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { problem, withdrawnProblem } from "../../delivery/http/problem.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";
import { chooseText, defaultNeighbours } from "../../i18n/fallback.ts";
import { isLanguageTag } from "../../i18n/tag.ts";
import { pagePath } from "../../records/addresses.ts";
import type { LibraryRecord, WorkRecord } from "../../records/schema/record.ts";
import { languagesOf } from "../../records/tracks.ts";
import { publishedAt, visibilityOf } from "../../records/visibility.ts";
import { openDatabase } from "../../storage/database.ts";
import { needsFacetIndex } from "../../storage/facet-index.ts";
import { listWorks, readLibrary } from "../../storage/lists.ts";
import { readWork } from "../../storage/work-view.ts";
import { writeCursor } from "./cursor.ts";
import { listParameters, listQueryOf } from "./list-parameters.ts";

/** How many works an answer lists. */
const pageSize = 50;
/** By language or topic a work costs two rows, its place on the shelf and itself: so many cost a hundred at the most. */
const narrowedPageSize = 47;

const parametersOfWorks = z.object({
  /** The reader's language, in which names come. */
  lang: z.string().refine(isLanguageTag, "lang takes a language tag: en, es, vi").optional(),
  ...listParameters.shape,
});

/** `/api/v1/works`: what is published, the newest first, by the page. */
export async function getWorks(context: RequestContext): Promise<Response> {
  const parameters = parametersOfWorks.safeParse(context.req.query());
  if (!parameters.success) {
    const detail = parameters.error.issues.map((issue) => issue.message).join("; ");
    return problem(context, 400, "invalid-request", "These parameters can't be read", detail);
  }
  const { lang } = parameters.data;
  const query = listQueryOf(parameters.data);
  const page = await listWorks(openDatabase(context.env.DB), {
    ...query,
    limit: needsFacetIndex(query) ? narrowedPageSize : pageSize,
    now: new Date().toISOString(),
  });
  const settings = page.library?.record;
  const next = page.next && writeCursor(page.next);
  const digests = [page.library, ...page.items].map((item) => item?.digest);
  return respondWithJson(context, [next, ...digests], () => ({
    items: page.items.map((item) => summaryOf(context, item.record, lang, settings)),
    next: next ?? null,
  }));
}

/** `/api/v1/works/{slug}`: one work's whole public record. */
export async function getWork(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const now = new Date().toISOString();
  const { work, library } = await readWork(openDatabase(context.env.DB), slug, "en", now);
  const record = work?.record;
  if (record === undefined || record.kind === "Library") return context.notFound();
  const visibility = visibilityOf(record, now);
  if (visibility === "hidden") return context.notFound();
  if (visibility === "withdrawn") return withdrawnProblem(context, record, "en");
  return respondWithJson(context, [library?.digest, work?.digest], () => ({
    ...record,
    ...(record.kind === "Series" ? {} : { languages: languagesOf(record) }),
    url: originOf(context) + pagePath("en", record),
  }));
}

function summaryOf(
  context: RequestContext,
  item: WorkRecord,
  language: string | undefined,
  settings: LibraryRecord | undefined,
) {
  const asked = language ?? item.inLanguage;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const name = chooseText(item.name, asked, item.inLanguage, neighbours);
  const description = chooseText(item.description, asked, item.inLanguage, neighbours);
  return {
    slug: item.slug,
    kind: item.kind,
    inLanguage: item.inLanguage,
    name: name?.value ?? item.slug,
    /** The language the name is really in, which the reader is to be told where it isn't the asked one. */
    nameLanguage: name?.language ?? null,
    description: description?.value ?? null,
    datePublished: publishedAt(item) === "" ? null : item.datePublished,
    duration: item.kind === "Episode" ? item.duration : null,
    series: item.kind === "Episode" ? (item.series ?? null) : null,
    episode: item.kind === "Episode" ? (item.episode ?? null) : null,
    languages: languagesOf(item),
    url: originOf(context) + pagePath("en", item),
  };
}

function respondWithJson(
  context: RequestContext,
  digests: readonly (string | undefined)[],
  make: () => object,
): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return respondWithEtag(context, [context.req.url, ...digests], headers, () =>
    JSON.stringify(make()),
  );
}

/** `/healthz`: the Worker runs and D1 answers. */
export async function getHealth(context: RequestContext): Promise<Response> {
  const settings = await readLibrary(openDatabase(context.env.DB));
  const library = settings === undefined ? "empty" : "published";
  return context.json({ status: "ok", library }, 200, { "Cache-Control": "no-store" });
}

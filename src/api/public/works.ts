import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithEtag } from "../../delivery/http/respond.ts";
import { loadWorkOrProblem } from "../../delivery/load-work.ts";
import { chooseText, defaultNeighbours } from "../../i18n/fallback.ts";
import { pagePath } from "../../records/addresses.ts";
import type { ListedRecord } from "../../records/listed.ts";
import type { LibraryRecord } from "../../records/schema/record.ts";
import { languagesOf } from "../../records/tracks.ts";
import { openDatabase } from "../../storage/database.ts";
import { needsFacetIndex } from "../../storage/lists/facet-index.ts";
import { listWorks, readLibrary } from "../../storage/lists/lists.ts";
import {
  formatCursor,
  type Health,
  type PublicWork,
  type WorkList,
  type WorkSummary,
  worksParameters,
} from "../contract.ts";
import { invalidParameters } from "./invalid-parameters.ts";
import { toListQuery } from "./list-parameters.ts";

/** How many works an answer lists. */
const pageSize = 50;
/** By language or topic each work costs two rows, one of them in the facet index: 47 keep the cost under 100 rows. */
const facetPageSize = 47;

/** `GET /api/v1/works`: the published works, the newest first, a page at a time. */
export async function getWorks(context: RequestContext): Promise<Response> {
  const parameters = worksParameters.safeParse(context.req.query());
  if (!parameters.success) return invalidParameters(context, parameters.error.issues);
  const { lang } = parameters.data;
  const query = toListQuery(parameters.data);
  const page = await listWorks(openDatabase(context.env.DB), {
    ...query,
    limit: needsFacetIndex(query) ? facetPageSize : pageSize,
    now: new Date().toISOString(),
  });
  const settings = page.library?.record;
  const next = page.next && formatCursor(page.next);
  const digests = [page.library, ...page.items].map((item) => item?.digest);
  return respondWithJson<WorkList>(context, [next, ...digests], () => ({
    items: page.items.map((item) => summaryOf(context, item.record, lang, settings)),
    next: next ?? null,
  }));
}

/** `GET /api/v1/works/{slug}`: one work's whole public record. */
export async function getWork(context: RequestContext): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const kinds = ["Series", "Episode", "Document"] as const;
  const loaded = await loadWorkOrProblem(context, kinds, { slug, language: "en" });
  if (loaded instanceof Response) return loaded;
  const { record, view } = loaded;
  const url = originOf(context) + pagePath("en", record);
  return respondWithJson<PublicWork>(context, [view.library?.digest, view.work?.digest], () =>
    record.kind === "Series"
      ? { ...record, url }
      : { ...record, languages: languagesOf(record), url },
  );
}

function summaryOf(
  context: RequestContext,
  item: ListedRecord,
  language: string | undefined,
  settings: LibraryRecord | undefined,
): WorkSummary {
  const readerLanguage = language ?? item.inLanguage;
  const neighbours = settings?.neighbours ?? defaultNeighbours;
  const name = chooseText(item.name, readerLanguage, item.inLanguage, neighbours);
  const description = chooseText(item.description, readerLanguage, item.inLanguage, neighbours);
  return {
    slug: item.slug,
    kind: item.kind,
    inLanguage: item.inLanguage,
    name: name?.value ?? item.slug,
    nameLanguage: name?.language ?? null,
    description: description?.value ?? null,
    datePublished: item.datePublished ?? null,
    duration: item.kind === "Episode" ? item.duration : null,
    series: item.kind === "Episode" ? (item.series ?? null) : null,
    episode: item.kind === "Episode" ? (item.episode ?? null) : null,
    languages: languagesOf(item),
    url: originOf(context) + pagePath("en", item),
  };
}

function respondWithJson<Answer>(
  context: RequestContext,
  digests: readonly (string | undefined)[],
  makeAnswer: () => Answer,
): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return respondWithEtag(context, [context.req.url, ...digests], headers, () =>
    JSON.stringify(makeAnswer()),
  );
}

/** `GET /healthz`: the Worker runs and D1 answers. */
export async function getHealth(context: RequestContext): Promise<Response> {
  const settings = await readLibrary(openDatabase(context.env.DB));
  const library = settings === undefined ? "empty" : "published";
  return context.json<Health>({ status: "ok", library }, 200, { "Cache-Control": "no-store" });
}

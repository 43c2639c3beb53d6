import { defaultNeighbours } from "../i18n/fallback.ts";
import { isLanguageTag } from "../i18n/tag.ts";
import { citePath, pagePath } from "../records/addresses.ts";
import type { WorkRecord } from "../records/schema/record.ts";
import { isSlug } from "../records/schema/slug.ts";
import type { WorkView } from "../records/views.ts";
import { type Citation, citationFor } from "../syndication/citation.ts";
import { citationFormats } from "../syndication/citations.ts";
import { attachmentDisposition } from "./http/disposition.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWorkOrProblem } from "./load-work.ts";
import { interfaceLanguageFor } from "./transcript-source.ts";

/** `GET /cite/{slug}.{ris,bib,json}?lang=`: a citation for a reference manager. */
export async function getCitation(context: RequestContext): Promise<Response> {
  const [, slug = "", extension = ""] =
    /^([^.]+)\.([a-z]+)$/.exec(context.req.param("file") ?? "") ?? [];
  const format = citationFormats.get(extension);
  if (format === undefined || !isSlug(slug)) return context.notFound();
  const requested = context.req.query("lang") ?? "";
  // Without a language the original is read: `und` is BCP 47's tag for no language.
  const language = isLanguageTag(requested) ? requested : "und";
  const loaded = await loadWorkOrProblem(context, ["Episode", "Document"], { slug, language });
  if (loaded instanceof Response) return loaded;
  const { record: item, view } = loaded;

  const origin = originOf(context);
  const citation = buildWorkCitation(
    item,
    view,
    language === "und" ? item.inLanguage : language,
    origin,
  );
  const address = origin + citePath(slug, citation.language, extension);
  const digests = [view.work, view.series, view.library].map((part) => part?.digest);
  const headers = {
    "Content-Language": citation.language,
    "Content-Type": format.contentType,
    "Content-Disposition": attachmentDisposition(slug, extension),
    Link: `<${address}>; rel="canonical"`,
  };
  return respondWithEtag(context, [...digests, context.req.path, language], headers, () =>
    format.render(citation),
  );
}

/** A work's citation in a language. @param origin scheme and host of the library */
export function buildWorkCitation(
  item: WorkRecord,
  view: WorkView,
  language: string,
  origin: string,
): Citation {
  const settings = view.library?.record;
  return citationFor({
    item,
    series: view.series?.record,
    settings,
    language,
    neighbours: settings?.neighbours ?? defaultNeighbours,
    url: origin + pagePath(interfaceLanguageFor(language), item),
  });
}

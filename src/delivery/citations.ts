import { defaultNeighbours } from "../i18n/fallback.ts";
import { interfaceLanguageFor } from "../i18n/interface-languages.ts";
import { isLanguageTag } from "../i18n/tag.ts";
import { citePath, pagePath, watchPath } from "../records/addresses.ts";
import { momentParameter, parseMoment } from "../records/moment.ts";
import type { SeriesRecord, WorkRecord } from "../records/schema/record.ts";
import { isSlug } from "../records/schema/slug.ts";
import type { WorkView } from "../records/views.ts";
import { type Citation, citationFor } from "../syndication/citation.ts";
import { citationFormats } from "../syndication/citations.ts";
import { attachmentDisposition } from "./http/disposition.ts";
import { originOf, type RequestContext } from "./http/environment.ts";
import { respondWithEtag } from "./http/respond.ts";
import { loadWorkOrProblem } from "./load-work.ts";

/** `GET /cite/{slug}.{ris,bib,json}?lang=&t=`: a citation for a reference manager. */
export async function getCitation(context: RequestContext): Promise<Response> {
  const [, slug = "", extension = ""] =
    /^([^.]+)\.([a-z]+)$/.exec(context.req.param("file") ?? "") ?? [];
  const format = citationFormats.get(extension);
  if (format === undefined || !isSlug(slug)) return context.notFound();
  const requested = context.req.query("lang") ?? "";
  // Without a language the original is read: `und` is BCP 47's tag for no language.
  const language = isLanguageTag(requested) ? requested : "und";
  const loaded = await loadWorkOrProblem(context, ["Series", "Episode", "Document"], {
    slug,
    language,
    parts: ["series"],
  });
  if (loaded instanceof Response) return loaded;
  const { record: item, view } = loaded;

  const origin = originOf(context);
  const moment = parseMoment(context.req.query("t") ?? "");
  const citation = buildWorkCitation(
    item,
    view,
    language === "und" ? item.inLanguage : language,
    origin,
    moment?.start,
  );
  const t = citation.moment === undefined ? undefined : momentParameter(citation.moment);
  const address = origin + citePath(slug, citation.language, extension, t);
  const digests = [view.work, view.series, view.library].map((part) => part?.digest);
  const headers = {
    "Content-Language": citation.language,
    "Content-Type": format.contentType,
    "Content-Disposition": attachmentDisposition(slug, extension),
    Link: `<${address}>; rel="canonical"`,
  };
  return respondWithEtag(context, [...digests, context.req.path, language, t], headers, () =>
    format.render(citation),
  );
}

/**
 * The citation of a work or a series in a language.
 * @param origin scheme and host of the library
 * @param moment in seconds, if a moment of a film is cited
 */
export function buildWorkCitation(
  item: WorkRecord | SeriesRecord,
  view: Pick<WorkView<"series">, "library" | "series">,
  language: string,
  origin: string,
  moment?: number,
): Citation {
  const settings = view.library?.record;
  const page = interfaceLanguageFor(language);
  const cited = item.kind === "Episode" ? moment : undefined;
  const path =
    cited === undefined
      ? pagePath(page, item)
      : watchPath(page, item.slug, { t: momentParameter(cited) });
  return citationFor({
    item,
    series: item.kind === "Series" ? undefined : view.series?.record,
    settings,
    language,
    neighbours: settings?.neighbours ?? defaultNeighbours,
    moment: cited,
    url: origin + path,
  });
}

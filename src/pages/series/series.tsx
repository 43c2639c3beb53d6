import { formatSeriesCursor, parseSeriesCursor } from "../../api/contract.ts";
import { SuppliedLabel, saidLabels } from "../../components/cards.tsx";
import { CitationLinks } from "../../components/citation-links.tsx";
import { Passage } from "../../components/text.tsx";
import { buildWorkCitation } from "../../delivery/citations.ts";
import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { redirectToCurrentPath } from "../../delivery/http/redirects.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { lookUp } from "../../delivery/load-work.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import {
  feedPath,
  iiifCollectionPath,
  seriesCartridgePath,
  seriesPath,
} from "../../records/addresses.ts";
import { pageLanguagesOf } from "../../records/page-languages.ts";
import { readerOf } from "../../records/reader.ts";
import { openDatabase } from "../../storage/database.ts";
import { readSeries } from "../../storage/lists/lists.ts";
import { feedType } from "../../syndication/feeds/feed.ts";
import { seriesPreview } from "../../syndication/metadata/previews.ts";
import { seriesJsonLd } from "../../syndication/metadata/series.ts";
import { notFoundPage, withdrawnPage } from "../layout/error-pages.tsx";
import { FeedLinks } from "../layout/feed-links.tsx";
import { Layout } from "../layout/layout.tsx";
import { StructuredData } from "../layout/metadata.tsx";
import { OEmbedLinks } from "../layout/oembed-links.tsx";
import { PageTitle } from "../layout/page-title.tsx";
import { SearchForm } from "../layout/search-form.tsx";
import { Seasons } from "./seasons.tsx";

/** How many episodes a page shows: more would be slow to load and to read. Our choice. */
const pageSize = 200;

/** `/{lang}/series/{series}?cursor=`: its episodes in order, by season, page by page. */
export async function seriesPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const slug = context.req.param("slug") ?? "";
  const after = parseSeriesCursor(context.req.query("cursor"));
  const now = requestTime();
  const view = await readSeries(openDatabase(context.env.DB), slug, {
    now,
    after,
    limit: pageSize,
  });
  const settings = view.library?.record;
  const found = lookUp(slug, view.series?.record, ["Series"], now);
  if (found.outcome === "withdrawn") return withdrawnPage(context, found.record, settings);
  if (found.outcome === "renamed") {
    return redirectToCurrentPath(context, seriesPath(language, found.record.slug));
  }
  if (found.outcome !== "found") return notFoundPage(context, { settings });

  const series = found.record;
  const origin = originOf(context);
  const episodes = view.episodes.map((item) => item.record);
  const reader = readerOf(language, settings);
  const name = reader.choose(series.name, series.inLanguage);
  const about = reader.choose(series.description, series.inLanguage);
  const next = view.next && formatSeriesCursor(view.next);
  const cursor = after && formatSeriesCursor(after);
  const digests = [view.library, view.series, ...view.episodes].map((item) => item?.digest);
  return respondWithPage(context, language, [next, ...digests], () => (
    <Layout
      content="lists"
      reader={reader}
      settings={settings}
      origin={origin}
      pathIn={(other) => seriesPath(other, slug, { cursor })}
      title={name?.value}
      languages={pageLanguagesOf(series, settings)}
      preview={seriesPreview(episodes, reader)}
      head={
        <>
          <FeedLinks reader={reader} settings={settings} series={series} />
          <OEmbedLinks origin={origin} path={seriesPath(language, slug)} title={name?.value} />
          <StructuredData thing={seriesJsonLd({ series, episodes, settings, reader, origin })} />
        </>
      }
      description={about?.value}
    >
      <header class="column page-header">
        <p class="kicker">{reader.strings.series}</p>
        <PageTitle item={series} reader={reader} />
        <SuppliedLabel
          item={series}
          reader={reader}
          isForAll={saidLabels(series, episodes, reader).isSupplied}
        />
        <Passage text={about} reader={reader} class="lead" />
        {after === undefined && next === undefined && (
          <p class="facts">
            <span>{reader.strings.episodeCount(view.episodes.length)}</span>
          </p>
        )}
        <SearchForm
          reader={reader}
          filters={{ series: slug }}
          label={reader.strings.searchSeries}
        />
        <p>
          <a href={feedPath(language, slug)} type={feedType}>
            {reader.strings.subscribe}
          </a>
        </p>
      </header>
      <Seasons series={series} episodes={episodes} reader={reader} />
      {next !== undefined && (
        <p class="column">
          <a class="button" rel="next" href={seriesPath(language, slug, { cursor: next })}>
            {reader.strings.more}
          </a>
        </p>
      )}
      <div class="column">
        <CitationLinks
          citation={buildWorkCitation(
            series,
            { library: view.library, series: undefined },
            language,
            origin,
          )}
          reader={reader}
        />
        <details>
          <summary>{reader.strings.moreFormats}</summary>
          <ul class="link-list">
            <li>
              <a href={seriesCartridgePath(slug, language)}>{reader.strings.courseCartridge}</a>
            </li>
            <li>
              <a href={iiifCollectionPath(slug)}>{reader.strings.iiifManifest}</a>
            </li>
          </ul>
        </details>
      </div>
    </Layout>
  ));
}

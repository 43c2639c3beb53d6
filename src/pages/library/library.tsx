import { formatCursor } from "../../api/contract.ts";
import { readListParameters, toListQuery } from "../../api/public/list-parameters.ts";
import { DocumentEntry } from "../../components/cards.tsx";
import { SeriesSections } from "../../components/series-sections.tsx";
import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { libraryPath } from "../../records/addresses.ts";
import { type ListedItem, versionsOf } from "../../records/listed.ts";
import { readerOf } from "../../records/reader.ts";
import type { DocumentRecord } from "../../records/schema/record.ts";
import { openDatabase } from "../../storage/database.ts";
import { listWorks } from "../../storage/lists/lists.ts";
import { FeedLinks } from "../layout/feed-links.tsx";
import { Layout } from "../layout/layout.tsx";
import { EmptyList } from "./empty.tsx";
import { LibraryFilters } from "./filters.tsx";

/** How many works one page of the list shows. */
const pageSize = 48;
/** How many series the first page shows. */
const maxSeries = 24;

/** `/{lang}/library`: all published works, or those that match the filters, page by page. */
export async function libraryPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const parameters = readListParameters(context.req.query());
  const { cursor, ...filters } = parameters;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const isFirstPage = cursor === undefined;
  const view = await listWorks(openDatabase(context.env.DB), {
    ...toListQuery(parameters),
    limit: pageSize,
    seriesLimit: maxSeries,
    now: requestTime(),
  });
  const settings = view.library?.record;
  const reader = readerOf(language, settings);
  const { strings } = reader;
  const items = view.items.map((item) => item.record);
  const episodes = items.filter((item) => item.kind === "Episode");
  const documents = view.items.filter(isDocument);
  const next = view.next && formatCursor(view.next);
  const isComplete = isFirstPage && next === undefined;
  const listedSeries = view.series.map(({ record }) => record);
  const chosenSeries = view.chosen?.record;
  const series =
    chosenSeries === undefined || listedSeries.some(({ slug }) => slug === chosenSeries.slug)
      ? listedSeries
      : [chosenSeries, ...listedSeries];
  const shown = [view.library, view.chosen, ...view.series, ...view.items];
  const digests = versionsOf(shown);
  return respondWithPage(context, language, [next, ...digests], () => (
    <Layout
      content="lists"
      reader={reader}
      settings={settings}
      origin={originOf(context)}
      pathIn={(other) => libraryPath(other, parameters)}
      title={strings.library}
      description={settings && reader.choose(settings.description, settings.inLanguage)?.value}
      // Every combination of filters is a page of its own, which search engines needn't index.
      isIndexed={!isFiltered}
      head={<FeedLinks reader={reader} settings={settings} series={chosenSeries} />}
    >
      <header class="column page-header">
        <h1>{strings.library}</h1>
        {isFiltered && isComplete && items.length > 0 && (
          <p class="facts">{strings.workCount(items.length)}</p>
        )}
      </header>
      {(items.length > 0 || isFiltered) && (
        <LibraryFilters
          parameters={parameters}
          reader={reader}
          items={items}
          series={series}
          isComplete={isComplete}
        />
      )}
      {items.length === 0 && isFiltered && (
        <EmptyList parameters={parameters} reader={reader} series={chosenSeries} />
      )}
      {items.length === 0 && !isFiltered && <p class="column">{strings.nothingPublished}</p>}
      <SeriesSections
        series={series}
        episodes={episodes}
        reader={reader}
        showsEmpty={isFirstPage && !isFiltered}
      />
      {documents.length > 0 && (
        <section class="column" aria-labelledby="documents">
          <h2 id="documents">{strings.documents}</h2>
          <div class="entries">
            {documents.map((item) => (
              <DocumentEntry item={item} reader={reader} />
            ))}
          </div>
        </section>
      )}
      {next !== undefined && (
        <p class="column">
          <a class="button" rel="next" href={libraryPath(language, { ...filters, cursor: next })}>
            {strings.more}
          </a>
        </p>
      )}
    </Layout>
  ));
}

/** The list's items are documents or films. */
function isDocument(item: ListedItem): item is ListedItem<DocumentRecord> {
  return item.record.kind === "Document";
}

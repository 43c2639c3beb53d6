import { formatCursor } from "../../api/contract.ts";
import { readListParameters, toListQuery } from "../../api/public/list-parameters.ts";
import { Description, DocumentEntry, EpisodeCard, WorkLink } from "../../components/cards.tsx";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { libraryPath } from "../../records/addresses.ts";
import { readerOf } from "../../records/reader.ts";
import { openDatabase } from "../../storage/database.ts";
import { listWorks } from "../../storage/lists.ts";
import { Layout } from "../layout/layout.tsx";
import { EmptyList } from "./empty.tsx";
import { LibraryFilters } from "./filters.tsx";

/** How many works a page of the library shows. */
const pageSize = 48;
/** How many series its first page shows. */
const seriesShown = 24;

/** `/{lang}/library`: everything that is published, or what filters choose of it, by the page. */
export async function libraryPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const asked = readListParameters(context.req.query());
  const { cursor, ...filters } = asked;
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  const isFirst = cursor === undefined;
  const view = await listWorks(openDatabase(context.env.DB), {
    ...toListQuery(asked),
    limit: pageSize,
    seriesLimit: seriesShown,
    now: new Date().toISOString(),
  });
  const settings = view.library?.record;
  const reader = readerOf(language, settings);
  const { strings } = reader;
  const items = view.items.map((item) => item.record);
  const episodes = items.filter((item) => item.kind === "Episode");
  const documents = items.filter((item) => item.kind === "Document");
  const next = view.next && formatCursor(view.next);
  const isWhole = isFirst && next === undefined;
  const listed = view.series.map(({ record }) => record);
  const chosen = view.chosen?.record;
  const series =
    chosen === undefined || listed.some(({ slug }) => slug === chosen.slug)
      ? listed
      : [chosen, ...listed];
  const shown = [view.library, view.chosen, ...view.series, ...view.items];
  const digests = shown.map((item) => item?.digest);
  return respondWithPage(context, language, [next, ...digests], () => (
    <Layout
      reader={reader}
      settings={settings}
      origin={originOf(context)}
      pathIn={(other) => libraryPath(other, asked)}
      title={strings.library}
      description={settings && reader.choose(settings.description, settings.inLanguage)?.value}
      // Of each choice of filters there is a page: a search engine needs none of them.
      indexed={!isNarrowed}
    >
      <header class="column page-header">
        <h1>{strings.library}</h1>
        {isNarrowed && isWhole && items.length > 0 && (
          <p class="facts">{strings.workCount(items.length)}</p>
        )}
      </header>
      {(items.length > 0 || isNarrowed) && (
        <LibraryFilters
          asked={asked}
          reader={reader}
          items={items}
          series={series}
          isWhole={isWhole}
        />
      )}
      {items.length === 0 && isNarrowed && (
        <EmptyList asked={asked} reader={reader} series={chosen} />
      )}
      {items.length === 0 && !isNarrowed && <p class="column">{strings.nothingPublished}</p>}
      {(isFirst && !isNarrowed ? listed : []).map((record) => (
        <section class="column" aria-labelledby={`series-${record.slug}`}>
          <p class="kicker">{strings.series}</p>
          <h2 id={`series-${record.slug}`}>
            <WorkLink item={record} reader={reader} />
          </h2>
          <Description item={record} reader={reader} />
        </section>
      ))}
      {episodes.length > 0 && (
        <section class="column" aria-labelledby="episodes">
          <h2 id="episodes">{strings.episodes}</h2>
          <div class="cards">
            {episodes.map((record) => (
              <EpisodeCard item={record} reader={reader} />
            ))}
          </div>
        </section>
      )}
      {documents.length > 0 && (
        <section class="column" aria-labelledby="documents">
          <h2 id="documents">{strings.documents}</h2>
          {documents.map((record) => (
            <DocumentEntry item={record} reader={reader} />
          ))}
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

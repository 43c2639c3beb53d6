import { watchScript } from "../../../build/browser.ts";
import {
  Description,
  DocumentEntry,
  EpisodeFacts,
  LanguageList,
  WorkLink,
} from "../../components/cards.tsx";
import { SeriesSections } from "../../components/series-sections.tsx";
import { Passage } from "../../components/text.tsx";
import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { ContentWarning, chooseCaptions, Player, PosterText } from "../../player/server/player.tsx";
import { homePath, libraryPath, watchPath } from "../../records/addresses.ts";
import { versionsOf } from "../../records/listed.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { HomeView } from "../../records/views.ts";
import { openDatabase } from "../../storage/database.ts";
import { readHome } from "../../storage/lists/lists.ts";
import { websiteJsonLd } from "../../syndication/metadata/website.ts";
import { FeedLinks } from "../layout/feed-links.tsx";
import { Layout } from "../layout/layout.tsx";
import { StructuredData } from "../layout/metadata.tsx";

/** How many episodes stand under a series: a row. */
const maxEpisodes = 3;

/** `/{lang}/`: the newest episode ready to play, the library's description, more episodes by series, and documents. */
export async function homePage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const limits = { series: 6, episodes: 5, documents: 12 };
  const view = await readHome(openDatabase(context.env.DB), limits, requestTime());
  const settings = view.library?.record;
  const reader = readerOf(language, settings);
  const origin = originOf(context);
  const about = settings && reader.choose(settings.description, settings.inLanguage);
  const digests = versionsOf([
    view.library,
    ...view.series,
    view.newest,
    ...view.episodes,
    ...view.documents,
  ]);
  const isEmpty = view.newest === undefined && view.series.length + view.documents.length === 0;
  return respondWithPage(context, language, digests, () => (
    <Layout
      content="lists"
      reader={reader}
      settings={settings}
      origin={origin}
      pathIn={homePath}
      script={view.newest && watchScript}
      title={undefined}
      description={about?.value}
      head={
        <>
          <FeedLinks reader={reader} settings={settings} />
          {settings && <StructuredData thing={websiteJsonLd(settings, reader, origin)} />}
        </>
      }
    >
      <h1 class="visually-hidden">
        {settings && reader.choose(settings.name, settings.inLanguage)?.value}
      </h1>
      <NewestEpisode view={view} reader={reader} origin={origin} />
      {isEmpty && <p class="column">{reader.strings.nothingPublished}</p>}
      <div class="column">
        <Passage text={about} reader={reader} class="lead" />
      </div>
      <SeriesSections
        series={view.series.map(({ record }) => record)}
        episodes={view.episodes.map(({ record }) => record)}
        reader={reader}
        showsEmpty
        maxEpisodes={maxEpisodes}
      />
      {view.documents.length > 0 && (
        <section class="column" aria-labelledby="documents">
          <h2 id="documents">{reader.strings.documents}</h2>
          <div class="entries">
            {view.documents.map((item) => (
              <DocumentEntry item={item} reader={reader} />
            ))}
          </div>
        </section>
      )}
      <p class="column">
        <a class="button" href={libraryPath(language)}>
          {reader.strings.viewLibrary}
        </a>
      </p>
    </Layout>
  ));
}

interface NewestEpisodeProps {
  readonly view: HomeView;
  readonly reader: Reader;
  /** Scheme and host. */
  readonly origin: string;
}

/** The newest episode, ready to play with our player. */
function NewestEpisode({ view, reader, origin }: NewestEpisodeProps) {
  const newest = view.newest?.record;
  if (newest === undefined) return null;
  const series = view.series.find(({ record }) => record.slug === newest.series)?.record;
  return (
    <section class="player-area featured" aria-labelledby="newest">
      <div class="screen">
        <ContentWarning episode={newest} reader={reader} />
        <Player
          episode={newest}
          reader={reader}
          captions={chooseCaptions(newest, reader.language, reader.neighbours)}
          page={origin + watchPath(reader.language, newest.slug)}
        />
      </div>
      <div class="featured-text">
        <p class="kicker">{reader.strings.newestEpisode}</p>
        <h2 id="newest">
          <WorkLink item={newest} reader={reader} />
        </h2>
        <EpisodeFacts item={newest} reader={reader} series={series} />
        <Description item={newest} reader={reader} />
        <LanguageList item={newest} reader={reader} />
        <PosterText episode={newest} reader={reader} />
      </div>
    </section>
  );
}

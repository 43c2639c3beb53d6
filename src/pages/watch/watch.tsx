import {
  bilingualStyle,
  drawingsStyle,
  drawnPosterStyle,
  watchScript,
} from "../../../build/browser.ts";
import { Description, EpisodeFacts, LanguageList, WorkLink } from "../../components/cards.tsx";
import { buildWorkCitation } from "../../delivery/citations.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import { styleMarker } from "../../delivery/http/inline-styles.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { readTimedText } from "../../delivery/timed-text.ts";
import { lastCorrections } from "../../delivery/transcript-source.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { isLanguageTag } from "../../i18n/tag.ts";
import {
  ContentWarning,
  chooseCaptions,
  chooseSecondCaptions,
  Player,
  PosterText,
} from "../../player/server/player.tsx";
import { iiifPath, queryString, secondaryAfterSwitch, watchPath } from "../../records/addresses.ts";
import { defaultPicture } from "../../records/embed/embed-code.ts";
import { versionsOf } from "../../records/listed.ts";
import { parseMoment } from "../../records/moment.ts";
import { pageLanguagesOf } from "../../records/page-languages.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { presentationType } from "../../syndication/iiif/json.ts";
import { filmJsonLd } from "../../syndication/metadata/film.ts";
import { filmPreview } from "../../syndication/metadata/previews.ts";
import { frameParameters } from "../../syndication/oembed/address.ts";
import { pictureSize } from "../../syndication/oembed/oembed.ts";
import { FeedLinks } from "../layout/feed-links.tsx";
import { Layout } from "../layout/layout.tsx";
import { loadWorkOrErrorPage } from "../layout/load-work.tsx";
import { WorkMetadata } from "../layout/metadata.tsx";
import { OEmbedLinks } from "../layout/oembed-links.tsx";
import { PageTitle } from "../layout/page-title.tsx";
import { WatchAside } from "./aside.tsx";
import { EmbedDialog } from "./embed-dialog.tsx";
import { bilingualTextOf, TranscriptSection } from "./transcript-section.tsx";

/** `/{lang}/watch/{slug}`: a film and its transcript; `?beside=es` adds a second language, `?speaker=` shows one speaker's words. */
export async function watchPage(
  context: RequestContext,
  language: InterfaceLanguage,
): Promise<Response> {
  const beside = context.req.query("beside") ?? "";
  const secondary = isLanguageTag(beside) ? { language: beside } : undefined;
  const loaded = await loadWorkOrErrorPage(context, language, "Episode", secondary);
  if (loaded instanceof Response) return loaded;
  const { view, settings, reader } = loaded;
  const episode: EpisodeRecord = loaded.record;
  const origin = originOf(context);
  const requestedMoment = context.req.query("t");
  const moment = requestedMoment === undefined ? undefined : parseMoment(requestedMoment);
  const captions = chooseCaptions(
    episode,
    context.req.query("captions") ?? language,
    reader.neighbours,
  );
  const name = reader.choose(episode.name, episode.inLanguage);
  const digests = versionsOf([view.library, view.work, view.series, view.next, ...view.related]);

  return respondWithPage(context, language, [...digests, ...lastCorrections(view)], () => {
    const spoken = readTimedText(episode, view.text, reader.neighbours);
    const bilingual = bilingualTextOf(episode, view, origin);
    const citation = buildWorkCitation(episode, view, language, origin);
    return (
      <Layout
        content="film"
        reader={reader}
        settings={settings}
        origin={origin}
        pathIn={(other) => watchPath(other, episode.slug)}
        queryIn={(other) =>
          queryString({
            t: moment && requestedMoment,
            beside: secondaryAfterSwitch(
              other,
              bilingual?.text.language,
              bilingual?.secondary.language,
            ),
          })
        }
        title={name?.value}
        description={reader.choose(episode.description, episode.inLanguage)?.value}
        script={watchScript}
        pageStyles={[
          styleMarker("film-page.css"),
          ...(episode.poster === undefined ? [drawnPosterStyle] : []),
          ...(bilingual === undefined ? [] : [bilingualStyle]),
          ...(needsDrawing(episode) || (view.next !== undefined && needsDrawing(view.next.record))
            ? [drawingsStyle]
            : []),
        ]}
        languages={pageLanguagesOf(episode, settings)}
        preview={filmPreview(episode, view.series?.record, reader, origin)}
        head={
          <>
            <FeedLinks reader={reader} settings={settings} series={view.series?.record} />
            <OEmbedLinks
              origin={origin}
              path={watchPath(language, episode.slug, frameParameters(new URL(context.req.url)))}
              title={name?.value}
            />
            <link
              rel="alternate"
              type={presentationType}
              href={origin + iiifPath(episode.slug)}
              title="IIIF"
            />
            <WorkMetadata
              item={episode}
              citation={citation}
              reader={reader}
              thing={filmJsonLd({
                episode,
                series: view.series?.record,
                citation,
                reader,
                transcriptLanguage: spoken?.language,
                origin,
              })}
            />
          </>
        }
      >
        <div class="player-area">
          <ContentWarning episode={episode} reader={reader} />
        </div>
        <div class={bilingual === undefined ? "watch" : "watch two-languages"}>
          <div class="player-area">
            <Player
              episode={episode}
              reader={reader}
              captions={captions}
              secondCaptions={chooseSecondCaptions(episode, secondary?.language, captions)}
              moment={moment}
              page={origin + watchPath(language, episode.slug)}
              next={
                view.next && {
                  record: view.next.record,
                  path: watchPath(language, view.next.record.slug),
                }
              }
              hasTranscript={spoken !== undefined}
            >
              <EmbedDialog
                address={`${origin}/embed/${episode.slug}`}
                title={name?.value ?? episode.slug}
                picture={pictureSize(episode) ?? defaultPicture}
                reader={reader}
              />
            </Player>
          </div>
          <header class="page-header">
            {view.series !== undefined && (
              <p class="kicker">
                <WorkLink item={view.series.record} reader={reader} />
              </p>
            )}
            <PageTitle item={episode} reader={reader} />
            <EpisodeFacts item={episode} reader={reader} />
            <Description item={episode} reader={reader} />
            <LanguageList item={episode} reader={reader} />
            <PosterText episode={episode} reader={reader} />
          </header>
          <TranscriptSection
            episode={episode}
            view={view}
            spoken={spoken}
            bilingual={bilingual}
            settings={settings}
            reader={reader}
            origin={origin}
            keptParameters={{ t: moment && requestedMoment }}
            query={context.req.query("q")}
            speaker={context.req.query("speaker")}
          />
          <WatchAside
            episode={episode}
            reader={reader}
            series={view.series?.record}
            next={view.next?.record}
            related={view.related}
            transcriptLanguage={spoken?.language}
            citation={buildWorkCitation(episode, view, language, origin, moment?.start)}
          />
        </div>
      </Layout>
    );
  });
}

/** Whether a drawing stands for an episode's poster, on its page or on the card of the next one. */
const needsDrawing = ({ poster }: EpisodeRecord) => poster === undefined;

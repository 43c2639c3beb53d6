import { episodeListStyle } from "../../../build/browser.ts";
import { titleOf } from "../../components/cards.tsx";
import { Text } from "../../components/text.tsx";
import { embedAccentStyle } from "../../delivery/accent.ts";
import { originOf, type RequestContext, requestTime } from "../../delivery/http/environment.ts";
import { redirectToCurrentPath } from "../../delivery/http/redirects.ts";
import { languageOfRequest } from "../../delivery/http/request-language.ts";
import { respondWithPage } from "../../delivery/http/respond.ts";
import { lookUp } from "../../delivery/load-work.ts";
import { readTimedText } from "../../delivery/timed-text.ts";
import { seriesEmbedPath, seriesPath } from "../../records/addresses.ts";
import { formatMoment } from "../../records/moment.ts";
import { type Reader, readerOf } from "../../records/reader.ts";
import type { EpisodeRecord, SeriesRecord } from "../../records/schema/record.ts";
import type { OutlinedEpisode } from "../../records/views.ts";
import { openDatabase } from "../../storage/database.ts";
import { readSeriesPlayer } from "../../storage/lists/series-player.ts";
import { EmbeddedFilm, filmStyles, keptParameters } from "./film.tsx";
import { EmbedFrame, respondWithNotice } from "./frame.tsx";

/** How many episodes the list shows; the series' page has the others. As many as we promise (DESIGN 12). */
const maxEpisodes = 500;

/**
 * `/embed/series/{series}?lang=&episode=`: a player and the list of the episodes in one frame, in which the list's
 * links stay. Without `episode` it is the first.
 */
export async function getSeriesEmbed(context: RequestContext): Promise<Response> {
  const language = languageOfRequest(context);
  const slug = context.req.param("slug") ?? "";
  const now = requestTime();
  const { outline, view } = await readSeriesPlayer(openDatabase(context.env.DB), slug, {
    episode: context.req.query("episode"),
    language,
    now,
    limit: maxEpisodes,
  });
  const settings = outline.library?.record;
  const reader = readerOf(language, settings);
  const found = lookUp(slug, outline.series?.record, ["Series"], now);
  if (found.outcome === "withdrawn") return respondWithNotice(context, reader, found.record);
  if (found.outcome === "renamed") {
    return redirectToCurrentPath(context, seriesEmbedPath(found.record.slug));
  }
  if (found.outcome !== "found") return respondWithNotice(context, reader);
  const series = found.record;
  const accent = await embedAccentStyle(settings);
  if (accent !== undefined) context.set("styleHash", accent.hash);
  // Without `?lang=` the answer depends on Accept-Language, which caches must know (RFC 9110, 12.5.5).
  if (context.req.query("lang") !== language) context.header("Vary", "Accept-Language");
  const { work, next } = view;
  const episode = work?.record.kind === "Episode" ? work.record : undefined;
  const title = reader.choose(series.name, series.inLanguage)?.value;
  const digests = [outline.library, outline.series, work, next, ...outline.episodes].map(
    (item) => item?.digest,
  );
  const kept = keptParameters(context);
  const pathOf = (other: string) =>
    seriesEmbedPath(series.slug, { lang: language, episode: other });
  return respondWithPage(context, language, [language, ...digests], () => {
    const spoken = episode && readTimedText(episode, view.text, reader.neighbours);
    const list = (
      <EpisodeList
        series={series}
        episodes={outline.episodes}
        current={episode}
        next={next?.record}
        pathOf={(other) => pathOf(other) + kept}
        page={
          outline.next === undefined
            ? undefined
            : originOf(context) + seriesPath(language, series.slug)
        }
        reader={reader}
      />
    );
    return (
      <EmbedFrame
        reader={reader}
        title={title}
        hasTranscript={spoken !== undefined}
        styles={[
          episodeListStyle,
          ...(episode === undefined ? [] : filmStyles(episode)),
          ...(accent === undefined ? [] : [accent.style]),
        ]}
      >
        <main>
          {episode === undefined ? (
            <p class="message">{reader.strings.nothingPublished}</p>
          ) : (
            <EmbeddedFilm
              context={context}
              episode={episode}
              view={view}
              spoken={spoken}
              reader={reader}
              path={pathOf(episode.slug)}
              nextPath={(other) => pathOf(other) + kept}
            >
              {list}
            </EmbeddedFilm>
          )}
        </main>
      </EmbedFrame>
    );
  });
}

interface EpisodeListProps {
  readonly series: SeriesRecord;
  readonly episodes: readonly OutlinedEpisode[];
  readonly current: EpisodeRecord | undefined;
  readonly next: EpisodeRecord | undefined;
  readonly pathOf: (slug: string) => string;
  /** The series' own page, if it has more episodes than the list. */
  readonly page: string | undefined;
  readonly reader: Reader;
}

/** The next episode, then all of them; the one that is shown is marked. */
function EpisodeList(props: EpisodeListProps) {
  const { series, episodes, current, next, pathOf, page, reader } = props;
  const { strings } = reader;
  return (
    <nav class="episodes" aria-label={strings.episodes}>
      <h2>
        <Text text={titleOf(series, reader)} reader={reader} />
      </h2>
      {next !== undefined && (
        <p>
          {strings.nextEpisode}:{" "}
          <a href={pathOf(next.slug)}>
            <Text text={titleOf(next, reader)} reader={reader} />
          </a>
        </p>
      )}
      <ol>
        {episodes.map((episode) => (
          <li>
            <a
              href={pathOf(episode.slug)}
              aria-current={episode.slug === current?.slug ? "page" : undefined}
            >
              <Text text={titleOf({ ...episode, kind: "Episode" }, reader)} reader={reader} />
            </a>{" "}
            <small dir="ltr">{formatMoment(episode.duration)}</small>
          </li>
        ))}
      </ol>
      {page !== undefined && (
        <p>
          <a href={page} target="_blank" rel="noreferrer">
            {strings.more}
          </a>
        </p>
      )}
    </nav>
  );
}

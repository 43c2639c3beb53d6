import type { Child } from "hono/jsx";
import { drawnPosterStyle, warningCoverStyle } from "../../../build/browser.ts";
import { Title, titleOf } from "../../components/cards.tsx";
import { quotationSource } from "../../components/quotation-source.ts";
import { originOf, type RequestContext } from "../../delivery/http/environment.ts";
import type { TimedText } from "../../delivery/timed-text.ts";
import { queryString, watchPath } from "../../records/addresses.ts";
import { parseMoment } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import type { WorkView } from "../../records/views.ts";
import { transcriptFromCues } from "../../transcripts/paragraphs.ts";
import { chooseCaptions, chooseSecondCaptions, Player } from "../server/player.tsx";
import { TranscriptText } from "../server/transcript.tsx";
import { WarningCover } from "./warning-cover.tsx";

interface EmbeddedFilmProps {
  readonly context: RequestContext;
  readonly episode: EpisodeRecord;
  readonly view: WorkView<"text" | "next">;
  /** The film's words, if it has captions. */
  readonly spoken: TimedText | undefined;
  readonly reader: Reader;
  /** The embed's path with what chooses its film and its language. */
  readonly path: string;
  /** The path of the same embed with the next episode. */
  readonly nextPath: ((slug: string) => string) | undefined;
  /** What stands between the title and the transcript. */
  readonly children?: Child;
}

/** A film in an embed: the player, a link to the film's page, and the transcript to open. */
export function EmbeddedFilm(props: EmbeddedFilmProps) {
  const { context, episode, view, spoken, reader, path, nextPath, children } = props;
  const { strings, language } = reader;
  const origin = originOf(context);
  const page = origin + watchPath(language, episode.slug);
  const query = (name: string) => context.req.query(name);
  const captions = chooseCaptions(episode, query("captions") ?? language, reader.neighbours);
  const requestedMoment = query("t");
  const player = (
    <Player
      episode={episode}
      reader={reader}
      captions={captions}
      secondCaptions={chooseSecondCaptions(episode, query("beside"), captions)}
      moment={requestedMoment === undefined ? undefined : parseMoment(requestedMoment)}
      page={page}
      next={
        view.next && nextPath && { record: view.next.record, path: nextPath(view.next.record.slug) }
      }
      hasTranscript={spoken !== undefined}
    />
  );
  return (
    <>
      {episode.contentWarning === undefined ? (
        player
      ) : (
        <div class="cover-area">
          <WarningCover episode={episode} reader={reader} />
          {player}
        </div>
      )}
      <h1 class="embed-title">
        <a href={page} target="_blank" rel="noreferrer">
          <Title item={episode} reader={reader} />{" "}
          {titleOf(episode, reader)?.isSupplied === true && (
            <small class="label">{strings.suppliedTitle}</small>
          )}
          <span class="visually-hidden"> ({strings.openFilmPage})</span>
        </a>
      </h1>
      {children}
      {spoken !== undefined && (
        <details open={query("transcript") === "1"}>
          <summary>
            <h2>{strings.transcript}</h2>
          </summary>
          <TranscriptText
            transcript={transcriptFromCues(spoken.cues, spoken.chapters, spoken.speakers)}
            language={spoken.language}
            reader={reader}
            path={`${path}&transcript=1`}
            source={quotationSource(episode, view.library?.record, reader, origin)}
          />
        </details>
      )}
    </>
  );
}

/** The styles that a film's embed has in addition to those of all embeds. */
export function filmStyles({ contentWarning, poster }: EpisodeRecord): string[] {
  return [
    ...(contentWarning === undefined ? [] : [warningCoverStyle]),
    ...(poster === undefined ? [drawnPosterStyle] : []),
  ];
}

/** The parameters of an embed that a link to another film in the same frame keeps. */
export function keptParameters(context: RequestContext): string {
  const { captions, beside, transcript } = context.req.query();
  return queryString({ captions, beside, transcript }).replace("?", "&");
}

import type { Child } from "hono/jsx";
import { deferCaptionsScript } from "../../../build/browser.ts";
import { titleOf } from "../../components/cards.tsx";
import { FallbackLabel, Text } from "../../components/text.tsx";
import { fallbackChain, type Neighbours } from "../../i18n/fallback.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { captionsPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { defaultPicture } from "../../records/embed/embed-code.ts";
import { type Moment, momentParameter } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { EpisodeRecord, Medium } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { Controls, type ControlsProps } from "./controls.tsx";
import { DrawnPoster } from "./drawn-poster.tsx";

interface PlayerProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The language of the captions to show from the start, or undefined for none. */
  readonly captions: string | undefined;
  /** The language of a second line of captions. */
  readonly secondCaptions?: string | undefined;
  /** Where playback starts, and where it pauses. */
  readonly moment?: Moment | undefined;
  /** The absolute address of the film's page. Without it the player has no controls of ours. */
  readonly page?: string | undefined;
  readonly next?: ControlsProps["next"];
  readonly hasTranscript?: boolean;
  /** Additional buttons for the controls. */
  readonly children?: Child;
}

/** Without any `poster`, Chromium's own controls cover what is drawn under the film. This one has no picture. */
const noPicture = "data:,";

/**
 * The film in its frame, with the browser's own controls: they work without script, which puts ours in their place.
 * Nothing of the film is downloaded before it plays.
 */
export function Player(props: PlayerProps) {
  const { episode, reader, captions, moment, page, next, hasTranscript = false, children } = props;
  const { poster } = episode;
  const sources = episode.video.length > 0 ? episode.video : audioSources(episode);
  const size = sources.find((medium) => medium.width !== undefined) ?? poster;
  const { width = defaultPicture.width, height = defaultPicture.height } = size ?? {};
  const name = titleOf(episode, reader);
  return (
    <div class="player" data-player>
      <div class={width > height ? "film" : "film upright"}>
        {poster === undefined && <DrawnPoster episode={episode} reader={reader} />}
        {captions !== undefined && (
          <script dangerouslySetInnerHTML={{ __html: deferCaptionsScript }} />
        )}
        {/* biome-ignore lint/a11y/useMediaCaption: the tracks are rendered from a list */}
        <video
          controls
          playsinline
          preload="none"
          // A sandboxed embed has an opaque origin, where captions load only with CORS (HTML §4.8.11.11).
          crossorigin="anonymous"
          poster={poster === undefined ? noPicture : blobPath(poster.file)}
          width={width}
          height={height}
          aria-label={name?.value}
        >
          {sources.map((medium) => (
            <source src={blobPath(medium) + mediaFragment(moment)} type={mediaType(medium)} />
          ))}
          {spokenTracks(episode).map((track) => (
            <track
              kind={track.kind}
              src={captionsPath(episode.slug, track.inLanguage)}
              srclang={track.inLanguage}
              label={nameOfLanguage(track.inLanguage)}
              default={track.inLanguage === captions}
            />
          ))}
          <p>
            {reader.strings.cannotPlay}{" "}
            {sources.map((medium) => (
              <a href={`${blobPath(medium)}?download=${episode.slug}.${medium.extension}`}>
                {medium.extension}
              </a>
            ))}
          </p>
        </video>
        {/* Drawn by the script (src/player/client/captions): the transcript has the same text for screen readers. */}
        <div class="captions" aria-hidden="true">
          <div />
        </div>
      </div>
      <div class="captions-beneath" aria-hidden="true" hidden />
      {page !== undefined && (
        <Controls
          episode={episode}
          reader={reader}
          captions={captions}
          secondCaptions={props.secondCaptions}
          page={page}
          next={next}
          hasTranscript={hasTranscript}
        >
          {children}
        </Controls>
      )}
    </div>
  );
}

/** The poster's text alternative, for screen readers (`poster` has none of its own). */
export function PosterText({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  const alt = reader.choose(episode.poster?.alt, episode.inLanguage);
  if (alt === undefined) return null;
  return (
    <p class="visually-hidden">
      <Text text={alt} reader={reader} />
    </p>
  );
}

/** The episode's content warning, if it has one. */
export function ContentWarning({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  const warning = reader.choose(episode.contentWarning, episode.inLanguage);
  if (warning === undefined) return null;
  return (
    <p class="warning">
      <strong>{reader.strings.contentWarning}</strong> <Text text={warning} reader={reader} />{" "}
      <FallbackLabel text={warning} reader={reader} />
    </p>
  );
}

/**
 * Chooses the captions shown from the start: in the requested language, or as texts fall back from it.
 * @param requested a language tag, or `none`
 * @returns the track's language; undefined for no captions
 */
export function chooseCaptions(
  episode: EpisodeRecord,
  requested: string,
  neighbours: Neighbours,
): string | undefined {
  if (requested === "none") return undefined;
  return findTrackLanguage(episode, fallbackChain(requested, episode.inLanguage, neighbours));
}

/**
 * Chooses the second line of captions: in the requested language or a variety of it.
 * @param first the language of the captions above or below it
 * @returns undefined without such a track
 */
export function chooseSecondCaptions(
  episode: EpisodeRecord,
  requested: string | undefined,
  first: string | undefined,
): string | undefined {
  if (requested === undefined || first === undefined) return undefined;
  const language = findTrackLanguage(episode, [requested]);
  return language === first ? undefined : language;
}

/** The first of these languages that a track of spoken words has, itself or in a variety of it. */
function findTrackLanguage(episode: EpisodeRecord, wanted: readonly string[]): string | undefined {
  const languages = spokenTracks(episode).map(({ inLanguage }) => inLanguage);
  const find = (tag: string) =>
    languages.find((one) => one === tag) ??
    languages.find((one) => baseLanguage(one) === baseLanguage(tag));
  return wanted.map(find).find((found) => found !== undefined);
}

function audioSources(episode: EpisodeRecord): Medium[] {
  return episode.audioOnly === undefined ? [] : [episode.audioOnly];
}

function mediaType(medium: Medium): string {
  const type = mediaTypes[medium.extension];
  return medium.codecs === undefined ? type : `${type}; codecs="${medium.codecs}"`;
}

/** With a W3C media fragment, the browser starts and pauses there even without script. */
function mediaFragment(moment: Moment | undefined): string {
  if (moment === undefined) return "";
  const end = moment.end === undefined ? "" : `,${momentParameter(moment.end)}`;
  return `#t=${momentParameter(moment.start)}${end}`;
}

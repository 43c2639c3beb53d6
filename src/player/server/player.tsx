import type { Child } from "hono/jsx";
import { deferCaptionsScript } from "../../../build/browser.ts";
import { FallbackLabel, Text } from "../../components/text.tsx";
import { nameOfLanguage } from "../../i18n/names.ts";
import { baseLanguage } from "../../i18n/tag.ts";
import { captionsPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { type Moment, momentParameter } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { EpisodeRecord, Medium, Track } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { Controls, type ControlsProps } from "./controls.tsx";

interface PlayerProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The captions to show from the start, or undefined for none. */
  readonly captions: string | undefined;
  /** Where the film starts, and where it stops. */
  readonly moment?: Moment | undefined;
  /** The absolute address of the film's page; only where the player's script is, too, is there a bar. */
  readonly page?: string | undefined;
  readonly next?: ControlsProps["next"];
  readonly hasTranscript?: boolean;
  /** More buttons for the bar. */
  readonly children?: Child;
}

/**
 * The film with the browser's own controls: they work by keyboard, with a screen reader and without
 * script. No byte of it is fetched before play.
 */
export function Player(props: PlayerProps) {
  const { episode, reader, captions, moment, page, next, hasTranscript = false, children } = props;
  const { poster } = episode;
  const sources = episode.video.length > 0 ? episode.video : audioSources(episode);
  const size = sources.find((medium) => medium.width !== undefined);
  const name = reader.choose(episode.name, episode.inLanguage);
  return (
    <div class="player" data-player>
      <div class="film">
        {captions !== undefined && (
          <script dangerouslySetInnerHTML={{ __html: deferCaptionsScript }} />
        )}
        {/* biome-ignore lint/a11y/useMediaCaption: the tracks are there, made from a list */}
        <video
          controls
          playsinline
          preload="none"
          // Captions load from another origin's sandbox only so (HTML §4.8.11.11, CORS).
          crossorigin="anonymous"
          poster={poster && blobPath(poster.file)}
          width={size?.width ?? poster?.width}
          height={size?.height ?? poster?.height}
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
      </div>
      {page !== undefined && (
        <Controls
          episode={episode}
          reader={reader}
          captions={captions}
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

/** What is in the poster, for those who don't see it. */
export function PosterText({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  const alt = reader.choose(episode.poster?.alt, episode.inLanguage);
  if (alt === undefined) return null;
  return (
    <p class="visually-hidden">
      <Text text={alt} reader={reader} />
    </p>
  );
}

/** What a viewer may want to know before a film starts. */
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

/** The track to show from the start: in the language asked for, or a variety of it; `none` for none. */
export function chooseCaptions(episode: EpisodeRecord, asked: string): string | undefined {
  if (asked === "none") return undefined;
  const languages = spokenTracks(episode).map((track: Track) => track.inLanguage);
  return (
    languages.find((language) => language === asked) ??
    languages.find((language) => baseLanguage(language) === baseLanguage(asked)) ??
    languages.find((language) => language === episode.inLanguage)
  );
}

function audioSources(episode: EpisodeRecord): Medium[] {
  return episode.audioOnly === undefined ? [] : [episode.audioOnly];
}

function mediaType(medium: Medium): string {
  const type = mediaTypes[medium.extension];
  return medium.codecs === undefined ? type : `${type}; codecs="${medium.codecs}"`;
}

/** W3C Media Fragments: the browser itself starts and stops there, script or none. */
function mediaFragment(moment: Moment | undefined): string {
  if (moment === undefined) return "";
  const end = moment.end === undefined ? "" : `,${momentParameter(moment.end)}`;
  return `#t=${momentParameter(moment.start)}${end}`;
}

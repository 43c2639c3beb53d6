import type { Child } from "hono/jsx";
import { formatSize } from "../../languages/format.ts";
import { nameOfLanguage } from "../../languages/names.ts";
import { baseLanguage } from "../../languages/tag.ts";
import { blobPath } from "../../library/blobs.ts";
import { formatMoment, momentParameter } from "../../library/moment.ts";
import type { EpisodeRecord, Medium, Track } from "../../library/record.ts";
import { spokenTracks } from "../../library/tracks.ts";
import { watchPath } from "../addresses.ts";
import type { Reader } from "../reader.ts";
import { languageOf, Text } from "./text.tsx";

export interface ControlsProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The captions that are shown from the start. */
  readonly captions: string | undefined;
  /** The absolute address of the film's page, which a copied link leads to. */
  readonly page: string;
  /** The next episode, and the address that it has here. */
  readonly next?: { readonly record: EpisodeRecord; readonly path: string } | undefined;
  readonly hasTranscript: boolean;
  /** More buttons, and more dialogs. */
  readonly children?: Child;
}

/**
 * The player's bar, in a template: without script it isn't there, and so no button of it is dead. The
 * script only puts it under the film and listens (src/player/bar.ts).
 */
export function Controls(props: ControlsProps) {
  const { episode, reader, captions, page, next, hasTranscript, children } = props;
  const words = reader.strings.player;
  const described = episode.audioDescription;
  const hasCaptions = spokenTracks(episode).length > 0;
  return (
    <template data-controls>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this sends none */}
      <div
        class="controls"
        role="group"
        aria-label={words.controls}
        data-page={page}
        data-duration={episode.duration}
        data-original={episode.inLanguage}
        data-next={next?.path}
        data-next-title={next && reader.choose(next.record.name, next.record.inLanguage)?.value}
        {...(described?.mode === "track" && {
          "data-described": blobPath(described.file),
          "data-described-in": described.inLanguage,
        })}
      >
        <div class="line" aria-hidden="true" />
        <div class="buttons">
          {hasCaptions && <Opener panel="captions-panel" name={words.captions} now />}
          {episode.chapters.length > 0 && (
            <Opener panel="chapters-panel" name={reader.strings.chapters} />
          )}
          <Opener panel="playback-panel" name={words.playback} now />
          <button type="button" data-do="copy">
            {words.copyLink}
          </button>
          <button type="button" data-do="help" aria-haspopup="dialog">
            {words.keys}
          </button>
          {children}
        </div>
        {hasCaptions && <CaptionsPanel episode={episode} reader={reader} captions={captions} />}
        <ChaptersPanel episode={episode} reader={reader} />
        <PlaybackPanel episode={episode} reader={reader} />
        <p
          class="said"
          role="status"
          data-copied={words.copied}
          data-cannot-copy={words.cannotCopy}
        />
        <Failed episode={episode} reader={reader} hasTranscript={hasTranscript} />
      </div>
    </template>
  );
}

/** What to do where the film can't be had or read: never a dead end. */
function Failed(props: Pick<ControlsProps, "episode" | "reader" | "hasTranscript">) {
  const { episode, reader, hasTranscript } = props;
  const words = reader.strings.player;
  const sound = episode.video.length > 0 ? episode.audioOnly : undefined;
  return (
    <div class="failed" role="alert" data-sound={sound && blobPath(sound)} hidden>
      <strong>{words.failed}.</strong> {words.failedHelp}
      <div class="buttons">
        <Action does="retry" name={words.tryAgain} />
        {sound !== undefined && <Action does="listen" name={words.listen} />}
        {hasTranscript && <Action does="read" name={words.readInstead} />}
      </div>
    </div>
  );
}

function Action({ does, name }: { does: string; name: string }) {
  return (
    <button type="button" data-do={does}>
      {name}
    </button>
  );
}

/** A button that opens a panel; it may show what is chosen there. */
function Opener({ panel, name, now }: { panel: string; name: string; now?: boolean }) {
  return (
    <button type="button" aria-expanded="false" aria-controls={panel}>
      {name}
      {now === true && (
        <>
          {" "}
          <bdi class="now" />
        </>
      )}
    </button>
  );
}

function CaptionsPanel(props: Pick<ControlsProps, "episode" | "reader" | "captions">) {
  const { episode, reader, captions } = props;
  const words = reader.strings.player;
  const choices = (chosen?: string) =>
    spokenTracks(episode).map(({ inLanguage }) => (
      <option
        value={inLanguage}
        selected={inLanguage === chosen}
        {...languageOf(inLanguage, reader)}
      >
        {nameOfLanguage(inLanguage)}
      </option>
    ));
  const isInReadersLanguage = (track: Track) => baseLanguage(track.inLanguage) === reader.language;
  return (
    <div class="panel" id="captions-panel" hidden>
      <Choice name="captions" label={words.captions}>
        <option value="">{words.off}</option>
        {choices(captions)}
      </Choice>
      {spokenTracks(episode).length > 1 && (
        <Choice name="second" label={words.secondCaptions}>
          <option value="">{words.off}</option>
          {choices()}
        </Choice>
      )}
      <Choice name="size" label={words.captionSize}>
        {words.sizes.map((size, step) => (
          <option value={String(step)}>{size}</option>
        ))}
      </Choice>
      {!spokenTracks(episode).some(isInReadersLanguage) && <p>{words.otherCaptions}</p>}
    </div>
  );
}

function ChaptersPanel({ episode, reader }: Pick<ControlsProps, "episode" | "reader">) {
  if (episode.chapters.length === 0) return null;
  return (
    <ol class="panel scenes" id="chapters-panel" hidden>
      {episode.chapters.map(({ start, name }) => (
        <li>
          <a
            class="moment"
            href={`${watchPath(reader.language, episode.slug)}?t=${momentParameter(start)}`}
          >
            <span>{formatMoment(start)}</span>{" "}
            <Text text={reader.choose(name, episode.inLanguage)} reader={reader} />
          </a>
        </li>
      ))}
    </ol>
  );
}

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

function PlaybackPanel({ episode, reader }: Pick<ControlsProps, "episode" | "reader">) {
  const words = reader.strings.player;
  const number = new Intl.NumberFormat(reader.language, { numberingSystem: "latn" });
  const versions = versionsOf(episode, reader);
  return (
    <div class="panel" id="playback-panel" hidden>
      <Choice name="speed" label={words.speed}>
        {speeds.map((speed) => (
          <option value={String(speed)} selected={speed === 1}>
            {`${number.format(speed)}×`}
          </option>
        ))}
      </Choice>
      {versions.length > 0 && (
        <Choice name="version" label={words.version}>
          <option value="">{reader.strings.wholeFilm}</option>
          {versions.map(({ kind, name, medium }) => (
            <option value={blobPath(medium)} data-smaller={kind === "smaller" ? "" : undefined}>
              {`${name} (${formatSize(medium.size, reader.language)})`}
            </option>
          ))}
        </Choice>
      )}
      <label class="check">
        <input type="checkbox" name="repeat" /> {words.repeat}
      </label>
    </div>
  );
}

function Choice({ name, label, children }: { name: string; label: string; children?: Child }) {
  return (
    <label class="choice">
      {label} <select name={name}>{children}</select>
    </label>
  );
}

/** What may be played in the film's place: less to fetch, or with what is seen told. */
function versionsOf(episode: EpisodeRecord, reader: Reader) {
  const { strings } = reader;
  const [film] = episode.video;
  const smaller = episode.video
    .filter((medium) => widthOf(medium) < widthOf(film))
    .sort((one, other) => one.size - other.size)[0];
  const described = episode.audioDescription;
  return [
    { kind: "smaller", name: strings.player.smallerFilm, medium: smaller },
    {
      kind: "described",
      name: strings.player.describedFilm,
      medium: described?.mode === "file" ? described.file : undefined,
    },
    {
      kind: "sound",
      name: strings.soundOnly,
      medium: film === undefined ? undefined : episode.audioOnly,
    },
  ].filter(
    (version): version is { kind: string; name: string; medium: Medium } =>
      version.medium !== undefined,
  );
}

const widthOf = (medium: Medium | undefined) => medium?.width ?? 0;

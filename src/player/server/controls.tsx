import type { Child } from "hono/jsx";
import { titleOf } from "../../components/cards.tsx";
import { blobPath } from "../../records/blobs.ts";
import { formatMoment } from "../../records/moment.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { playerStringsIn } from "../strings.ts";
import { CaptionsPanel } from "./captions-panel.tsx";
import { ChaptersPanel } from "./chapters-panel.tsx";
import { Icon } from "./icon.tsx";
import { PlaybackError } from "./playback-error.tsx";
import { SettingsPanel } from "./settings-panel.tsx";

export interface ControlsProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  /** The language of the captions shown from the start. */
  readonly captions: string | undefined;
  readonly secondCaptions?: string | undefined;
  /** The absolute address of the film's page, for copied links. */
  readonly page: string;
  /** The next episode and its address, on the watch page or in the embed. */
  readonly next?: { readonly record: EpisodeRecord; readonly path: string } | undefined;
  readonly hasTranscript: boolean;
  /** Additional buttons with their dialogs. */
  readonly children?: Child;
}

/**
 * The controls over the film's lower edge, in a template: without script they don't appear and the film has the
 * browser's own, so no button is ever without effect (src/player/client/controls/controls.ts puts them there).
 */
export function Controls(props: ControlsProps) {
  const { episode, reader, captions, page, next, hasTranscript, children } = props;
  const playerStrings = playerStringsIn(reader.language);
  const description = episode.audioDescription;
  const hasCaptions = spokenTracks(episode).length > 0;
  return (
    <template data-controls>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this sends none */}
      <div
        class="controls"
        role="group"
        aria-label={playerStrings.player}
        data-page={page}
        data-duration={episode.duration}
        data-original-language={episode.inLanguage}
        data-next={next?.path}
        data-next-title={next && titleOf(next.record, reader)?.value}
        {...(description?.mode === "track" && {
          "data-descriptions": blobPath(description.file),
          "data-descriptions-language": description.inLanguage,
        })}
      >
        <div class="bar">
          {/* Time runs from left to right in every script, as on a clock. */}
          <div class="timeline" dir="ltr">
            <input
              type="range"
              name="time"
              min="0"
              max={episode.duration}
              value="0"
              step="any"
              aria-label={playerStrings.time}
              data-of={playerStrings.of}
            />
          </div>
          <div class="buttons">
            <IconButton
              action="play"
              names={[playerStrings.play, playerStrings.pause]}
              icon="play"
            />
            <span class="time" dir="ltr">
              <span>0:00</span> <span>/ {formatMoment(episode.duration)}</span>
            </span>
            <IconButton
              action="mute"
              names={[playerStrings.mute, playerStrings.unmute]}
              icon="volume"
            />
            <input
              type="range"
              name="volume"
              max="1"
              step="0.05"
              value="1"
              aria-label={playerStrings.volume}
            />
            {hasCaptions && (
              <PanelButton panel="captions-panel" name={playerStrings.captions} icon="captions" />
            )}
            {episode.chapters.length > 0 && (
              <PanelButton panel="chapters-panel" name={reader.strings.chapters} icon="chapters" />
            )}
            <PanelButton panel="settings-panel" name={playerStrings.settings} icon="settings" />
            <IconButton
              action="full-screen"
              names={[playerStrings.shortcuts.fullScreen]}
              icon="fullScreen"
            />
          </div>
        </div>
        {hasCaptions && (
          <CaptionsPanel
            episode={episode}
            reader={reader}
            captions={captions}
            secondCaptions={props.secondCaptions}
          />
        )}
        <ChaptersPanel episode={episode} reader={reader} />
        <SettingsPanel episode={episode} reader={reader}>
          <div class="buttons">
            <button type="button" data-action="copy">
              {playerStrings.copyLink}
            </button>
            <button type="button" data-action="help" aria-haspopup="dialog">
              {playerStrings.keyboardShortcuts}
            </button>
            {children}
          </div>
        </SettingsPanel>
        <p class="status" role="status" />
        <PlaybackError episode={episode} reader={reader} hasTranscript={hasTranscript} />
      </div>
    </template>
  );
}

type IconName = Parameters<typeof Icon>[0]["name"];

interface IconButtonProps {
  /** What the script does on a click. */
  readonly action: string;
  /** Its name, and its name in its other state. */
  readonly names: readonly [string, string?];
  readonly icon: IconName;
}

function IconButton({ action, names: [name, otherName], icon }: IconButtonProps) {
  return (
    <button
      type="button"
      data-action={action}
      aria-label={name}
      title={name}
      data-other={otherName}
    >
      <Icon name={icon} />
    </button>
  );
}

interface PanelButtonProps {
  /** The panel's id. */
  readonly panel: string;
  readonly name: string;
  readonly icon: IconName;
}

/** A button that opens a panel, and may show its current value. */
function PanelButton({ panel, name, icon }: PanelButtonProps) {
  return (
    <button type="button" aria-expanded="false" aria-controls={panel} title={name}>
      <Icon name={icon} />
      <span class="visually-hidden">{name}</span> <bdi class="current" />
    </button>
  );
}

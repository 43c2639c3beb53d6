import type { Child } from "hono/jsx";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { playerStringsIn } from "../strings.ts";
import { CaptionsPanel } from "./captions-panel.tsx";
import { ChaptersPanel } from "./chapters-panel.tsx";
import { PlaybackError } from "./playback-error.tsx";
import { PlaybackPanel } from "./playback-panel.tsx";

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
 * The controls under the film, in a template: without script they don't appear, so no button is ever
 * without effect. The script puts them under the film (src/player/client/controls/controls.ts).
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
        data-next-title={next && reader.choose(next.record.name, next.record.inLanguage)?.value}
        {...(description?.mode === "track" && {
          "data-descriptions": blobPath(description.file),
          "data-descriptions-language": description.inLanguage,
        })}
      >
        <div class="timeline" aria-hidden="true" />
        <div class="buttons">
          {hasCaptions && (
            <PanelButton panel="captions-panel" name={playerStrings.captions} showsCurrent />
          )}
          {episode.chapters.length > 0 && (
            <PanelButton panel="chapters-panel" name={reader.strings.chapters} />
          )}
          <PanelButton panel="playback-panel" name={playerStrings.playback} showsCurrent />
          <button type="button" data-action="copy">
            {playerStrings.copyLink}
          </button>
          <button type="button" data-action="help" aria-haspopup="dialog">
            {playerStrings.keyboardShortcuts}
          </button>
          {children}
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
        <PlaybackPanel episode={episode} reader={reader} />
        <p
          class="status"
          role="status"
          data-link-copied={playerStrings.linkCopied}
          data-copy-manually={playerStrings.copyLinkManually}
        />
        <PlaybackError episode={episode} reader={reader} hasTranscript={hasTranscript} />
      </div>
    </template>
  );
}

interface PanelButtonProps {
  /** The panel's id. */
  readonly panel: string;
  readonly name: string;
  /** Whether the script shows the panel's current value in the button. */
  readonly showsCurrent?: boolean;
}

/** A button that opens a panel, and may show its current value. */
function PanelButton({ panel, name, showsCurrent }: PanelButtonProps) {
  return (
    <button type="button" aria-expanded="false" aria-controls={panel}>
      {name}
      {showsCurrent === true && (
        <>
          {" "}
          <bdi class="current" />
        </>
      )}
    </button>
  );
}

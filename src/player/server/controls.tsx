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
 * script only puts it under the film and listens (src/player/client/controls/controls.ts).
 */
export function Controls(props: ControlsProps) {
  const { episode, reader, captions, page, next, hasTranscript, children } = props;
  const words = playerStringsIn(reader.language);
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
          {hasCaptions && <PanelButton panel="captions-panel" name={words.captions} now />}
          {episode.chapters.length > 0 && (
            <PanelButton panel="chapters-panel" name={reader.strings.chapters} />
          )}
          <PanelButton panel="playback-panel" name={words.playback} now />
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
        <PlaybackError episode={episode} reader={reader} hasTranscript={hasTranscript} />
      </div>
    </template>
  );
}

/** A button that opens a panel; it may show what is chosen there. */
function PanelButton({ panel, name, now }: { panel: string; name: string; now?: boolean }) {
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

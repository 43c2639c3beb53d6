import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { playerStringsIn } from "../strings.ts";

interface PlaybackErrorProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  readonly hasTranscript: boolean;
}

/** The message shown if the film can't be loaded or decoded, with what the viewer can do instead. */
export function PlaybackError({ episode, reader, hasTranscript }: PlaybackErrorProps) {
  const playerStrings = playerStringsIn(reader.language);
  const audio = episode.video.length > 0 ? episode.audioOnly : undefined;
  return (
    <div class="playback-error" role="alert" data-audio={audio && blobPath(audio)} hidden>
      <strong>{playerStrings.playbackFailed}.</strong> {playerStrings.playbackFailedHelp}
      <div class="buttons">
        <ActionButton action="retry" name={playerStrings.tryAgain} />
        {audio !== undefined && <ActionButton action="listen" name={playerStrings.listenToAudio} />}
        {hasTranscript && <ActionButton action="read" name={playerStrings.readTranscript} />}
      </div>
    </div>
  );
}

function ActionButton({ action, name }: { action: string; name: string }) {
  return (
    <button type="button" data-action={action}>
      {name}
    </button>
  );
}

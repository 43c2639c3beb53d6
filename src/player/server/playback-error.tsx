import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { playerStringsIn } from "../strings.ts";

interface FilmFailedProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
  readonly hasTranscript: boolean;
}

/** What to do where the film can't be had or read: never a dead end. */
export function PlaybackError({ episode, reader, hasTranscript }: FilmFailedProps) {
  const words = playerStringsIn(reader.language);
  const sound = episode.video.length > 0 ? episode.audioOnly : undefined;
  return (
    <div class="failed" role="alert" data-sound={sound && blobPath(sound)} hidden>
      <strong>{words.failed}.</strong> {words.failedHelp}
      <div class="buttons">
        <ActionButton does="retry" name={words.tryAgain} />
        {sound !== undefined && <ActionButton does="listen" name={words.listen} />}
        {hasTranscript && <ActionButton does="read" name={words.readInstead} />}
      </div>
    </div>
  );
}

function ActionButton({ does, name }: { does: string; name: string }) {
  return (
    <button type="button" data-do={does}>
      {name}
    </button>
  );
}

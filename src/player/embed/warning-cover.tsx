import { FallbackLabel, Text } from "../../components/text.tsx";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";
import { playerStringsIn } from "../strings.ts";

/**
 * The episode's content warning in place of the film, until the viewer closes it: beside the film it would push the
 * film out of the frame. `details` opens and closes without script; a film that plays removes it.
 */
export function WarningCover({ episode, reader }: { episode: EpisodeRecord; reader: Reader }) {
  const warning = reader.choose(episode.contentWarning, episode.inLanguage);
  if (warning === undefined) return null;
  return (
    <details class="cover" open>
      <summary>
        <strong>{reader.strings.contentWarning}</strong>{" "}
        <span>{playerStringsIn(reader.language).showFilm}</span>
      </summary>
      <p>
        <Text text={warning} reader={reader} /> <FallbackLabel text={warning} reader={reader} />
      </p>
    </details>
  );
}

import { formatMoment, momentParameter } from "../../library/moment.ts";
import type { EpisodeRecord } from "../../library/record.ts";
import { watchPath } from "../addresses.ts";
import type { Reader } from "../reader.ts";
import { Text } from "./text.tsx";

interface ChaptersPanelProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
}

/** The parts of a film, in the reader's language, each a link that plays it. */
export function ChaptersPanel({ episode, reader }: ChaptersPanelProps) {
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

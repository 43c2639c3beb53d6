import { watchPath } from "../records/addresses.ts";
import { formatMoment, momentParameter } from "../records/moment.ts";
import type { Reader } from "../records/reader.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";
import { Text } from "./text.tsx";

interface ChapterLinksProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
}

/** The chapters of a film as list items, each with a link that plays it. */
export function ChapterLinks({ episode, reader }: ChapterLinksProps) {
  return (
    <>
      {episode.chapters.map(({ start, name }) => (
        <li>
          <a
            class="moment"
            href={watchPath(reader.language, episode.slug, { t: momentParameter(start) })}
          >
            <span>{formatMoment(start)}</span>{" "}
            <Text text={reader.choose(name, episode.inLanguage)} reader={reader} />
          </a>
        </li>
      ))}
    </>
  );
}

import { ChapterLinks } from "../../components/chapter-links.tsx";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";

interface ChaptersPanelProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
}

/** The panel with links to the film's chapters. */
export function ChaptersPanel({ episode, reader }: ChaptersPanelProps) {
  if (episode.chapters.length === 0) return null;
  return (
    <ol class="panel chapter-list" id="chapters-panel" hidden>
      <ChapterLinks episode={episode} reader={reader} />
    </ol>
  );
}

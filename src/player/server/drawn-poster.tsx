import { DrawnSound, drawingClasses } from "../../components/card-picture.tsx";
import { titleOf } from "../../components/cards.tsx";
import { langAttributes } from "../../components/text.tsx";
import type { Reader } from "../../records/reader.ts";
import type { EpisodeRecord } from "../../records/schema/record.ts";

interface DrawnPosterProps {
  readonly episode: EpisodeRecord;
  readonly reader: Reader;
}

/**
 * What stands where a film has no poster: its title on the drawing that it has in lists (on a plain ground in an embed,
 * which has no bytes for drawings), and a drawn sound where there is no picture at all. It lies under the film, whose
 * first picture covers it. A frame of the film would be a request before play, of many bytes (docs/media.md). The title
 * is hidden from screen readers, which find it beside the film.
 */
export function DrawnPoster({ episode, reader }: DrawnPosterProps) {
  const name = titleOf(episode, reader);
  const isSound = episode.video.length === 0;
  return (
    <div
      class={`drawn-poster ${isSound ? "sound" : drawingClasses(episode.slug)}`}
      aria-hidden="true"
    >
      <span {...(name && langAttributes(name.language, reader))}>{name?.value}</span>
      {isSound && <DrawnSound />}
    </div>
  );
}

import { blobPath } from "../records/blobs.ts";
import type { ListedRecord } from "../records/listed.ts";
import { formatMoment } from "../records/moment.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";

/** How many drawings there are (card-picture.css). */
const drawings = 6;

/**
 * A film's picture in a list, of the same size for every film: the whole poster, whatever its ratio, on a plain ground;
 * a drawing if there is no poster. The length stands in a corner.
 */
export function CardPicture({ item }: { item: ListedRecord<EpisodeRecord> }) {
  const { poster, slug, duration } = item;
  return (
    <div
      class={
        poster === undefined ? `card-picture drawing drawing-${drawingOf(slug)}` : "card-picture"
      }
    >
      {poster !== undefined && (
        <img
          src={blobPath(poster.file)}
          alt=""
          width={poster.width}
          height={poster.height}
          loading="lazy"
          decoding="async"
        />
      )}
      {/* The card's text has the length in words. */}
      <span class="duration" dir="ltr" aria-hidden="true">
        {formatMoment(Math.round(duration))}
      </span>
    </div>
  );
}

/** The number of a work's drawing, always the same for the same slug. */
function drawingOf(slug: string): number {
  let sum = 0;
  for (const character of slug) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % drawings;
}

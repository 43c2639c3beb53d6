import { blobPath } from "../records/blobs.ts";
import { isSoundAlone, type ListedRecord } from "../records/listed.ts";
import { formatMoment } from "../records/moment.ts";
import type { EpisodeRecord } from "../records/schema/record.ts";

/** How many drawings there are. */
const drawings = 6;

/**
 * A film's picture in a list, of the same size for every film: the whole poster, whatever its ratio, on a plain ground;
 * a drawing if there is no poster, of sound where there is no film. The length stands in a corner.
 */
export function CardPicture({ item }: { item: ListedRecord<EpisodeRecord> }) {
  const { poster, slug, duration } = item;
  const drawing = isSoundAlone(item) ? "drawn-sound" : drawingClasses(slug);
  return (
    <div class={poster === undefined ? `card-picture ${drawing}` : "card-picture"}>
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
      {poster === undefined && isSoundAlone(item) && <DrawnSound />}
      {/* The card's text has the length in words. */}
      <span class="duration" dir="ltr" aria-hidden="true">
        {formatMoment(duration)}
      </span>
    </div>
  );
}

/** The classes of a work's drawing (src/pages/layout/drawings.css), always the same for the same slug. */
export function drawingClasses(slug: string): string {
  let sum = 0;
  for (const character of slug) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return `drawing drawing-${sum % drawings}`;
}

/** The heights of the bars of the drawn sound, of 16. */
const bars = [2, 5, 9, 4, 12, 7, 15, 10, 6, 13, 8, 3, 11, 5, 14, 9, 4, 7, 2];

/** What stands for sound without a picture: its loudness as bars. */
export function DrawnSound() {
  const path = bars.map((height, index) => `M${2 + index * 4} ${8 - height / 2}v${height}`);
  return (
    <svg viewBox="0 0 76 16" aria-hidden="true">
      <path d={path.join("")} />
    </svg>
  );
}

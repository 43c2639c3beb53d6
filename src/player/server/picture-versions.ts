import type { Medium } from "../../records/schema/record.ts";

/** A film's files with a picture of the same height, in several formats. */
export interface PictureVersion {
  /** The picture's shorter side in pixels, by which versions are known: 720p. */
  readonly height: number;
  /** In the manifest's order: the first that a browser plays is taken. */
  readonly media: readonly [Medium, ...Medium[]];
  /** Whether the film plays in it unless the viewer chooses. */
  readonly isDefault: boolean;
}

/**
 * The versions of a film by the height of their picture, the highest first.
 * @param video the film's files in the manifest's order; those without a known size are left out
 * @returns nothing if the size of the first is unknown: nothing is known to be lower
 */
export function pictureVersions(video: readonly Medium[]): PictureVersion[] {
  const [first] = video;
  if (first === undefined || shorterSide(first) === undefined) return [];
  const byHeight = new Map<number, [Medium, ...Medium[]]>();
  for (const medium of video) {
    const height = shorterSide(medium);
    if (height === undefined) continue;
    const media = byHeight.get(height);
    if (media === undefined) byHeight.set(height, [medium]);
    else media.push(medium);
  }
  return [...byHeight]
    .map(([height, media]) => ({ height, media, isDefault: media[0] === first }))
    .sort((a, b) => b.height - a.height);
}

/** A portrait film is known by its width: 720 × 1280 is 720p, as in `videoteca prepare`. */
function shorterSide({ width, height }: Medium): number | undefined {
  return width === undefined || height === undefined ? undefined : Math.min(width, height);
}

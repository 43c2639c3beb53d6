/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest frame that a consumer accepts, in CSS pixels. */
export interface MaxSize {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * How much height the embed needs below its film, in CSS pixels: for the title and the transcript's button. Measured
 * in a frame of 640.
 */
const heightBelowFilm = 100;

/** How wide a frame is if the consumer doesn't say, in CSS pixels: the embed dialog's middle size. */
const defaultWidth = 640;

/** The widest frame that is useful, in CSS pixels: as wide as a film of 1080 lines. */
const maxWidth = 1920;

/** The narrowest frame in which the player works, in CSS pixels (DESIGN 8). */
const minWidth = 320;

/**
 * The size of a film's frame: the film in its own ratio, and what is below it. An upright film is no higher than
 * a square one. A frame that is too low for film and controls keeps a usable width, and shows its beginning.
 * @param film the film's own size, or its poster's; undefined for sound without a picture
 */
export function filmFrameSize(film: Size | undefined, max: MaxSize): Size {
  const ratio = film === undefined ? 16 / 9 : film.width / film.height;
  const widest = Math.min(max.width ?? defaultWidth, maxWidth);
  const highest = max.height === undefined ? widest : max.height - heightBelowFilm;
  const width = Math.min(widest, Math.max(minWidth, Math.floor(highest * ratio)));
  const height = Math.round(width / ratio) + heightBelowFilm;
  return { width, height: Math.min(height, max.height ?? height) };
}

/** The size of a card with a title and a few lines of description, in CSS pixels. */
const cardSize: Size = { width: 640, height: 240 };

/** The size of the frame of a document's or a series' card. */
export function cardFrameSize(max: MaxSize): Size {
  return {
    width: Math.min(max.width ?? cardSize.width, maxWidth),
    height: Math.min(max.height ?? cardSize.height, cardSize.height),
  };
}

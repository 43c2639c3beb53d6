import {
  defaultFrameWidth,
  defaultPicture,
  type FrameSize,
} from "../../records/embed/embed-code.ts";

/** The largest frame that a consumer accepts, in CSS pixels. */
export interface MaxSize {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** The widest frame that is useful, in CSS pixels: as wide as a film of 1080 lines. */
const maxWidth = 1920;

/** The narrowest frame in which the player works, in CSS pixels (DESIGN 8). */
const minWidth = 320;

/**
 * The size of a film's frame: the film's own ratio, since the controls are over the film, and title and transcript
 * are reached by scrolling in the frame. An upright film is no higher than a square one. A frame that is too low for
 * the film keeps a usable width.
 * @param film the film's own size, or its poster's; undefined for sound without a picture
 */
export function filmFrameSize(film: FrameSize | undefined, max: MaxSize): FrameSize {
  const picture = film ?? defaultPicture;
  const ratio = picture.width / picture.height;
  const widest = Math.min(max.width ?? defaultFrameWidth, maxWidth);
  const highest = max.height ?? widest;
  const width = Math.min(widest, Math.max(minWidth, Math.floor(highest * ratio)));
  const height = Math.max(1, Math.round(width / ratio));
  return { width, height: Math.min(height, max.height ?? height) };
}

/** The size of a card with a title and a few lines of description, in CSS pixels. */
const cardSize: FrameSize = { width: 640, height: 300 };

/** The size of the frame of a document's or a series' card. */
export function cardFrameSize(max: MaxSize): FrameSize {
  return {
    width: Math.min(max.width ?? cardSize.width, maxWidth),
    height: Math.min(max.height ?? cardSize.height, cardSize.height),
  };
}

/** How much of a series' list is below its film, in CSS pixels: the title and about four episodes. */
const listHeight = 260;

/** The size of the frame of a series: a film of the usual ratio, and the list of its episodes. */
export function seriesFrameSize(max: MaxSize): FrameSize {
  const width = Math.min(max.width ?? defaultFrameWidth, maxWidth);
  const film = Math.round((width * defaultPicture.height) / defaultPicture.width);
  return { width, height: Math.min(max.height ?? film + listHeight, film + listHeight) };
}

/** Width and height in CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** How wide a frame is if nobody chose a width, in CSS pixels: a usual column of text. */
export const defaultFrameWidth = 640;

/** The shape of a film without a picture, and in the codes for any film: of most films. */
export const defaultPicture: FrameSize = { width: 16, height: 9 };

/**
 * As wide as its place in the ratio of a film's picture; or of a size, which shrinks in a narrower place: a film in
 * its ratio, a card with text at the same height.
 */
export type FrameShape =
  | { readonly picture: FrameSize }
  | { readonly size: FrameSize; readonly of: "film" | "card" };

/**
 * Makes the line of HTML that shows an embed on another site's page (docs/embed.md): the one in the embed dialog, the
 * oEmbed answer, the about page and the README. Player and controls are as large as the film, so a frame of the film's
 * ratio shows both whole at every width, without a script.
 * @param address the embed's absolute address with its parameters
 * @param title the frame's name for screen readers
 */
export function embedCode(address: string, title: string, shape: FrameShape): string {
  return `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" ${layoutOf(shape)} allow="fullscreen; picture-in-picture; clipboard-write" referrerpolicy="no-referrer" loading="lazy"></iframe>`;
}

function layoutOf(shape: FrameShape): string {
  if ("picture" in shape) {
    const { picture } = shape;
    return `style="width:100%;${widthLimit(picture)}aspect-ratio:${ratioOf(picture)};border:0"`;
  }
  const { width, height } = shape.size;
  const ratio = shape.of === "film" ? `height:auto;aspect-ratio:${ratioOf(shape.size)};` : "";
  // Sites that remove styles, as WordPress does, keep width and height.
  return `width="${width}" height="${height}" style="max-width:100%;${ratio}border:0"`;
}

/** An upright film across a whole page would be higher than the window: it is no higher than a usual frame is wide. */
function widthLimit({ width, height }: FrameSize): string {
  if (width >= height) return "";
  return `max-width:${Math.round((defaultFrameWidth * width) / height)}px;`;
}

/** A ratio in its lowest terms, as CSS has it: `16/9`. */
export function ratioOf({ width, height }: FrameSize): string {
  const divisor = greatestCommonDivisor(width, height);
  return `${width / divisor}/${height / divisor}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

const escapeAttribute = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

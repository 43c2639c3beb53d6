/** Two lines of 42 characters, the usual limit of a caption (Netflix, Timed Text Style Guide). */
const characters = 84;
/** The average width of a character, as a share of the size of the type: measured with system fonts. */
const characterWidth = 0.45;
/** The height of a line, as a share of the size of the type (src/player/captions.css). */
export const lineHeight = 1.3;
/** The space above and below a caption, as a share of the size of the type (src/player/captions.css). */
const rowPadding = 0.1;
/** Captions in two languages may cover this share of a small picture. */
const maxShare = 1 / 3;
/** A lower picture is small: a laptop's is higher, and captions cover less of it. */
const smallHeight = 400;

/** The height in pixels that captions of the usual length need. @param width of the picture, in pixels */
export function captionHeight(languages: number, fontSize: number, width: number): number {
  const lines = Math.max(2, Math.ceil((characters * characterWidth * fontSize) / width));
  return languages * (lines * lineHeight + rowPadding) * fontSize;
}

/** Whether captions in this many languages fit inside a picture without covering too much of it. */
export function fitsInside(
  languages: number,
  fontSize: number,
  width: number,
  height: number,
): boolean {
  return (
    languages < 2 ||
    height >= smallHeight ||
    captionHeight(languages, fontSize, width) <= height * maxShare
  );
}
